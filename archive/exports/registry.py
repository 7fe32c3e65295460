"""The formats that documents, passages and the citation graph are exported to, by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import Any, TypeVar

from archive.authorities import Authorities
from archive.citations import document_citations
from archive.citations.graph import CitationGraph
from archive.errors import ArchiveError
from archive.exports.bibtex import bibtex
from archive.exports.csl import csl_json
from archive.exports.graphs import graph_csv, graph_json, graphml
from archive.exports.items import Item, document_item, passage_item
from archive.exports.json import document_json
from archive.exports.ris import ris
from archive.mentions import document_mentions
from archive.models import Document

__all__ = [
    "EXPORTS",
    "GRAPH_EXPORTS",
    "Export",
    "GraphExport",
    "UnknownFormatError",
    "export_document",
    "export_documents",
    "export_graph",
    "export_items",
    "export_passage",
]

Format = TypeVar("Format")


class UnknownFormatError(ArchiveError):
    """No export has the name asked for, or none of that name does what is asked."""


@dataclass(frozen=True, slots=True)
class Export:
    """One format of documents.

    Attributes:
        name: what the command line and addresses call it.
        media_type: for HTTP.
        suffix: of the names of files, with its dot.
        write_items: gives the text for items of a bibliography, whole documents or passages;
            None for a format of documents as a whole.
        write_documents: gives the text for documents as a whole; None for the others.
    """

    name: str
    media_type: str
    suffix: str
    write_items: Callable[[Iterable[Item]], str] | None = None
    write_documents: Callable[[Sequence[Document], Authorities], str] | None = None


@dataclass(frozen=True, slots=True)
class GraphExport:
    """One format of the citation graph; see `Export` for the attributes."""

    name: str
    media_type: str
    suffix: str
    write: Callable[[CitationGraph, Authorities], str]


def _write_json(documents: Sequence[Document], authorities: Authorities) -> str:
    """One document as an object, several as a list."""
    data: list[Any] = [
        document_json(
            document,
            document_citations(document, authorities),
            document_mentions(document, authorities),
        )
        for document in documents
    ]
    return json.dumps(data[0] if len(data) == 1 else data, ensure_ascii=False, indent=2) + "\n"


def _in_style(style: str) -> Callable[[Iterable[Item]], str]:
    """The references in a style, one a line. The citation processor is loaded when asked for."""

    def write(items: Iterable[Item]) -> str:
        formatted = import_module("archive.exports.formatted").formatted
        return "".join(f"{found.reference}\n" for found in formatted(items, style))

    return write


_STYLES = ("chicago-notes", "chicago-author-date", "apa", "mla", "harvard")
EXPORTS: Mapping[str, Export] = {
    export.name: export
    for export in (
        Export("json", "application/json", ".json", write_documents=_write_json),
        Export("bibtex", "application/x-bibtex", ".bib", bibtex),
        Export("ris", "application/x-research-info-systems", ".ris", ris),
        Export("csl-json", "application/vnd.citationstyles.csl+json", ".csl.json", csl_json),
        *(Export(style, "text/plain", ".txt", _in_style(style)) for style in _STYLES),
    )
}
GRAPH_EXPORTS: Mapping[str, GraphExport] = {
    export.name: export
    for export in (
        GraphExport("csv", "text/csv", ".csv", graph_csv),
        GraphExport("json", "application/json", ".json", graph_json),
        GraphExport("graphml", "application/graphml+xml", ".graphml", graphml),
    )
}


def export_document(
    document: Document, authorities: Authorities, name: str, base_url: str = ""
) -> str:
    """Return the text of a document in a format.

    Raises:
        UnknownFormatError: there is no such format.
    """
    return export_documents([document], authorities, name, base_url)


def export_documents(
    documents: Iterable[Document], authorities: Authorities, name: str, base_url: str = ""
) -> str:
    """Return the text of documents in a format, such as those of a search.

    Args:
        documents: in the order wanted.
        authorities: of the archive.
        name: of the format.
        base_url: the address of the archive, for links to its documents.

    Raises:
        UnknownFormatError: there is no such format.
    """
    export = _known(EXPORTS, name)
    if export.write_documents is not None:
        return export.write_documents(tuple(documents), authorities)
    items = [document_item(document, authorities, base_url) for document in documents]
    return "" if export.write_items is None else export.write_items(items)


def export_passage(
    document: Document, passage: str, authorities: Authorities, name: str, base_url: str = ""
) -> str:
    """Return a reference to a block or note, with its address and its place in the document.

    Raises:
        UnknownFormatError: there is no such format, or it has no references.
        KeyError: the document has no such passage.
    """
    return export_items([passage_item(document, passage, authorities, base_url)], name)


def export_items(items: Iterable[Item], name: str) -> str:
    """Return references to items, such as the documents that a search found.

    Raises:
        UnknownFormatError: there is no such format, or it has no references.
    """
    of_references = {key: one for key, one in EXPORTS.items() if one.write_items is not None}
    export = _known(of_references, name)
    return "" if export.write_items is None else export.write_items(items)


def export_graph(graph: CitationGraph, authorities: Authorities, name: str) -> str:
    """Return the citation graph in a format.

    Raises:
        UnknownFormatError: there is no such format.
    """
    return _known(GRAPH_EXPORTS, name).write(graph, authorities)


def _known(formats: Mapping[str, Format], name: str) -> Format:
    found = formats.get(name)
    if found is None:
        known = ", ".join(formats)
        raise UnknownFormatError(f"There is no format '{name}'.", remedy=f"Known are: {known}.")
    return found
