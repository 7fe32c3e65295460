"""Searching one state of an index: from a request to a result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

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
from indexer.engines import EngineReader, Matches
from indexer.entries import read_stored
from indexer.errors import QueryError
from indexer.facets import FacetTables, Narrowed
from indexer.names import Names
from indexer.passages import IndexedPassage
from indexer.query.clauses import All, Clause, IndexField
from indexer.query.parser import parse
from indexer.query.resolution import Resolved, resolve
from indexer.snippets import Highlighter
from indexer.suggestions import Suggester

__all__ = ["Snapshot"]

_AT_ONCE = 200
_LITTLE = 2


@dataclass(frozen=True)
class FoundRows:
    """All rows that a query finds, and what marks them."""

    rows: npt.NDArray[np.int64]
    highlighter: Highlighter


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
        result = self._answer(request, names)
        if result.documents <= _LITTLE and request.query:
            return replace(result, did_you_mean=self._better(request, names, result.passages))
        return result

    def _better(self, request: SearchRequest, names: Names, found: int) -> str | None:
        """Return a query of known words that finds more, or None."""
        query = self.suggester.corrected(request.query)
        if query is None:
            return None
        try:
            better = self.found(query, request.filters, names)
        except QueryError:
            return None
        return query if len(better.rows) > found else None

    @cached_property
    def suggester(self) -> Suggester:
        """Makes suggestions from the words and titles of this state."""
        return Suggester(partial(self.reader.counts, IndexField.EXACT), self.columns)

    def _answer(self, request: SearchRequest, names: Names) -> SearchResult:
        resolved = self._resolve(request, names)
        matches = self.reader.find(resolved.clause)
        narrowed = self.facets.narrowed(matches.rows, request.filters)
        page = self._page(request, resolved.clause, matches, narrowed)
        return SearchResult(
            request=request,
            documents=int(np.count_nonzero(narrowed.per_document)),
            passages=len(narrowed.rows),
            hits=self._hits(page, matches, narrowed, request.passages_shown, resolved.clause),
            facets=self.facets.count(matches.rows, narrowed, request.filters, names),
            widened=resolved.widened,
        )

    def found(
        self, query: str, filters: Filters, names: Names, *, as_typed: bool = False
    ) -> FoundRows:
        """Return everything that a query finds and filters leave.

        Raises:
            QueryError: the query or a filter is refused.
        """
        resolved = self._resolve(SearchRequest(query, filters, as_typed=as_typed), names)
        rows = self.facets.filtered(self.reader.find(resolved.clause).rows, filters)
        return FoundRows(np.flatnonzero(rows), Highlighter(resolved.clause))

    def find(self, query: str, filters: Filters, names: Names) -> npt.NDArray[np.int64]:
        """Return the rows that a query finds and filters leave.

        Raises:
            QueryError: the query or a filter is refused.
        """
        return self.found(query, filters, names).rows

    def documents(self, request: SearchRequest, names: Names) -> Sequence[str]:
        """Return the ids of all documents that a request finds, in its order.

        Raises:
            QueryError: the query or a filter is refused.
        """
        resolved = self._resolve(request, names)
        matches = self.reader.find(resolved.clause)
        narrowed = self.facets.narrowed(matches.rows, request.filters)
        whole = replace(request, page=1, page_size=max(1, len(self.columns.documents)))
        numbers = self._page(whole, resolved.clause, matches, narrowed)
        return [self.columns.entry(number).id for number in numbers.tolist()]

    def passages(self, rows: Sequence[int]) -> Iterator[IndexedPassage]:
        """Yield the passages of rows, in the order of the documents' ids."""
        documents = self.columns.document[rows]
        ids = [self.columns.entry(number).id for number in documents.tolist()]
        in_order = sorted(zip(ids, rows, strict=True))
        for start in range(0, len(in_order), _AT_ONCE):
            part = [row for _, row in in_order[start : start + _AT_ONCE]]
            for row, stored in zip(part, self.reader.stored(part), strict=True):
                yield read_stored(stored, self.columns.entry(int(self.columns.document[row])))

    def passage(self, row: int) -> IndexedPassage:
        """Return the passage of a row."""
        (stored,) = self.reader.stored([row])
        return read_stored(stored, self.columns.entry(int(self.columns.document[row])))

    def _resolve(self, request: SearchRequest, names: Names) -> Resolved:
        return resolve(parse(request.query), names, self.reader, as_typed=request.as_typed)

    def _page(
        self, request: SearchRequest, clause: Clause, matches: Matches, narrowed: Narrowed
    ) -> npt.NDArray[np.int64]:
        """Return the numbers of the documents of the page asked for, in order."""
        sort = request.sort
        if sort is Sort.RELEVANCE and isinstance(clause, All):
            sort = Sort.NEWEST
        first = (request.page - 1) * request.page_size
        last = first + request.page_size
        if sort is Sort.RELEVANCE:
            return matches.best_documents(narrowed, request.filters, last)[first:]
        documents = np.flatnonzero(narrowed.per_document)
        return documents[np.argsort(self._ranks[sort][documents], kind="stable")[first:last]]

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
        self, documents: npt.NDArray[np.int64], matches: Matches, narrowed: Narrowed, most: int
    ) -> Iterator[list[tuple[int, float]]]:
        """Yield for every document its best rows found and their scores, best first."""
        wanted = np.zeros(len(self.columns.documents), dtype=np.bool_)
        wanted[documents] = True
        rows = narrowed.rows[wanted[self.columns.document[narrowed.rows]]]
        scores = matches.scores(rows)
        owners = self.columns.document[rows]
        order = np.lexsort((rows, -scores, owners))
        starts = np.searchsorted(owners[order], documents, side="left")
        ends = np.searchsorted(owners[order], documents, side="right")
        for start, end in zip(starts, ends, strict=True):
            best = order[start : min(end, start + most)]
            yield list(zip(rows[best].tolist(), scores[best].tolist(), strict=True))

    def _hits(
        self,
        documents: npt.NDArray[np.int64],
        matches: Matches,
        narrowed: Narrowed,
        most: int,
        clause: Clause,
    ) -> tuple[DocumentHit, ...]:
        """Return documents with their best passages."""
        highlighter = Highlighter(clause)
        best = list(self._best_rows(documents, matches, narrowed, most))
        stored = iter(self.reader.stored([row for rows in best for row, _ in rows]))
        hits: list[DocumentHit] = []
        for number, rows in zip(documents.tolist(), best, strict=True):
            entry = self.columns.entry(number)
            passages = [(read_stored(next(stored), entry), score) for _, score in rows]
            shown = tuple(
                PassageHit(passage, highlighter.snippet(passage.text), score)
                for passage, score in passages
            )
            facts = entry.id, entry.title, entry.authors, entry.date, entry.type
            hits.append(DocumentHit(*facts, shown, int(narrowed.per_document[number])))
        return tuple(hits)


def _places(order: list[tuple[int, DocumentEntry]], size: int) -> npt.NDArray[np.int64]:
    places = np.full(size, size, dtype=np.int64)
    places[[number for number, _ in order]] = np.arange(len(order))
    return places
