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

__all__ = ["MOST_VALUES", "FacetTables", "Labels", "Narrowed"]

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
class Narrowed:
    """What is left of what a query finds.

    Attributes:
        bits: for every row whether it is left.
        rows: their numbers, in order.
        per_document: for every document how many of its passages are left.
    """

    bits: _Bits
    rows: npt.NDArray[np.int64]
    per_document: npt.NDArray[np.int64]


_Counts = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
"""For every value how many documents, and how many passages."""


def _count(left: Narrowed, documents: _Numbers, values: _Numbers, size: int) -> _Counts:
    """Count the values that documents have."""
    hits = left.per_document[documents]
    left_over = np.flatnonzero(hits)
    concerned = values[left_over]
    passages = np.bincount(concerned, weights=hits[left_over], minlength=size)
    return np.bincount(concerned, minlength=size), passages.astype(np.int64)


@dataclass(frozen=True)
class _Table:
    """One facet: its values, and which documents and rows have them.

    `row_pairs` numbers the pairs of document and value behind the rows, so that a document is
    counted once however many of its passages have the value. `pair_of` is the same for a facet of
    which every row has one value.
    """

    values: tuple[str, ...]
    documents: _Numbers
    document_values: _Numbers
    rows: _Numbers
    row_values: _Numbers
    row_pairs: _Numbers
    pair_values: _Numbers
    pair_of: _Numbers | None = None

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the values."""
        return {value: number for number, value in enumerate(self.values)}

    @cached_property
    def years(self) -> npt.NDArray[np.int64]:
        """The values as numbers, if they are years."""
        return np.array([int(value) for value in self.values], dtype=np.int64)

    def count(self, left: Narrowed) -> _Counts:
        """Return for every value how many documents and how many passages are left."""
        size = len(self.values)
        of_documents = _count(left, self.documents, self.document_values, size)
        return self.with_rows(left, of_documents)

    def with_rows(self, left: Narrowed, of_documents: _Counts) -> _Counts:
        """Add what single passages have beyond their documents to what those have."""
        size = len(self.values)
        documents, passages = of_documents
        if len(self.rows):
            if self.pair_of is None:
                concerned = self.row_pairs[left.bits.take(self.rows)]
            else:
                concerned = self.pair_of.take(left.rows)
            pairs = np.bincount(concerned, minlength=len(self.pair_values))
            of_rows = np.bincount(self.pair_values, weights=pairs, minlength=size)
            passages = passages + of_rows.astype(np.int64)
            documents = documents + np.bincount(self.pair_values[pairs > 0], minlength=size)
        return documents, passages

    def having(self, wanted: _Bits, columns: Columns) -> _Bits:
        """Return the rows that have one of the wanted values."""
        documents = np.zeros(len(columns.documents) + 1, dtype=np.bool_)
        documents[self.documents[wanted[self.document_values]]] = True
        rows = documents.take(columns.document, mode="wrap")
        rows[self.rows[wanted[self.row_values]]] = True
        return rows


@dataclass(frozen=True)
class _Labelled:
    """The labels of the values of a facet, and the place of each in the order of the alphabet."""

    labels: tuple[str, ...]
    places: npt.NDArray[np.int64]

    @classmethod
    def of(cls, facet: Facet, values: tuple[str, ...], labels: Labels) -> _Labelled:
        """Look the labels up."""
        found = tuple(labels.label(facet, value) for value in values)
        order = sorted(range(len(values)), key=lambda n: (found[n].casefold(), values[n]))
        if facet is Facet.YEAR:
            order = sorted(range(len(values)), key=values.__getitem__)
        places = np.empty(len(values), dtype=np.int64)
        places[order] = np.arange(len(values))
        return cls(found, places)


class FacetTables:
    """The facets of an index, counted and filtered."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._cache = BitmapCache(columns.rows, _CACHE_BYTES)
        self._labelled: tuple[Labels | None, Mapping[Facet, _Labelled]] = (None, {})

    @cached_property
    def _tables(self) -> Mapping[Facet, _Table]:
        return {facet: _table(facet, self._columns) for facet in Facet}

    @cached_property
    def _together(self) -> tuple[_Numbers, _Numbers, Mapping[Facet, slice]]:
        """What documents have in all facets, the values of all numbered in one row."""
        slices: dict[Facet, slice] = {}
        values: list[_Numbers] = []
        start = 0
        for facet, table in self._tables.items():
            slices[facet] = slice(start, start + len(table.values))
            values.append(table.document_values + np.int32(start))
            start += len(table.values)
        documents = [table.documents for table in self._tables.values()]
        return np.concatenate(documents), np.concatenate(values), slices

    def values(self, facet: Facet) -> tuple[str, ...]:
        """Return all values of a facet."""
        return self._tables[facet].values

    def matching(self, facet: Facet, selected: tuple[str, ...]) -> tuple[str, ...]:
        """Return the values that a selection means: the years in a range, else those selected.

        Raises:
            FilterError: a year is neither a year nor a range of years.
        """
        table = self._tables[facet]
        return tuple(
            table.values[number] for number in np.flatnonzero(_wanted(facet, table, selected))
        )

    def selected(self, facet: Facet, values: tuple[str, ...]) -> _Bits:
        """Return the rows with one of the values.

        Raises:
            FilterError: a year is neither a year nor a range of years.
        """
        table = self._tables[facet]
        wanted = _wanted(facet, table, values)
        return self._cache.get(
            (facet, wanted.tobytes()), lambda: table.having(wanted, self._columns)
        )

    def filtered(self, found: _Bits, filters: Filters, without: Facet | None = None) -> _Bits:
        """Return those of the rows found that all facets leave, one of them perhaps left out."""
        for facet, values in filters.selected.items():
            if values and facet is not without:
                found = found & self.selected(facet, values)
        return found

    def narrowed(self, found: _Bits, filters: Filters, without: Facet | None = None) -> Narrowed:
        """Return what filters leave of the rows found, one facet perhaps left out."""
        bits = self.filtered(found, filters, without)
        rows = np.flatnonzero(bits)
        return Narrowed(bits, rows, self._columns.counted(rows))

    def count(
        self, found: _Bits, narrowed: Narrowed, filters: Filters, labels: Labels
    ) -> dict[Facet, tuple[FacetCount, ...]]:
        """Return the counts of all facets.

        The counts of a facet follow the filters of all others and ignore its own.

        Args:
            found: the rows that a query finds.
            narrowed: what the filters leave of them.
            filters: what is selected.
            labels: what readers see for values.
        """
        counts: dict[Facet, tuple[FacetCount, ...]] = {}
        labelled = self._labels(labels)
        owners, values, slices = self._together
        size = sum(len(table.values) for table in self._tables.values())
        together = _count(narrowed, owners, values, size)
        for facet, table in self._tables.items():
            if not table.values:
                counts[facet] = ()
                continue
            selected = filters.values(facet)
            if selected:
                documents, passages = table.count(self.narrowed(found, filters, without=facet))
            else:
                of_documents = together[0][slices[facet]], together[1][slices[facet]]
                documents, passages = table.with_rows(narrowed, of_documents)
            chosen = _wanted(facet, table, selected)
            places = labelled[facet].places
            shown = _shown(documents, passages, chosen, places)
            if facet is Facet.YEAR:
                shown = shown[np.argsort(places[shown])]
            numbers = shown.tolist()
            counts[facet] = tuple(
                map(
                    FacetCount,
                    [table.values[number] for number in numbers],
                    [labelled[facet].labels[number] for number in numbers],
                    documents[shown].tolist(),
                    passages[shown].tolist(),
                    chosen[shown].tolist(),
                )
            )
        return counts

    def _labels(self, labels: Labels) -> Mapping[Facet, _Labelled]:
        """Return the labels of all values, which are kept until others are asked for."""
        known, labelled = self._labelled
        if known is not labels:
            labelled = {
                facet: _Labelled.of(facet, table.values, labels)
                for facet, table in self._tables.items()
            }
            self._labelled = labels, labelled
        return labelled


def _shown(
    documents: npt.NDArray[np.int64],
    passages: npt.NDArray[np.int64],
    chosen: _Bits,
    places: npt.NDArray[np.int64],
) -> npt.NDArray[np.int64]:
    """Return the numbers of the values to show: the most frequent, and what is selected."""
    concerned = np.flatnonzero((passages > 0) | chosen)
    order = concerned[np.lexsort((places[concerned], -passages[concerned], -documents[concerned]))]
    if len(order) <= MOST_VALUES:
        return order
    kept = chosen[order]
    kept[:MOST_VALUES] = True
    return order[kept]


def _wanted(facet: Facet, table: _Table, selected: tuple[str, ...]) -> _Bits:
    """For every value of a facet whether it is selected."""
    wanted = np.zeros(len(table.values), dtype=np.bool_)
    for value in selected:
        if facet is Facet.YEAR:
            years = YearRange.parse(value)
            wanted |= (table.years >= years.first) & (table.years <= years.last)
        elif value in table.numbers:
            wanted[table.numbers[value]] = True
    return wanted


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
        _spread(rows, row_pairs, columns.rows) if facet is Facet.KIND else None,
    )


def _spread(rows: _Numbers, pairs: npt.NDArray[np.intp], size: int) -> _Numbers:
    of_row = np.zeros(size, dtype=np.int32)
    of_row[rows] = pairs
    return of_row
