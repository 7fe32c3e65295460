"""What speaks for a mission or theme in a document, and how much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.models import Block, BlockKind, Document, Passage

__all__ = ["Evidence", "Occurrence", "passage_weight", "weigh"]

_TITLE = 5.0
_HEADING = 3.0
_TEXT = 1.0
_NOTE = 0.4


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one mission or theme.

    Attributes:
        id: of the mission or theme.
        weight: of all its names or terms; what stands in headings counts more, in notes less.
            Zero if only weak terms speak for it.
        count: how often they stand in the document.
        terms: how often each stands there, the most frequent first.
    """

    id: str
    weight: float
    count: int
    terms: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One name or term in a document, with the weight of its place; `weak` terms only add."""

    id: str
    term: str
    weight: float
    weak: bool = False


def passage_weight(passage: Passage, document: Document) -> float:
    """Return how much a word counts in a block or note."""
    if not isinstance(passage, Block):
        return _NOTE
    if passage.kind is not BlockKind.HEADING:
        return _TEXT
    return _TITLE if passage.text == document.metadata.title else _HEADING


def weigh(occurrences: Iterable[Occurrence]) -> tuple[Evidence, ...]:
    """Add up occurrences by mission or theme, the heaviest first.

    Weak terms together count up to half of what the others weigh.
    """
    strong: dict[str, float] = defaultdict(float)
    weak: dict[str, float] = defaultdict(float)
    terms: dict[str, Counter[str]] = defaultdict(Counter)
    for occurrence in occurrences:
        weights = weak if occurrence.weak else strong
        weights[occurrence.id] += occurrence.weight
        terms[occurrence.id][occurrence.term] += 1
    evidence = (
        Evidence(
            key,
            round(strong[key] + min(weak[key], strong[key] / 2), 1),
            found.total(),
            dict(found.most_common()),
        )
        for key, found in terms.items()
    )
    return tuple(sorted(evidence, key=lambda found: (-found.weight, found.id)))
