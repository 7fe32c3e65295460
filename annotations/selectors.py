"""A document as one text, and targets made from places in it.

The passages stand in the order of reading, blocks before notes, one line feed between them, so
that words can be looked for across the borders of passages.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from annotations.errors import SelectionError
from annotations.models import Position, Quote, Target
from archive import Document

__all__ = ["CONTEXT", "DocumentText", "Stretch", "folded", "select"]

CONTEXT = 32
"""How many characters before and after the words a quote keeps."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A place within one block or note: `start` to `end` in its text."""

    passage: str
    start: int
    end: int


@dataclass(frozen=True)
class DocumentText:
    """All passages of a document as one text.

    Attributes:
        text: theirs, joined.
        passages: the ids, in the order of the text.
        starts: where each begins.
    """

    text: str
    passages: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: Document) -> DocumentText:
        """Join the passages of a document."""
        texts: list[str] = []
        starts: list[int] = []
        length = 0
        for passage in document.passages():
            starts.append(length)
            texts.append(passage.text or "")
            length += len(texts[-1]) + 1
        ids = tuple(passage.id for passage in document.passages())
        return cls("\n".join(texts), ids, tuple(starts))

    @cached_property
    def searched(self) -> str:
        """The text with every line feed and no-break space as a blank; offsets are the same."""
        return folded(self.text)

    def span(self, passage: str) -> tuple[int, int] | None:
        """Return where a passage starts and ends in the text, or None if there is none."""
        index = self._indexes.get(passage)
        return None if index is None else (self.starts[index], self._end(index))

    def stretches(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Return a place of the text as places in passages: one, or more across a border."""
        found: list[Stretch] = []
        index = max(0, bisect_right(self.starts, start) - 1)
        while index < len(self.starts) and self.starts[index] < end:
            first, last = max(start, self.starts[index]), min(end, self._end(index))
            if first < last:
                base = self.starts[index]
                found.append(Stretch(self.passages[index], first - base, last - base))
            index += 1
        return tuple(found)

    @cached_property
    def _indexes(self) -> dict[str, int]:
        return {passage: index for index, passage in enumerate(self.passages)}

    def _end(self, index: int) -> int:
        last = index + 1 == len(self.starts)
        return len(self.text) if last else self.starts[index + 1] - 1


def folded(text: str) -> str:
    """Return a text with blanks for line feeds and no-break spaces, as it is searched."""
    return text.replace("\n", " ").replace("\u00a0", " ").replace("\u202f", " ")


def select(document: Document, passage: str, start: int, end: int) -> Target:
    """Return the target for selected words: quote, what stands around them, and position.

    The surroundings are those in the passage; where it has too little of them, as in a heading,
    they reach into the passages before and after.

    Args:
        document: the document.
        passage: the id of the block or note.
        start: first code point of the selection in its text.
        end: one past the last; a selection without words is about the whole passage.

    Raises:
        SelectionError: the document has no such place.
    """
    whole = DocumentText.of(document)
    span = whole.span(passage)
    if span is None or not 0 <= start <= end <= span[1] - span[0]:
        raise SelectionError(
            f"The document '{document.id}' has no such place in '{passage}'.",
            remedy="Load the page again: the text may have changed.",
        )
    first, last = span[0] + start, span[0] + end
    if not whole.text[first:last].strip():
        return Target(passage)
    prefix = whole.text[max(span[0], first - CONTEXT) : first]
    suffix = whole.text[last : min(span[1], last + CONTEXT)]
    if len(prefix) + len(suffix) < CONTEXT:
        prefix = whole.text[max(0, first - CONTEXT) : first]
        suffix = whole.text[last : last + CONTEXT]
    return Target(passage, Quote(whole.text[first:last], prefix, suffix), Position(start, end))
