"""From what tantivy finds to the rows of an index."""

from __future__ import annotations

from collections.abc import Sequence

from tantivy import DocAddress, Query, Searcher

from indexer.engines.tantivy.schema import ROW

__all__ = ["rows_found", "rows_of"]


def rows_found(searcher: Searcher, query: Query, most: int) -> list[int]:
    """Return the rows that a query finds, in no order; it is quicker without scores."""
    unscored = Query.const_score_query(query, 1.0)
    return rows_of(searcher, searcher.search(unscored, max(1, most), count=False).hits)


def rows_of(searcher: Searcher, hits: Sequence[tuple[float, DocAddress]]) -> list[int]:
    """Return the rows of hits, in their order."""
    addresses = [address for _, address in hits]
    return [int(row or 0) for row in searcher.fast_field_values(ROW, addresses)]
