"""The engines, by name: what indexes passages and answers clauses."""

from __future__ import annotations

from indexer.engines.protocol import Engine, EngineReader, EngineWriter, Found
from indexer.engines.whoosh import WhooshEngine
from indexer.errors import EngineMissingError

__all__ = ["Engine", "EngineReader", "EngineWriter", "Found", "engine_named"]


def engine_named(name: str) -> Engine:
    """Return an engine by its name.

    Raises:
        EngineMissingError: there is no such engine, or what it needs is not installed.
    """
    if name == WhooshEngine.name:
        return WhooshEngine()
    raise EngineMissingError(name, "Write 'engine: whoosh' into archive.yaml.")
