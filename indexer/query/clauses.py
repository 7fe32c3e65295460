"""What an engine is asked: indexed terms and sets of passages, joined by and, or, not.

Clauses are what becomes of a typed query once its words are analysed, its abbreviations widened
and its values looked up. An engine needs to know nothing else of the query language.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indexer.engine import Facet

__all__ = [
    "All",
    "AllOf",
    "AnyOf",
    "Clause",
    "FuzzyTerm",
    "InDocuments",
    "IndexField",
    "NearTerms",
    "NoneOf",
    "PhraseTerms",
    "PrefixTerm",
    "Selected",
    "Term",
    "WordTerms",
]


class IndexField(StrEnum):
    """The fields of an index.

    `STEMS` and `CONTEXT` (title and section path, as stems) know how often a term occurs, the
    fields of exact words also where, the others only whether.
    """

    EXACT = "exact"
    STEMS = "stems"
    JOINED = "joined"
    CONTEXT = "context"
    SPLITS = "splits"
    TITLE = "title"
    TITLE_STEMS = "title_stems"
    AUTHOR = "author"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True)
class Term:
    """Passages with a term. Only its presence counts: every match scores the same."""

    field: IndexField
    text: str


@dataclass(frozen=True, slots=True)
class WordTerms:
    """Passages with the stem of a word.

    Those that have its exact form, or have it in their title or section path, score higher.
    """

    stem: str
    exact: str


@dataclass(frozen=True, slots=True)
class PhraseTerms:
    """Passages with exact words at consecutive positions."""

    field: IndexField
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NearTerms:
    """Passages with two exact words, in either order, with at most `distance` words between."""

    field: IndexField
    first: str
    second: str
    distance: int


@dataclass(frozen=True, slots=True)
class PrefixTerm:
    """Passages with a term of a field that begins so."""

    field: IndexField
    beginning: str


@dataclass(frozen=True, slots=True)
class FuzzyTerm:
    """Passages with a term at most `distance` edits away.

    An edit inserts, drops or replaces a letter, or swaps two neighbours; no letter is edited twice.
    """

    field: IndexField
    text: str
    distance: int


@dataclass(frozen=True, slots=True)
class Selected:
    """Passages with one of the values in a facet. Years are given as `YearRange` writes them."""

    facet: Facet
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InDocuments:
    """Passages of the documents of which some passage is found."""

    having: Clause


@dataclass(frozen=True, slots=True)
class AllOf:
    """Passages that all parts find; parts inside `NoneOf` narrow."""

    parts: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Passages that some part finds."""

    parts: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class NoneOf:
    """Passages that the part does not find."""

    part: Clause


@dataclass(frozen=True, slots=True)
class All:
    """Every passage."""


Leaf = Term | WordTerms | PhraseTerms | NearTerms | PrefixTerm | FuzzyTerm
Clause = Leaf | Selected | InDocuments | AllOf | AnyOf | NoneOf | All
