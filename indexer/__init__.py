"""The index: documents and annotations as passages that engines find, count and show."""

from indexer.build import BuildReport, Progress, build_index
from indexer.concordance import (
    Concordance,
    ConcordanceLine,
    ConcordanceRequest,
    ConcordanceSort,
    concordance_csv,
)
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
    IndexReadOnlyError,
    IndexUnusableError,
    QueryError,
)
from indexer.export import passages_csv, passages_json, search_json
from indexer.generations import FileId
from indexer.index import Index, index_archive
from indexer.names import Names
from indexer.passages import IndexedPassage, PassageKind
from indexer.source import ArchiveSource, Source, SourceUnit
from indexer.suggestions import Suggestion, SuggestionKind, opensearch_suggestions

__all__ = [
    "ArchiveSource",
    "BuildReport",
    "Concordance",
    "ConcordanceLine",
    "ConcordanceRequest",
    "ConcordanceSort",
    "DocumentHit",
    "EngineMissingError",
    "Facet",
    "FacetCount",
    "FileId",
    "FilterError",
    "Filters",
    "Index",
    "IndexLockedError",
    "IndexReadOnlyError",
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
    "Suggestion",
    "SuggestionKind",
    "Widening",
    "YearRange",
    "build_index",
    "concordance_csv",
    "index_archive",
    "opensearch_suggestions",
    "passages_csv",
    "passages_json",
    "search_json",
]
