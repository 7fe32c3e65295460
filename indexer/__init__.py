"""The index: documents and annotations as passages that engines find, count and show."""

from indexer.engine import (
    DocumentHit,
    Facet,
    FacetCount,
    Filters,
    PassageHit,
    SearchRequest,
    SearchResult,
    Sort,
    Widening,
    YearRange,
)
from indexer.errors import (
    EngineMissingError,
    FilterError,
    IndexerError,
    IndexLockedError,
    IndexUnusableError,
    QueryError,
)
from indexer.passages import IndexedPassage, PassageKind

__all__ = [
    "DocumentHit",
    "EngineMissingError",
    "Facet",
    "FacetCount",
    "FilterError",
    "Filters",
    "IndexLockedError",
    "IndexUnusableError",
    "IndexedPassage",
    "IndexerError",
    "PassageHit",
    "PassageKind",
    "QueryError",
    "SearchRequest",
    "SearchResult",
    "Sort",
    "Widening",
    "YearRange",
]
