"""The files in which parts of the citation graph are kept.

They are a cache: a file that is missing, cut short or of another form counts as not there.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archive.citations.graph import DocumentGraph, graph_data, read_graph_data
from webapp.citing.models import CatalogueState

__all__ = ["KeptFiles", "KeptPart"]

_CATALOGUE = "catalogue.json"
_PART = ".part.json"


@dataclass(frozen=True, slots=True)
class KeptPart:
    """What a document adds to the graph.

    Attributes:
        digest: of the files it was made from.
        part: what it adds; None for a document with a fault.
    """

    digest: str
    part: DocumentGraph | None


@dataclass(frozen=True)
class KeptFiles:
    """The files, one a document, and one for the catalogue by which references were found."""

    folder: Path

    def part(self, document_id: str) -> KeptPart | None:
        """Return what is kept of a document."""
        data = _read(self._path(document_id))
        try:
            part = None if data is None or data["part"] is None else read_graph_data(data["part"])
            return None if data is None else KeptPart(str(data["digest"]), part)
        except (AttributeError, KeyError, TypeError, ValueError):
            return None

    def keep(self, document_id: str, kept: KeptPart) -> None:
        """Keep what a document adds."""
        part = None if kept.part is None else graph_data(kept.part)
        self._write(self._path(document_id), {"digest": kept.digest, "part": part})

    def forget_all_but(self, documents: Iterable[str]) -> None:
        """Remove what is kept of documents that are gone."""
        known = {self._path(document_id).name for document_id in documents}
        for path in self.folder.glob(f"*{_PART}"):
            if path.name not in known:
                path.unlink(missing_ok=True)

    def catalogue(self) -> CatalogueState:
        """Return the catalogue by which the references kept were found; empty if unknown."""
        data = _read(self.folder / _CATALOGUE) or {}
        return {key: tuple(map(str, values)) for key, values in data.items()}

    def keep_catalogue(self, state: CatalogueState) -> None:
        """Keep the catalogue; to be called when all parts are kept."""
        self._write(self.folder / _CATALOGUE, dict(state))

    def clear(self) -> None:
        """Forget everything."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, document_id: str) -> Path:
        return self.folder / f"{document_id}{_PART}"

    def _write(self, path: Path, data: object) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        path.write_text(text, encoding="utf-8")


def _read(path: Path) -> dict[str, Any] | None:
    try:
        data = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    return data if isinstance(data, dict) else None
