"""Changing columns: units of passages come and go, their numbers are given again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from indexer.columns import EXTRA_FACETS, FREE, KINDS, Columns, DocumentEntry
from indexer.engine import Facet
from indexer.entries import Entry
from indexer.query.clauses import IndexField

__all__ = ["ColumnsEditor", "empty_columns"]

_LONGEST = 65_535
_KIND_NUMBERS = {kind.value: number for number, kind in enumerate(KINDS)}
_Number = TypeVar("_Number", bound=np.generic)


def empty_columns() -> Columns:
    """Return the columns of an index without passages."""
    none: Mapping[Facet, npt.NDArray[np.int32]] = dict.fromkeys(EXTRA_FACETS, np.empty(0, np.int32))
    return Columns(
        (),
        np.empty(0, np.int32),
        np.empty(0, np.uint8),
        np.empty(0, np.uint16),
        np.empty(0, np.uint16),
        dict.fromkeys(EXTRA_FACETS, ()),
        none,
        none,
    )


@dataclass
class _Additions:
    rows: list[int] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    lengths: list[int] = field(default_factory=list)
    context_lengths: list[int] = field(default_factory=list)


class ColumnsEditor:
    """Gathers changes of columns and gives the changed columns; the old ones stay as they are."""

    def __init__(self, columns: Columns) -> None:
        self._old = columns
        self._documents = list(columns.documents)
        self._numbers = dict(columns.numbers)
        self._shared: dict[str, dict[Facet, tuple[str, ...]]] = {}
        self._free_numbers = [n for n, entry in enumerate(self._documents) if entry is None]
        self._freed = np.zeros(columns.rows, dtype=np.bool_)
        self._free_rows: list[int] = np.flatnonzero(~columns.alive)[::-1].tolist()
        self._next_row = columns.rows
        self._added = _Additions()
        self._values = {
            facet: {value: n for n, value in enumerate(columns.extra_values[facet])}
            for facet in EXTRA_FACETS
        }
        self._extras: dict[Facet, list[tuple[int, int]]] = {facet: [] for facet in EXTRA_FACETS}

    def remove_rows(self, rows: Iterable[int]) -> None:
        """Free rows of the old columns."""
        freed = list(rows)
        self._freed[freed] = True
        self._free_rows += reversed(freed)

    def remove_document(self, document: str) -> None:
        """Free the number of a document; its rows must be removed as well."""
        number = self._numbers.pop(document, None)
        if number is not None:
            self._documents[number] = None
            self._free_numbers.append(number)

    def put_document(self, entry: DocumentEntry) -> None:
        """Add a document, or say anew what is known of it."""
        number = self._numbers.get(entry.id)
        if number is None and self._free_numbers:
            number = self._free_numbers.pop()
        if number is None:
            number = len(self._documents)
            self._documents.append(None)
        self._numbers[entry.id] = number
        self._shared[entry.id] = {facet: entry.values(facet) for facet in EXTRA_FACETS}
        self._documents[number] = entry

    def add(self, document: str, entry: Entry) -> int:
        """Add a passage of a document that is known, and return its row."""
        if self._free_rows:
            row = self._free_rows.pop()
        else:
            row, self._next_row = self._next_row, self._next_row + 1
        added = self._added
        added.rows.append(row)
        added.documents.append(self._numbers[document])
        added.kinds.append(_KIND_NUMBERS[entry.values[Facet.KIND][0]])
        added.lengths.append(min(entry.count(IndexField.STEMS), _LONGEST))
        added.context_lengths.append(min(entry.count(IndexField.CONTEXT), _LONGEST))
        for facet in EXTRA_FACETS:
            shared = self._shared_values(document)[facet]
            own = [value for value in entry.values[facet] if value not in shared]
            if own:
                self._add_extras(facet, row, own)
        return row

    def _shared_values(self, document: str) -> dict[Facet, tuple[str, ...]]:
        """The values that all passages of a document share."""
        shared = self._shared.get(document)
        if shared is None:
            entry = self._documents[self._numbers[document]]
            shared = {facet: entry.values(facet) if entry else () for facet in EXTRA_FACETS}
            self._shared[document] = shared
        return shared

    def _add_extras(self, facet: Facet, row: int, values: Sequence[str]) -> None:
        known = self._values[facet]
        for value in dict.fromkeys(values):
            self._extras[facet].append((row, known.setdefault(value, len(known))))

    def columns(self) -> Columns:
        """Return the changed columns."""
        rows = np.array(self._added.rows, dtype=np.int64)
        document = np.full(self._next_row, FREE, dtype=np.int32)
        document[: self._old.rows] = np.where(self._freed, FREE, self._old.document)
        document[rows] = self._added.documents
        kept = {facet: ~self._freed[self._old.extra_rows[facet]] for facet in EXTRA_FACETS}
        return Columns(
            documents=tuple(self._documents),
            document=document,
            kind=_changed(self._old.kind, self._next_row, rows, self._added.kinds),
            length=_changed(self._old.length, self._next_row, rows, self._added.lengths),
            context_length=_changed(
                self._old.context_length, self._next_row, rows, self._added.context_lengths
            ),
            extra_values={facet: tuple(self._values[facet]) for facet in EXTRA_FACETS},
            extra_rows={
                facet: _extended(
                    self._old.extra_rows[facet][kept[facet]],
                    [row for row, _ in self._extras[facet]],
                )
                for facet in EXTRA_FACETS
            },
            extra_ids={
                facet: _extended(
                    self._old.extra_ids[facet][kept[facet]],
                    [value for _, value in self._extras[facet]],
                )
                for facet in EXTRA_FACETS
            },
        )


def _changed(
    old: npt.NDArray[_Number], size: int, rows: npt.NDArray[np.int64], values: Sequence[int]
) -> npt.NDArray[_Number]:
    changed = np.zeros(size, dtype=old.dtype)
    changed[: len(old)] = old
    changed[rows] = values
    return changed


def _extended(old: npt.NDArray[np.int32], values: Sequence[int]) -> npt.NDArray[np.int32]:
    return np.concatenate([old, np.array(values, dtype=np.int32)])
