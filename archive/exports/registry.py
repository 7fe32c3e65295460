"""The formats a document can be exported to, by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from archive.authorities import Authorities
from archive.citations import document_citations
from archive.errors import ArchiveError
from archive.exports.json import document_json
from archive.mentions import document_mentions
from archive.models import Document

__all__ = ["EXPORTS", "Export", "UnknownFormatError", "export_document"]


class UnknownFormatError(ArchiveError):
    """No export has the name asked for."""


@dataclass(frozen=True, slots=True)
class Export:
    """One format.

    Attributes:
        name: what the command line and addresses call it.
        media_type: for HTTP.
        write: gives the text of the exported document.
    """

    name: str
    media_type: str
    write: Callable[[Document, Authorities], str]


def _write_json(document: Document, authorities: Authorities) -> str:
    data = document_json(
        document,
        document_citations(document, authorities),
        document_mentions(document, authorities),
    )
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


EXPORTS: Mapping[str, Export] = {
    export.name: export for export in (Export("json", "application/json", _write_json),)
}


def export_document(document: Document, authorities: Authorities, name: str) -> str:
    """Return the text of a document in a format.

    Raises:
        UnknownFormatError: there is no such format.
    """
    export = EXPORTS.get(name)
    if export is None:
        known = ", ".join(EXPORTS)
        raise UnknownFormatError(f"There is no format '{name}'.", remedy=f"Known are: {known}.")
    return export.write(document, authorities)
