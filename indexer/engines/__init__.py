"""The engines, by name: what indexes passages and answers clauses."""

from __future__ import annotations

from indexer.engines.protocol import Engine, EngineReader, EngineWriter, Matches
from indexer.engines.whoosh import WhooshEngine
from indexer.errors import EngineMissingError

__all__ = ["Engine", "EngineReader", "EngineWriter", "Matches", "engine_named"]


def engine_named(name: str) -> Engine:
    """Return an engine by its name.

    Raises:
        EngineMissingError: there is no such engine, or what it needs is not installed.
    """
    if name == WhooshEngine.name:
        return WhooshEngine()
    if name == "tantivy":
        return _tantivy()
    raise EngineMissingError(name, "Write 'engine: whoosh' or 'engine: tantivy' into archive.yaml.")


def _tantivy() -> Engine:
    try:
        from indexer.engines.tantivy import TantivyEngine  # noqa: PLC0415  # it is an extra
    except ModuleNotFoundError as error:
        remedy = "Install it with 'pip install peacearchive[tantivy]', or use 'engine: whoosh'."
        raise EngineMissingError("tantivy", remedy) from error
    return TantivyEngine()
