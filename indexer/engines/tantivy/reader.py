"""Searching a tantivy index: the rows of every leaf as bitmaps, the ranking by tantivy itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tantivy import Index, Query, Searcher

from indexer.bitmaps import BitmapCache
from indexer.columns import Columns
from indexer.engine import Filters
from indexer.engines.evaluation import Evaluation, Found, ScoredMatches
from indexer.engines.protocol import Matches
from indexer.engines.tantivy.frequent import FrequentStems
from indexer.engines.tantivy.queries import Queries, any_of
from indexer.engines.tantivy.rows import rows_found, rows_of
from indexer.engines.tantivy.schema import ROW, SHOWN, schema
from indexer.engines.tantivy.scored import ScoredCache, fetch_scored
from indexer.facets import FacetTables, Narrowed
from indexer.query.clauses import (
    All,
    AllOf,
    AnyOf,
    Clause,
    IndexField,
    Leaf,
    NoneOf,
    Term,
    WordTerms,
)

__all__ = ["TantivyReader"]

_CACHE_BYTES = 16 << 20
_FETCHED = 50_000
_Bits = npt.NDArray[np.bool_]
_FIRST_PASSAGES = 100


class TantivyReader:
    """One state of a tantivy index."""

    def __init__(self, folder: Path, columns: Columns, facets: FacetTables) -> None:
        self._columns = columns
        self._searcher = Index.open(str(folder)).searcher()
        self._frequent = FrequentStems.load(folder)
        self._cache = BitmapCache(columns.rows, _CACHE_BYTES)
        self._scored = ScoredCache(_CACHE_BYTES)
        self._evaluation = Evaluation(columns, facets, self._leaf)
        self._schema = schema()
        self._queries = Queries(self._searcher, columns, facets, self._evaluation)

    def close(self) -> None:
        """Do nothing: tantivy closes its files by itself."""

    def find(self, clause: Clause) -> Matches:
        """Find all rows that a clause describes."""
        known = self._scored.get(clause)
        query = self._queries.query(clause)
        if known is None and not self._has_frequent(clause):
            known = fetch_scored(self._searcher, query, _FETCHED)
            if known is not None:
                self._scored.put(clause, known)
        if known is None:
            rows = self._cache.get(clause, lambda: self._evaluation.find(clause).rows)
            return _Matches(rows, query, self._columns, self._searcher, self._queries)
        bits = np.zeros(self._columns.rows, dtype=np.bool_)
        bits[known.rows] = True
        values = np.zeros(self._columns.rows, dtype=np.float32)
        values[known.rows] = known.scores
        return ScoredMatches(bits, values, self._columns)

    def _has_frequent(self, clause: Clause) -> bool:
        """Whether a clause finds a great many rows, which are known as bitmaps."""
        if isinstance(clause, WordTerms):
            return clause.stem in self._frequent.numbers
        if isinstance(clause, AnyOf):
            return any(map(self._has_frequent, clause.parts))
        if isinstance(clause, AllOf):
            return all(map(self._has_frequent, clause.parts))
        return isinstance(clause, All | NoneOf)

    def _leaf(self, leaf: Leaf) -> Found:
        return Found(self._cache.get(leaf, lambda: self._searched(leaf)))

    def _searched(self, leaf: Leaf) -> _Bits:
        known = None
        if isinstance(leaf, WordTerms):
            known = self._frequent.rows(leaf.stem, self._columns.rows)
        if known is not None:
            return known & self._columns.alive
        return self._fetched(self._queries.query(leaf))

    def _fetched(self, query: Query) -> _Bits:
        rows = np.zeros(self._columns.rows, dtype=np.bool_)
        rows[rows_found(self._searcher, query, self._columns.passages)] = True
        return rows

    def terms(self, field: IndexField, beginning: str, most: int) -> Sequence[str]:
        """Return the terms of a field that begin so, in order, at most so many."""
        found = self._searcher.terms_with_prefix(field.value, beginning, limit=most)
        return sorted(term for term, _ in found)

    def counts(self, field: IndexField, beginning: str) -> Mapping[str, int]:
        """Return the terms of a field that begin so, and about how many passages have each."""
        return dict(sorted(self._searcher.terms_with_prefix(field.value, beginning)))

    def has_term(self, field: IndexField, text: str) -> bool:
        """Return whether some passage has the term."""
        query = self._queries.query(Term(field, text))
        return bool(self._searcher.search(query, 1, count=False).hits)

    def stored(self, rows: Sequence[int]) -> Sequence[str]:
        """Return what the entries of rows store."""
        if not rows:
            return []
        wanted = any_of([Query.term_query(self._schema, ROW, row) for row in rows])
        hits = self._searcher.search(wanted, len(rows), count=False).hits
        addresses = [address for _, address in hits]
        found = dict(zip(self._searcher.fast_field_values(ROW, addresses), addresses, strict=True))
        return [self._searcher.doc(found[row])[SHOWN][0].decode() for row in rows]


@dataclass(frozen=True)
class _Matches:
    """What a clause finds; tantivy is asked for scores only of what is shown."""

    rows: _Bits
    query: Query
    columns: Columns
    searcher: Searcher
    queries: Queries

    def best_documents(
        self, narrowed: Narrowed, filters: Filters, most: int
    ) -> npt.NDArray[np.int64]:
        """Ask for ever more of the best passages, until they are of as many documents as wanted."""
        query = self.queries.filtered(self.query, filters)
        passages = len(narrowed.rows)
        limit = max(_FIRST_PASSAGES, 4 * most)
        while True:
            best = self.searcher.search(query, max(1, min(limit, passages)), count=False).hits
            rows = rows_of(self.searcher, best)
            documents = list(dict.fromkeys(self.columns.document[rows].tolist()))
            if len(documents) >= most or limit >= passages:
                return np.array(documents[:most], dtype=np.int64)
            limit *= 8

    def scores(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Ask for the scores of all passages of the documents concerned."""
        if not len(rows):
            return np.zeros(0, dtype=np.float32)
        documents = np.unique(self.columns.document[rows])
        query = self.queries.in_documents(self.query, documents.tolist())
        most = int(self.columns.sizes[documents].sum())
        hits = self.searcher.search(query, most, count=False).hits
        found = dict(zip(rows_of(self.searcher, hits), (score for score, _ in hits), strict=True))
        return np.array([found.get(row, 0.0) for row in rows.tolist()], dtype=np.float32)
