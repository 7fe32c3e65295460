"""Sentences in which the citations are marked."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

__all__ = ["marked", "marked_at"]


def marked_at(sentence: str, start: int, end: int) -> Markup:
    """Return a sentence as safe HTML with one stretch of it marked (code points, half-open)."""
    inside = Markup("<mark>{}</mark>").format(sentence[start:end])
    return escape(sentence[:start]) + inside + escape(sentence[end:])


def marked(sentence: str, written: Iterable[str]) -> Markup:
    """Return a sentence as safe HTML with what is written in it marked, in the order given.

    Args:
        sentence: the text.
        written: parts of it, in their order; what is not found after the one before is left out.
    """
    html, done = Markup(), 0
    for part in written:
        start = sentence.find(part, done)
        if part and start >= 0:
            end = start + len(part)
            html += escape(sentence[done:start]) + Markup("<mark>{}</mark>").format(part)
            done = end
    return html + escape(sentence[done:])
