"""The queries that are measured: some twenty different ones of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from benchmarks.generator import Collection
from indexer import Filters
from indexer.analysis import fold

__all__ = ["KINDS", "Measured", "queries"]

KINDS = ("rare", "medium", "common", "and", "or", "phrase", "prefix", "fuzzy")
_OF_EACH = 20
_LETTERS = "aeioustr"


@dataclass(frozen=True, slots=True)
class Measured:
    """A query of a kind, alone or filtered, with its words for engines that take words."""

    kind: str
    query: str
    words: tuple[str, ...]
    filters: Filters

    @property
    def filtered(self) -> bool:
        """Whether filters narrow it."""
        return bool(self.filters)


def queries(collection: Collection, seed: int) -> Iterator[Measured]:
    """Yield the queries of every kind, each alone and then filtered."""
    random = np.random.default_rng(seed)
    for kind in KINDS:
        for _ in range(_OF_EACH):
            query, words = _query(kind, collection, random)
            mission = f"mission-{int(random.integers(1, 6))}"
            first = int(random.integers(1960, 2000))
            filters = Filters.of(mission=mission, year=f"{first}..{first + 20}")
            yield Measured(kind, query, words, Filters())
            yield Measured(kind, query, words, filters)


def _query(
    kind: str, collection: Collection, random: np.random.Generator
) -> tuple[str, tuple[str, ...]]:
    def word(low: int, high: int) -> str:
        return collection.word(int(random.integers(low, high)))

    words: tuple[str, ...]
    if kind == "and":
        words = (word(0, 60), word(20, 400))
        return " ".join(words), words
    if kind == "or":
        words = (word(0, 60), word(20, 400))
        return " OR ".join(words), words
    if kind == "phrase":
        words = _phrase(collection, random)
        return f'"{" ".join(words)}"', words
    if kind == "prefix":
        beginning = word(200, 5_000)[:5]
        return f"{beginning}*", (beginning,)
    if kind == "fuzzy":
        letters = list(word(500, 5_000))
        letters[int(random.integers(1, len(letters)))] = _LETTERS[int(random.integers(8))]
        return f"{''.join(letters)}~1", ("".join(letters),)
    low, high = {"rare": (10_000, 40_000), "medium": (100, 500), "common": (0, 30)}[kind]
    words = (word(low, high),)
    return words[0], words


def _phrase(collection: Collection, random: np.random.Generator) -> tuple[str, ...]:
    """Two or three words that stand side by side somewhere."""
    name = f"document-{int(random.integers(collection.documents)):06}"
    passages = [p for p in collection.passages(name)[name] if len(p.text) > 100]
    text = passages[int(random.integers(len(passages)))].text
    words = fold_words(text)
    start = int(random.integers(len(words) - 3))
    return tuple(words[start : start + int(random.integers(2, 4))])


def fold_words(text: str) -> list[str]:
    """Return the words of a generated text, without capitals and points."""
    return [fold(word.strip(".,")) for word in text.split()]
