"""The engine `tantivy`: compiled, an extra, for large archives."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from tantivy import Index

from indexer.columns import Columns
from indexer.engines.protocol import EngineReader, EngineWriter
from indexer.engines.tantivy.reader import TantivyReader
from indexer.engines.tantivy.schema import schema
from indexer.engines.tantivy.writer import TantivyWriter
from indexer.facets import FacetTables

__all__ = ["TantivyEngine"]


class TantivyEngine:
    """Tantivy as an engine."""

    name = "tantivy"

    @property
    def version(self) -> str:
        """The version of tantivy."""
        return version("tantivy")

    def create(self, folder: Path) -> None:
        """Make an empty index in an empty folder."""
        Index(schema(), str(folder))

    def writer(self, folder: Path) -> EngineWriter:
        """Open an index for changes."""
        return TantivyWriter(folder)

    def reader(self, folder: Path, columns: Columns, facets: FacetTables) -> EngineReader:
        """Open an index to search it."""
        return TantivyReader(folder, columns, facets)
