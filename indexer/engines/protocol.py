"""What every engine can do: hold entries, and find those that a clause describes.

An engine knows rows (numbers of passages) and terms. Facets, snippets, grouping by document and
the query language are not its business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from indexer.columns import Columns
from indexer.entries import Entry
from indexer.facets import FacetTables
from indexer.query.clauses import Clause, IndexField

__all__ = ["Engine", "EngineReader", "EngineWriter", "Found"]


class Found(Protocol):
    """The rows that a clause finds."""

    @property
    def rows(self) -> npt.NDArray[np.bool_]:
        """For every row whether it is found."""

    def scores(self) -> npt.NDArray[np.float32]:
        """For every row its score; 0 where it is not found."""


class EngineReader(Protocol):
    """One state of an index, which never changes."""

    def find(self, clause: Clause) -> Found:
        """Find all rows that a clause describes."""

    def terms(self, field: IndexField, beginning: str, most: int) -> Sequence[str]:
        """Return the terms of a field that begin so, in order, at most so many."""

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

    def create(self, folder: Path) -> None:
        """Make an empty index in an empty folder."""

    def writer(self, folder: Path) -> EngineWriter:
        """Open an index for changes."""

    def reader(self, folder: Path, columns: Columns, facets: FacetTables) -> EngineReader:
        """Open an index to search it."""
