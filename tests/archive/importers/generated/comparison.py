"""A recovered document compared with the true one: what was found, and what was made up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from archive import Block, BlockKind, Document

__all__ = ["Comparison", "Score", "compare"]

_NUMBER = re.compile(r"^\s*\d+(?:\.\d+)*\.?\s+")
_CONTEXT = 30
_ENDS = 24


@dataclass(frozen=True, slots=True)
class Score:
    """How many of something are true, were found, and are both."""

    true: int = 0
    found: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """The share of the true ones that were found."""
        return self.right / self.true if self.true else 1.0

    @property
    def precision(self) -> float:
        """The share of the found ones that are true."""
        return self.right / self.found if self.found else 1.0

    def __add__(self, other: Score) -> Score:
        return Score(self.true + other.true, self.found + other.found, self.right + other.right)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The scores by what was compared, and examples of what is not right."""

    scores: dict[str, Score]
    lost: dict[str, list[object]] = field(default_factory=dict)
    invented: dict[str, list[object]] = field(default_factory=dict)


def compare(true: Document, found: Document) -> Comparison:
    """Compare two documents.

    `blocks` are kind and letters, `texts` exact text, `joins` the first and last letters of
    blocks, so that a paragraph cut in two or run into another shows.
    """
    scores: dict[str, Score] = {}
    lost: dict[str, list[object]] = {}
    invented: dict[str, list[object]] = {}
    for name, features in _FEATURES.items():
        wanted, got = Counter(features(true)), Counter(features(found))
        right = sum((wanted & got).values())
        scores[name] = Score(sum(wanted.values()), sum(got.values()), right)
        lost[name] = list((wanted - got).elements())
        invented[name] = list((got - wanted).elements())
    return Comparison(scores, lost, invented)


def _key(text: str) -> str:
    return re.sub(r"[\W_]", "", text).lower()


def _marks(document: Document) -> Iterable[object]:
    labels = {note.id: note.label for note in document.notes}
    for block in document.blocks:
        for mark in block.marks:
            before, after = block.text[: mark.offset], block.text[mark.offset :]
            yield (labels[mark.note], _key(before)[-_CONTEXT:], _key(after)[:_CONTEXT])


def _bodies(document: Document) -> Iterable[object]:
    for note in document.notes:
        if note.text is not None:
            yield (note.label, _key(note.text))


def _sections(document: Document) -> Iterable[Block]:
    """The headings outside boxes, but for those of lists of notes.

    Whether such a heading stays where its list was is a matter of taste: readers of text keep it.
    """
    return (
        block
        for block in document.blocks
        if block.kind is BlockKind.HEADING and block.box is None and block.text != "Notes"
    )


def _headings(document: Document) -> Iterable[object]:
    return ((_key(_NUMBER.sub("", block.text)), block.byline) for block in _sections(document))


def _levels(document: Document) -> Iterable[object]:
    return ((_key(_NUMBER.sub("", block.text)), block.level) for block in _sections(document))


def _texted(document: Document) -> Iterable[Block]:
    return (block for block in document.blocks if block.kind is not BlockKind.HEADING)


def _blocks(document: Document) -> Iterable[object]:
    return ((block.kind.value, _key(block.text)) for block in _texted(document))


def _texts(document: Document) -> Iterable[object]:
    return (block.text for block in _texted(document))


def _joins(document: Document) -> Iterable[object]:
    for block in _texted(document):
        yield ("start", _key(block.text)[:_ENDS])
        yield ("end", _key(block.text)[-_ENDS:])


_FEATURES: dict[str, Callable[[Document], Iterable[object]]] = {
    "marks": _marks,
    "bodies": _bodies,
    "headings": _headings,
    "levels": _levels,
    "blocks": _blocks,
    "texts": _texts,
    "joins": _joins,
}
