"""The last touch on a passage: marks cut out, clean text, spans and marks in their places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.importers.plain.inline import Inline, address_spans, cut, moved
from archive.models import NoteMark, Span
from archive.text import fold, normal_spans

__all__ = ["Finished", "MarkPlace", "finished"]

_CLOSING = ".,;:!?)]”’\"'"


@dataclass(frozen=True, slots=True)
class MarkPlace:
    """A mark in a passage as it was: where its figures stand, and the ids of its notes."""

    start: int
    end: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """The text, spans and marks of a block or note."""

    text: str
    spans: tuple[Span, ...]
    marks: tuple[NoteMark, ...]


def finished(inline: Inline, marks: Sequence[MarkPlace] = ()) -> Finished:
    """Cut the marks out of a text and make it clean.

    A blank before a mark goes with it, so that the mark stands right after the words it follows.
    """
    text = inline.text
    places: list[tuple[int, int]] = []
    found: list[tuple[int, str]] = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        at = len(text[: mark.start].rstrip())
        after = text[mark.end : mark.end + 1]
        joined = not after or after.isspace() or after in _CLOSING
        places.append((at if joined else mark.start, mark.end))
        found += [(at, note) for note in mark.notes]
    short, offsets = cut(text, places)
    clean, folded = fold(short)

    def place(offset: int) -> int:
        return folded[moved(offsets, offset)]

    spans = [Span(place(one.start), place(one.end), one.kind, one.href) for one in inline.spans]
    note_marks = tuple(NoteMark(place(at), note) for at, note in found)
    return Finished(clean, normal_spans(clean, [*spans, *address_spans(clean)]), note_marks)
