"""The sentence in which a reference stands, and what a reader needs to find it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.citations.sentences import sentence_bounds, sentence_containing
from archive.models import Document, NoteRef

__all__ = ["SentencePlace", "SentencePlaces"]


@dataclass(frozen=True, slots=True)
class SentencePlace:
    """A sentence of a document.

    Attributes:
        passage: the id of the block or note it stands in.
        start: where it begins in the text of that passage (code points).
        end: where it ends, half-open.
        text: the sentence.
        section: the texts of the headings above it, outermost first; for a note, above the
            first block that refers to it.
        note: the label of the note it stands in, or None for a block.
        context: for a note the sentence of the text that first refers to it, else empty.
        context_passage: the id of the block or note in which that sentence stands, or None.
    """

    passage: str
    start: int
    end: int
    text: str
    section: tuple[str, ...] = ()
    note: str | None = None
    context: str = ""
    context_passage: str | None = None


class SentencePlaces:
    """Finds the sentences of one document; each passage is divided once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._labels = {note.id: note.label for note in document.notes}
        self._bounds: dict[str, tuple[tuple[int, int], ...]] = {}
        self._places: dict[tuple[str, int], SentencePlace] = {}

    def at(self, passage: str, offset: int) -> SentencePlace:
        """Return the sentence of a block or note that holds an offset, or ends before it."""
        start, end = sentence_containing(self._bounds_of(passage), offset)
        place = self._places.get((passage, start))
        if place is None:
            place = self._places[passage, start] = self._place(passage, start, end)
        return place

    def _place(self, passage: str, start: int, end: int) -> SentencePlace:
        text = self._text(passage)[start:end]
        if passage not in self._labels:
            return SentencePlace(passage, start, end, text, self._document.section_paths[passage])
        refs = tuple(self._way_up(passage))
        context = ""
        if refs:
            bounds = sentence_containing(self._bounds_of(refs[0].passage), refs[0].offset)
            context = self._text(refs[0].passage)[slice(*bounds)]
        return SentencePlace(
            passage,
            start,
            end,
            text,
            self._document.section_paths.get(refs[-1].passage, ()) if refs else (),
            self._labels[passage],
            context,
            refs[0].passage if refs else None,
        )

    def _way_up(self, note: str) -> Iterator[NoteRef]:
        """The first place that refers to a note, the first that refers to that note, and so on."""
        seen: set[str] = set()
        passage: str = note
        while passage in self._labels and passage not in seen:
            seen.add(passage)
            ref = next(iter(self._document.refs[passage]), None)
            if ref is None:
                return
            yield ref
            passage = ref.passage

    def _bounds_of(self, passage: str) -> tuple[tuple[int, int], ...]:
        if passage not in self._bounds:
            self._bounds[passage] = sentence_bounds(self._text(passage))
        return self._bounds[passage]

    def _text(self, passage: str) -> str:
        return self._document.by_id[passage].text or ""
