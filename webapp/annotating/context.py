"""The words that an annotation is about, among those around them in today's text."""

from __future__ import annotations

from dataclasses import dataclass

from annotations import Anchor, AnchorState, Target
from archive import Document

__all__ = ["PassageContext", "passage_context"]

_AROUND = 300


@dataclass(frozen=True, slots=True)
class PassageContext:
    """A place in today's text.

    Attributes:
        state: how sure it is.
        passage: the block or note; empty for an orphan.
        before: what stands before the words.
        words: those found; empty for an orphan.
        after: what stands after them.
        then: the words as they were when the annotation was made.
        start: where the words start in the passage, in code points.
        end: one past the last.
    """

    state: AnchorState
    passage: str
    before: str
    words: str
    after: str
    then: str
    start: int = 0
    end: int = 0


def passage_context(document: Document, target: Target, anchor: Anchor) -> PassageContext:
    """Return the place of a target in a document."""
    then = "" if target.quote is None else target.quote.exact
    text = getattr(document.by_id.get(anchor.passage or ""), "text", None)
    if not isinstance(text, str) or anchor.passage is None:
        return PassageContext(anchor.state, "", "", "", "", then)
    start, end = anchor.start, anchor.end
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return PassageContext(
        anchor.state,
        anchor.passage,
        ("…" if start > _AROUND else "") + before,
        text[start:end],
        after + ("…" if len(text) > end + _AROUND else ""),
        then,
        start,
        end,
    )
