"""Changing a tantivy index."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from tantivy import Document, Index, IndexWriter

from indexer.engines.tantivy.frequent import make_frequent, patch_frequent
from indexer.engines.tantivy.schema import DOCUMENT, ROW, SHOWN, UNIT, facet_field
from indexer.entries import Entry
from indexer.query.clauses import IndexField

__all__ = ["TantivyWriter"]

_MEMORY_A_THREAD = 64 << 20
_FEW = 500


class TantivyWriter:
    """Changes a tantivy index; one at a time.

    The first few hundred entries are held back: if no more come, one thread writes them as one
    segment, so that many small changes do not leave a great many segments.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._index = Index.open(str(folder))
        self._writer: IndexWriter | None = None
        self._held: list[tuple[int, Entry]] = []
        self._removed: list[str] = []

    def add(self, row: int, entry: Entry) -> None:
        """Add an entry at a row that is free."""
        if self._writer is not None:
            self._writer.add_document(_document(row, entry))
            return
        self._held.append((row, entry))
        if len(self._held) == _FEW:
            self._writer = self._opened(os.cpu_count() or 1)

    def remove(self, units: Iterable[str]) -> None:
        """Remove all entries of units; this comes before anything is added."""
        self._removed += units

    def commit(self) -> None:
        """Make the changes count and close the writer."""
        few = self._writer is None
        writer = self._writer or self._opened(1)
        writer.commit()
        writer.garbage_collect_files()
        writer.wait_merging_threads()
        if few:
            stems = {row: entry.terms[IndexField.STEMS].split() for row, entry in self._held}
            patch_frequent(self._folder, stems)
        else:
            make_frequent(self._folder)

    def cancel(self) -> None:
        """Give up and close the writer."""
        if self._writer is not None:
            self._writer.rollback()
            self._writer.wait_merging_threads()
            self._writer = None

    def _opened(self, threads: int) -> IndexWriter:
        writer = self._index.writer(_MEMORY_A_THREAD * threads, threads)
        for unit in self._removed:
            writer.delete_documents_by_term(UNIT, unit)
        for row, entry in self._held:
            writer.add_document(_document(row, entry))
        return writer


def _document(row: int, entry: Entry) -> Document:
    document = Document()
    for field, terms in entry.terms.items():
        if terms:
            document.add_text(field.value, terms)
    for facet, values in entry.values.items():
        name = facet_field(facet)
        for value in values:
            document.add_text(name, value)
    document.add_text(UNIT, entry.unit)
    document.add_text(DOCUMENT, entry.unit.partition("#")[0])
    document.add_unsigned(ROW, row)
    document.add_bytes(SHOWN, entry.stored.encode())
    return document
