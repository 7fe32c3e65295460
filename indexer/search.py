"""Searching one state of an index: from a request to a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from indexer.columns import Columns, DocumentEntry
from indexer.engine import (
    DocumentHit,
    Filters,
    PassageHit,
    SearchRequest,
    SearchResult,
    Sort,
)
from indexer.engines import EngineReader
from indexer.entries import read_stored
from indexer.facets import FacetTables
from indexer.names import Names
from indexer.query.clauses import All, Clause
from indexer.query.parser import parse
from indexer.query.resolution import Resolved, resolve
from indexer.snippets import Highlighter

__all__ = ["Snapshot"]

_Bits = npt.NDArray[np.bool_]
_Scores = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Snapshot:
    """One state of an index, opened; it answers requests and never changes."""

    columns: Columns
    facets: FacetTables
    reader: EngineReader

    def search(self, request: SearchRequest, names: Names) -> SearchResult:
        """Answer a request.

        Raises:
            QueryError: the query or a filter is refused; the message can be shown.
        """
        resolved = self._resolve(request, names)
        found = self.reader.find(resolved.clause)
        narrowed = self.facets.filtered(found.rows, request.filters)
        per_document = self.columns.per_document(narrowed)
        scores = found.scores()
        page = self._page(request, resolved.clause, narrowed, scores, per_document)
        highlighter = Highlighter(resolved.clause)
        return SearchResult(
            request=request,
            documents=int(np.count_nonzero(per_document)),
            passages=int(per_document.sum()),
            hits=tuple(
                self._hit(number, rows, int(per_document[number]), scores, highlighter)
                for number, rows in self._best_rows(page, narrowed, scores, request.passages_shown)
            ),
            facets=self.facets.count(found.rows, request.filters, names),
            widened=resolved.widened,
        )

    def find(self, query: str, filters: Filters, names: Names) -> npt.NDArray[np.int64]:
        """Return the rows that a query finds and filters leave.

        Raises:
            QueryError: the query or a filter is refused.
        """
        resolved = self._resolve(SearchRequest(query, filters), names)
        return np.flatnonzero(self.facets.filtered(self.reader.find(resolved.clause).rows, filters))

    def _resolve(self, request: SearchRequest, names: Names) -> Resolved:
        return resolve(parse(request.query), names, self.reader, as_typed=request.as_typed)

    def _page(
        self,
        request: SearchRequest,
        clause: Clause,
        found: _Bits,
        scores: _Scores,
        per_document: npt.NDArray[np.int64],
    ) -> npt.NDArray[np.int64]:
        """Return the numbers of the documents of the page asked for, in order."""
        documents = np.flatnonzero(per_document)
        sort = request.sort
        if sort is Sort.RELEVANCE and isinstance(clause, All):
            sort = Sort.NEWEST
        if sort is Sort.RELEVANCE:
            best = np.zeros(len(self.columns.documents), dtype=np.float32)
            rows = np.flatnonzero(found)
            np.maximum.at(best, self.columns.document[rows], scores[rows])
            order = np.lexsort((self._ranks[Sort.NEWEST][documents], -best[documents]))
        else:
            order = np.argsort(self._ranks[sort][documents], kind="stable")
        first = (request.page - 1) * request.page_size
        return documents[order[first : first + request.page_size]]

    @cached_property
    def _ranks(self) -> dict[Sort, npt.NDArray[np.int64]]:
        """For every document its place in each order that does not depend on the query."""
        entries = list(enumerate(self.columns.documents))
        known = [(number, entry) for number, entry in entries if entry is not None]
        by_title = sorted(known, key=lambda item: (item[1].title.casefold(), item[1].id))
        dated = [item for item in by_title if item[1].date]
        undated = [item for item in by_title if not item[1].date]
        newest = sorted(dated, key=lambda item: item[1].date or "", reverse=True)
        oldest = sorted(dated, key=lambda item: item[1].date or "")
        orders = {
            Sort.TITLE: by_title,
            Sort.NEWEST: newest + undated,
            Sort.OLDEST: oldest + undated,
        }
        return {sort: _places(order, len(entries)) for sort, order in orders.items()}

    def _best_rows(
        self, documents: npt.NDArray[np.int64], found: _Bits, scores: _Scores, most: int
    ) -> Iterator[tuple[int, Sequence[int]]]:
        """Yield for every document its best rows found, best first, in the order of documents."""
        wanted = np.zeros(len(self.columns.documents) + 1, dtype=np.bool_)
        wanted[documents] = True
        rows = np.flatnonzero(found & wanted[self.columns.document])
        order = np.lexsort((rows, -scores[rows], self.columns.document[rows]))
        rows = rows[order]
        owners = self.columns.document[rows]
        starts = np.searchsorted(owners, documents, side="left")
        ends = np.searchsorted(owners, documents, side="right")
        for number, start, end in zip(documents, starts, ends, strict=True):
            yield int(number), rows[start : min(end, start + most)].tolist()

    def _hit(
        self,
        number: int,
        rows: Sequence[int],
        found: int,
        scores: _Scores,
        highlighter: Highlighter,
    ) -> DocumentHit:
        entry = self.columns.entry(number)
        passages = tuple(
            _passage_hit(stored, entry, float(scores[row]), highlighter)
            for row, stored in zip(rows, self.reader.stored(rows), strict=True)
        )
        return DocumentHit(
            entry.id, entry.title, entry.authors, entry.date, entry.type, passages, found
        )


def _passage_hit(
    stored: str, entry: DocumentEntry, score: float, highlighter: Highlighter
) -> PassageHit:
    passage = read_stored(stored, entry)
    return PassageHit(passage, highlighter.snippet(passage.text), score)


def _places(order: list[tuple[int, DocumentEntry]], size: int) -> npt.NDArray[np.int64]:
    places = np.full(size, size, dtype=np.int64)
    places[[number for number, _ in order]] = np.arange(len(order))
    return places
