"""Facets: counted and filtered on bitmaps over the rows of an index.

What a document says of itself (year, type, authors, its missions and themes) is counted once a
document, from how many of its passages are found; only what single passages have beyond that
(their kind, a mission they mention) is looked up row by row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt

from indexer.bitmaps import BitmapCache
from indexer.columns import KINDS, Columns
from indexer.engine import Facet, FacetCount, Filters, YearRange

__all__ = ["MOST_VALUES", "FacetTables", "Labels"]

MOST_VALUES = 200
"""The most values of a facet that are counted for readers, besides those selected."""

_CACHE_BYTES = 8 << 20
_Bits = npt.NDArray[np.bool_]
_Numbers = npt.NDArray[np.int32]


class Labels(Protocol):
    """What readers see for the values of facets."""

    def label(self, facet: Facet, value: str) -> str:
        """Return the label of a value; an unknown value is its own label."""


@dataclass(frozen=True)
class _Table:
    """One facet: its values, and which documents and rows have them.

    `row_pairs` numbers the pairs of document and value behind the rows, so that a document is
    counted once however many of its passages have the value.
    """

    values: tuple[str, ...]
    documents: _Numbers
    document_values: _Numbers
    rows: _Numbers
    row_values: _Numbers
    row_pairs: _Numbers
    pair_values: _Numbers

    def count(
        self, found: _Bits, per_document: npt.NDArray[np.int64]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Return for every value how many documents and how many passages are found."""
        size = len(self.values)
        hits = per_document[self.documents]
        passages = np.bincount(self.document_values, weights=hits, minlength=size)
        documents = np.bincount(self.document_values[hits > 0], minlength=size)
        if len(self.rows):
            pairs = np.bincount(self.row_pairs[found[self.rows]], minlength=len(self.pair_values))
            of_rows = np.bincount(self.pair_values, weights=pairs, minlength=size)
            passages = passages + of_rows
            documents += np.bincount(self.pair_values[pairs > 0], minlength=size)
        return documents, passages.astype(np.int64)

    def having(self, wanted: _Bits, columns: Columns) -> _Bits:
        """Return the rows that have one of the wanted values."""
        documents = np.zeros(len(columns.documents) + 1, dtype=np.bool_)
        documents[self.documents[wanted[self.document_values]]] = True
        rows = documents[columns.document]
        rows[self.rows[wanted[self.row_values]]] = True
        return rows


class FacetTables:
    """The facets of an index, counted and filtered."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._cache = BitmapCache(columns.rows, _CACHE_BYTES)

    @cached_property
    def _tables(self) -> Mapping[Facet, _Table]:
        return {facet: _table(facet, self._columns) for facet in Facet}

    def values(self, facet: Facet) -> tuple[str, ...]:
        """Return all values of a facet."""
        return self._tables[facet].values

    def matching(self, facet: Facet, selected: tuple[str, ...]) -> tuple[str, ...]:
        """Return the values that a selection means: the years in a range, else those selected.

        Raises:
            FilterError: a year is neither a year nor a range of years.
        """
        values = self._tables[facet].values
        wanted = _wanted(facet, values, selected).tolist()
        return tuple(value for value, chosen in zip(values, wanted, strict=True) if chosen)

    def selected(self, facet: Facet, values: tuple[str, ...]) -> _Bits:
        """Return the rows with one of the values.

        Raises:
            FilterError: a year is neither a year nor a range of years.
        """
        table = self._tables[facet]
        wanted = _wanted(facet, table.values, values)
        return self._cache.get(
            (facet, wanted.tobytes()), lambda: table.having(wanted, self._columns)
        )

    def filtered(self, found: _Bits, filters: Filters, without: Facet | None = None) -> _Bits:
        """Return those of the rows found that all facets leave, one of them perhaps left out."""
        for facet, values in filters.selected.items():
            if values and facet is not without:
                found = found & self.selected(facet, values)
        return found

    def count(
        self, found: _Bits, filters: Filters, labels: Labels
    ) -> dict[Facet, tuple[FacetCount, ...]]:
        """Return the counts of all facets for what a query finds, filters not yet applied.

        The counts of a facet follow the filters of all others and ignore its own.
        """
        narrowed = self.filtered(found, filters)
        of_narrowed = self._columns.per_document(narrowed)
        counts: dict[Facet, tuple[FacetCount, ...]] = {}
        for facet, table in self._tables.items():
            bits, per_document = narrowed, of_narrowed
            if filters.values(facet):
                bits = self.filtered(found, filters, without=facet)
                per_document = self._columns.per_document(bits)
            documents, passages = table.count(bits, per_document)
            chosen = _wanted(facet, table.values, filters.values(facet))
            listed = [
                FacetCount(
                    table.values[number],
                    labels.label(facet, table.values[number]),
                    int(documents[number]),
                    int(passages[number]),
                    bool(chosen[number]),
                )
                for number in _shown(documents, passages, chosen)
            ]
            counts[facet] = tuple(
                sorted(listed, key=_by_year if facet is Facet.YEAR else _by_count)
            )
        return counts


def _shown(
    documents: npt.NDArray[np.int64], passages: npt.NDArray[np.int64], chosen: _Bits
) -> list[int]:
    """Return the numbers of the values to show: what is selected, and the most frequent."""
    order = np.lexsort((-passages, -documents))[:MOST_VALUES]
    shown = order[passages[order] > 0]
    return [int(number) for number in np.union1d(shown, np.flatnonzero(chosen))]


def _by_year(count: FacetCount) -> tuple[str]:
    return (count.id,)


def _by_count(count: FacetCount) -> tuple[int, int, str, str]:
    return (-count.documents, -count.passages, count.label.casefold(), count.id)


def _wanted(facet: Facet, values: tuple[str, ...], selected: tuple[str, ...]) -> _Bits:
    """For every value of a facet whether it is selected."""
    if facet is Facet.YEAR:
        ranges = [YearRange.parse(value) for value in selected]
        bits = [any(int(value) in years for years in ranges) for value in values]
    else:
        chosen = set(selected)
        bits = [value in chosen for value in values]
    return np.array(bits, dtype=np.bool_)


def _table(facet: Facet, columns: Columns) -> _Table:
    own = [
        (number, value)
        for number, entry in enumerate(columns.documents)
        if entry is not None
        for value in entry.values(facet)
    ]
    if facet is Facet.KIND:
        rows = np.flatnonzero(columns.alive).astype(np.int32)
        row_values, extra = columns.kind[rows].astype(np.int32), tuple(map(str, KINDS))
    else:
        rows = columns.extra_rows.get(facet, np.empty(0, np.int32))
        row_values = columns.extra_ids.get(facet, np.empty(0, np.int32))
        extra = columns.extra_values.get(facet, ())
    values = tuple(dict.fromkeys((*extra, *(value for _, value in own))))
    ids = {value: number for number, value in enumerate(values)}
    pairs, row_pairs = np.unique(
        columns.document[rows].astype(np.int64) * max(1, len(values)) + row_values,
        return_inverse=True,
    )
    return _Table(
        values,
        np.array([number for number, _ in own], dtype=np.int32),
        np.array([ids[value] for _, value in own], dtype=np.int32),
        rows,
        row_values,
        row_pairs.astype(np.int32),
        (pairs % max(1, len(values))).astype(np.int32),
    )
