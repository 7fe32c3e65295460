"""Changing a Whoosh index."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from whoosh.index import open_dir

from indexer.engines.whoosh.codec import bulk_writer
from indexer.engines.whoosh.schema import ROW, STORED_TEXT, UNIT
from indexer.entries import Entry

__all__ = ["WhooshWriter"]

_SEGMENT = 50_000


class WhooshWriter:
    """Changes a Whoosh index; one at a time.

    A great many entries are written as several segments, which bounds the memory that it takes.
    """

    def __init__(self, folder: Path) -> None:
        self._index = open_dir(str(folder))
        self._writer = bulk_writer(self._index)
        self._added = 0

    def add(self, row: int, entry: Entry) -> None:
        """Add an entry at a row that is free."""
        if self._added == _SEGMENT:
            self._writer.commit(merge=False)
            self._writer = bulk_writer(self._index)
            self._added = 0
        self._added += 1
        fields = {field.value: terms for field, terms in entry.terms.items() if terms}
        shown = {UNIT: entry.unit, ROW: row, STORED_TEXT: entry.stored}
        self._writer.add_document(**fields, **shown)

    def remove(self, units: Iterable[str]) -> None:
        """Remove all entries of units."""
        for unit in units:
            self._writer.delete_by_term(UNIT, unit)

    def commit(self) -> None:
        """Make the changes count and close the writer."""
        self._writer.commit()
        self._index.close()

    def cancel(self) -> None:
        """Give up and close the writer."""
        self._writer.cancel()
        self._index.close()
