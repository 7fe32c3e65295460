"""A network of documents as a drawing: documents in a column by date, arcs from citing to cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from archive.citations.graph import CitingDocument, DocumentEdge
from webapp.addresses import document_address

__all__ = ["Network", "NetworkArc", "NetworkNode", "network"]

ROW = 26
"""The height of a document's line, in pixels."""
REACH = 150
"""How far the widest arc reaches to the left, in pixels."""
_MOST_DOCUMENTS = 50
_THICKEST = 5


@dataclass(frozen=True, slots=True)
class NetworkNode:
    """A document, in the order of the lines."""

    title: str
    address: str
    year: int | None


@dataclass(frozen=True, slots=True)
class NetworkArc:
    """One document citing another: an arc of SVG, and how thick it is drawn, in pixels."""

    path: str
    label: str
    width: int


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing: a line of the page for every document, and arcs that end at their middles.

    Attributes:
        nodes: the documents, by date.
        arcs: from one to another.
        height: of all lines, in pixels; the style sheet gives each its share.
        reach: how wide the arcs are drawn, in pixels; a page may press them together.
        left_out: how many documents are in the table only.
    """

    nodes: tuple[NetworkNode, ...]
    arcs: tuple[NetworkArc, ...]
    height: int
    reach: int
    left_out: int


def network(
    edges: Sequence[DocumentEdge], documents: Mapping[str, CitingDocument]
) -> Network | None:
    """Return a drawing of the documents with the most ties; None if no document cites another."""
    if not edges:
        return None
    ties = Counter(end for edge in edges for end in (edge.source, edge.target))
    most = {identifier for identifier, _ in ties.most_common(_MOST_DOCUMENTS)}
    shown = sorted((documents[identifier] for identifier in most), key=_by_date)
    places = {document.id: ROW * (place + 0.5) for place, document in enumerate(shown)}
    nodes = tuple(
        NetworkNode(document.title, document_address(document.id), document.year)
        for document in shown
    )
    drawn = [edge for edge in edges if edge.source in places and edge.target in places]
    return Network(
        nodes,
        tuple(_arcs(drawn, documents, places)),
        ROW * len(nodes),
        REACH,
        len(ties) - len(nodes),
    )


def _by_date(document: CitingDocument) -> tuple[bool, tuple[int, int, int], str]:
    date = document.date
    return (date is None, (0, 0, 0) if date is None else date.sort_key, document.id)


def _arcs(
    edges: Iterable[DocumentEdge],
    documents: Mapping[str, CitingDocument],
    places: Mapping[str, float],
) -> Iterable[NetworkArc]:
    """Arcs go to the left; the farther apart two documents, the farther they reach."""
    farthest = max(places.values(), default=1)
    for edge in edges:
        start, end = places[edge.source], places[edge.target]
        high = abs(end - start) / 2
        wide = 12 + (REACH - 16) * (2 * high / farthest)
        # SVG knows two ways round an ellipse: the arc bulges left whichever end is above.
        sweep = 0 if end > start else 1
        path = f"M {REACH} {start:g} A {wide:.1f} {high:.1f} 0 0 {sweep} {REACH} {end:g}"
        ends = f"{documents[edge.source].title} cites {documents[edge.target].title}"
        yield NetworkArc(path, ends, min(_THICKEST, len(edge.sentences)))
