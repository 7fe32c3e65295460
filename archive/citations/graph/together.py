"""UN documents that are often cited together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.citations.graph.models import CitingSentence

__all__ = ["CitedTogether", "often_together"]

_SAME_PASSAGE = 0.5
_PRIOR = 2.0

PassageId = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CitedTogether:
    """A UN document beside another.

    Attributes:
        key: of the UN document.
        passages: in how many blocks and notes both are cited.
        score: how closely they belong together; only its order means something.
    """

    key: str
    passages: int
    score: float


def often_together(
    key: str,
    by_passage: Mapping[PassageId, Sequence[CitingSentence]],
    passages_of: Mapping[str, frozenset[PassageId]],
) -> tuple[CitedTogether, ...]:
    """Return all that is cited together with a UN document, the closest first.

    To stand in one sentence weighs twice as much as to stand in one passage, and to stand beside
    few others more than to stand in a long list. The sum is set against how often the two are
    cited at all, or what everybody cites would be first everywhere.

    Args:
        key: of the UN document.
        by_passage: for every block and note that cites, its citing sentences.
        passages_of: for every UN document the passages that cite it.
    """
    weights: dict[str, float] = defaultdict(float)
    counts: dict[str, int] = defaultdict(int)
    for passage in passages_of.get(key, frozenset()):
        for other, weight in _beside(key, by_passage[passage]).items():
            weights[other] += weight
            counts[other] += 1
    own = len(passages_of.get(key, frozenset()))
    found = [
        CitedTogether(other, counts[other], weight / _expected(own, len(passages_of[other])))
        for other, weight in weights.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.score, -one.passages, one.key)))


def _expected(own: int, others: int) -> float:
    """What two documents so often cited are measured by; the prior keeps rare pairs down."""
    return math.sqrt((own + _PRIOR) * (others + _PRIOR))


def _beside(key: str, sentences: Sequence[CitingSentence]) -> dict[str, float]:
    """What stands beside a UN document in one passage, with its weight."""
    in_sentence: dict[int, set[str]] = defaultdict(set)
    for sentence in sentences:
        in_sentence[sentence.place.start].add(sentence.key)
    everything = {sentence.key for sentence in sentences}
    weights = dict.fromkeys(everything, _SAME_PASSAGE / max(1, len(everything) - 1))
    for keys in in_sentence.values():
        if key in keys:
            for other in keys:
                weights[other] = max(weights[other], 1 / max(1, len(keys) - 1))
    del weights[key]
    return weights
