"""The citation graph as CSV, JSON and GraphML, and what it could not resolve as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from xml.etree import ElementTree as ET

from archive.authorities import Authorities
from archive.citations.graph import CitationGraph, Unresolved
from archive.exports.edges import Edge, Node, edges, nodes
from archive.text import clean_text

__all__ = ["graph_csv", "graph_json", "graphml", "unresolved_csv"]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE_KEYS = ("title", "symbol", "date", "kind")
_EDGE_KEYS = (
    "form", "confidence", "passage", "section", "note", "sentence", "context", "written",
    "pinpoint",
)  # fmt: skip


def graph_csv(graph: CitationGraph, authorities: Authorities) -> str:
    """Return the edges as CSV, one citing sentence a line.

    A cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    header = (
        "source", "source_title", "source_date", "target", "target_title", "target_symbol",
        *_EDGE_KEYS,
    )  # fmt: skip
    rows = (
        (
            edge.source.id,
            edge.source.title,
            edge.source.date,
            edge.target.id,
            edge.target.title,
            edge.target.symbol,
            *(getattr(edge, key) for key in _EDGE_KEYS),
        )
        for edge in edges(graph, authorities)
    )
    return _csv(header, rows)


def unresolved_csv(unresolved: Iterable[Unresolved]) -> str:
    """Return citations that lead nowhere as CSV, one place a line, the most frequent first."""
    header = (
        "name", "times", "reason", "explanation", "document", "passage", "section", "note",
        "written", "sentence", "context",
    )  # fmt: skip
    rows = (
        (
            one.name,
            len(one.citations),
            one.reason.value,
            citation.explanation,
            citation.document.id,
            citation.place.passage,
            " > ".join(citation.place.section),
            citation.place.note,
            citation.written,
            citation.place.text,
            citation.place.context,
        )
        for one in unresolved
        for citation in one.citations
    )
    return _csv(header, rows)


def graph_json(graph: CitationGraph, authorities: Authorities) -> str:
    """Return nodes and edges as JSON; an edge names its nodes by their ids."""
    data = {
        "nodes": [asdict(node) for node in nodes(graph, authorities)],
        "edges": [
            {"source": edge.source.id, "target": edge.target.id}
            | {key: getattr(edge, key) for key in _EDGE_KEYS}
            for edge in edges(graph, authorities)
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def graphml(graph: CitationGraph, authorities: Authorities) -> str:
    """Return the graph as GraphML, directed, with an edge for each citing sentence."""
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    for holder, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for key in keys:
            kind = "double" if key == "confidence" else "string"
            attributes = {"id": f"{holder}-{key}", "for": holder, "attr.name": key}
            ET.SubElement(root, "key", {**attributes, "attr.type": kind})
    drawn = ET.SubElement(root, "graph", id="citations", edgedefault="directed")
    for node in nodes(graph, authorities):
        element = ET.SubElement(drawn, "node", id=clean_text(node.id))
        _add_data(element, "node", _NODE_KEYS, _node_data(node))
    for number, edge in enumerate(edges(graph, authorities)):
        ends = {"source": clean_text(edge.source.id), "target": clean_text(edge.target.id)}
        element = ET.SubElement(drawn, "edge", {"id": f"e{number}", **ends})
        _add_data(element, "edge", _EDGE_KEYS, _edge_data(edge))
    ET.indent(root)
    content: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return content.decode() + "\n"


def _node_data(node: Node) -> dict[str, str | None]:
    kind = "document" if node.id.startswith("document:") else "UN document"
    return {"title": node.title, "symbol": node.symbol, "date": node.date, "kind": kind}


def _edge_data(edge: Edge) -> dict[str, str | None]:
    return {key: str(getattr(edge, key)) for key in _EDGE_KEYS}


def _add_data(
    element: ET.Element, holder: str, keys: Sequence[str], data: dict[str, str | None]
) -> None:
    for key in keys:
        value = data[key]
        if value:
            ET.SubElement(element, "data", key=f"{holder}-{key}").text = clean_text(value)


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
