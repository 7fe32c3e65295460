"""The index: documents and annotations as passages that engines find, count and show."""

from indexer.build import BuildReport, Progress, build_index
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
from indexer.export import search_json
from indexer.index import Index, index_archive
from indexer.names import Names
from indexer.passages import IndexedPassage, PassageKind
from indexer.source import ArchiveSource, Source, SourceUnit

__all__ = [
    "ArchiveSource",
    "BuildReport",
    "DocumentHit",
    "EngineMissingError",
    "Facet",
    "FacetCount",
    "FilterError",
    "Filters",
    "Index",
    "IndexLockedError",
    "IndexUnusableError",
    "IndexedPassage",
    "IndexerError",
    "Names",
    "PassageHit",
    "PassageKind",
    "Progress",
    "QueryError",
    "SearchRequest",
    "SearchResult",
    "Sort",
    "Source",
    "SourceUnit",
    "Widening",
    "YearRange",
    "build_index",
    "index_archive",
    "search_json",
]
