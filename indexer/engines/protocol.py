"""What every engine can do: hold entries, and find those that a clause describes.

An engine knows rows (numbers of passages) and terms. Facet counts, snippets, grouping by document
and the query language are not its business.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from indexer.columns import Columns
from indexer.engine import Filters
from indexer.entries import Entry
from indexer.facets import FacetTables, Narrowed
from indexer.query.clauses import Clause, IndexField

__all__ = ["Engine", "EngineReader", "EngineWriter", "Matches"]


class Matches(Protocol):
    """The rows that a clause finds, and how well they match."""

    @property
    def rows(self) -> npt.NDArray[np.bool_]:
        """For every row whether it is found."""

    def best_documents(
        self, narrowed: Narrowed, filters: Filters, most: int
    ) -> npt.NDArray[np.int64]:
        """Return the numbers of the documents with the best rows, best first, at most so many.

        Args:
            narrowed: the rows found that the filters leave.
            filters: the same filters.
            most: how many documents are wanted.
        """

    def scores(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float32]:
        """Return the scores of some of the rows found."""


class EngineReader(Protocol):
    """One state of an index, which never changes. Several threads may read at once."""

    def find(self, clause: Clause) -> Matches:
        """Find all rows that a clause describes."""

    def terms(self, field: IndexField, beginning: str, most: int) -> Sequence[str]:
        """Return the terms of a field that begin so, in order, at most so many."""

    def counts(self, field: IndexField, beginning: str) -> Mapping[str, int]:
        """Return the terms of a field that begin so, and about how many passages have each.

        They are in order.
        """

    def has_term(self, field: IndexField, text: str) -> bool:
        """Return whether some passage has the term."""

    def stored(self, rows: Sequence[int]) -> Sequence[str]:
        """Return what the entries of rows store."""

    def close(self) -> None:
        """Give back files and memory."""


class EngineWriter(Protocol):
    """Changes an index in its folder; nothing counts before `commit`."""

    def add(self, row: int, entry: Entry) -> None:
        """Add an entry at a row that is free."""

    def remove(self, units: Iterable[str]) -> None:
        """Remove all entries of units."""

    def commit(self) -> None:
        """Make the changes count and close the writer."""

    def cancel(self) -> None:
        """Give up and close the writer."""


class Engine(Protocol):
    """An engine: makes, changes and opens indexes in folders."""

    name: str

    @property
    def version(self) -> str:
        """The version of the package that does the work."""

    def create(self, folder: Path) -> None:
        """Make an empty index in an empty folder."""

    def writer(self, folder: Path) -> EngineWriter:
        """Open an index for changes."""

    def reader(self, folder: Path, columns: Columns, facets: FacetTables) -> EngineReader:
        """Open an index to search it."""
