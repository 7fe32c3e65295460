"""The engine `whoosh`: pure Python, the default, good for tens of thousands of passages."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from whoosh.index import create_in

from indexer.columns import Columns
from indexer.engines.protocol import EngineReader, EngineWriter
from indexer.engines.whoosh.reader import WhooshReader
from indexer.engines.whoosh.schema import schema
from indexer.engines.whoosh.writer import WhooshWriter
from indexer.facets import FacetTables

__all__ = ["WhooshEngine"]


class WhooshEngine:
    """Whoosh as an engine."""

    name = "whoosh"

    @property
    def version(self) -> str:
        """The version of Whoosh-Reloaded."""
        return version("Whoosh-Reloaded")

    def create(self, folder: Path) -> None:
        """Make an empty index in an empty folder."""
        create_in(str(folder), schema()).close()

    def writer(self, folder: Path) -> EngineWriter:
        """Open an index for changes."""
        return WhooshWriter(folder)

    def reader(self, folder: Path, columns: Columns, facets: FacetTables) -> EngineReader:
        """Open an index to search it."""
        return WhooshReader(folder, columns, facets)
