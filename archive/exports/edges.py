"""The citation graph as rows: who cites what, in which sentence and place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.authorities import Authorities
from archive.citations.graph import (
    CitationGraph,
    CitedDocument,
    CitingDocument,
    CitingSentence,
    ReferringSentence,
)

__all__ = ["Edge", "Node", "edges", "nodes"]


@dataclass(frozen=True, slots=True)
class Node:
    """A document of the archive or a UN document.

    Attributes:
        id: unique among the nodes: `document:` or `un:` and the id or symbol.
        title: or the symbol, where no title is known.
        symbol: of a UN document, or None.
        date: ISO 8601, or None.
    """

    id: str
    title: str
    symbol: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """One sentence that cites.

    Attributes:
        source: the node that cites.
        target: the node that is cited.
        form: `citation` of a UN document, or how a document of the archive is referred to.
        confidence: from 0 to 1.
        passage: the id of the block or note.
        section: the headings above it, outermost first, with ` > ` between them.
        note: the label of the note, or empty.
        sentence: the sentence.
        context: for a note the sentence of the text that refers to it, else empty.
        written: the references as written, with ` | ` between them.
        pinpoint: the places inside the UN document, likewise.
    """

    source: Node
    target: Node
    form: str
    confidence: float
    passage: str
    section: str
    note: str
    sentence: str
    context: str
    written: str
    pinpoint: str


def nodes(graph: CitationGraph, authorities: Authorities) -> Iterator[Node]:
    """Yield the documents of the archive, then the UN documents cited."""
    yield from map(_document_node, graph.documents.values())
    for cited in graph.cited.values():
        yield _un_node(cited, authorities)


def edges(graph: CitationGraph, authorities: Authorities) -> Iterator[Edge]:
    """Yield every citing sentence: of UN documents, then of documents; doubtful ones not."""
    for cited in graph.cited.values():
        target = _un_node(cited, authorities)
        for sentence in cited.cited_by:
            yield _edge(sentence, target, "citation", 1.0, sentence.pinpoints)
    for reference in graph.referring:
        document = graph.documents.get(reference.target)
        if document is not None and not reference.doubtful:
            target = _document_node(document)
            yield _edge(reference, target, reference.form.value, reference.confidence)


def _edge(
    sentence: CitingSentence | ReferringSentence,
    target: Node,
    form: str,
    confidence: float,
    pinpoints: tuple[str, ...] = (),
) -> Edge:
    place = sentence.place
    return Edge(
        _document_node(sentence.document),
        target,
        form,
        confidence,
        place.passage,
        " > ".join(place.section),
        place.note or "",
        place.text,
        place.context,
        " | ".join(sentence.written),
        " | ".join(pinpoints),
    )


def _document_node(document: CitingDocument) -> Node:
    date = None if document.date is None else str(document.date)
    return Node(f"document:{document.id}", document.title, document.symbol, date)


def _un_node(cited: CitedDocument, authorities: Authorities) -> Node:
    known = None if cited.un_document is None else authorities.un_document(cited.un_document)
    title = cited.symbol or cited.key if known is None else known.title
    date = None if known is None or known.date is None else str(known.date)
    return Node(f"un:{cited.key}", title, cited.symbol, date)
