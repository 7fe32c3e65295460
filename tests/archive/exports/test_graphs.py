"""The citation graph as CSV, JSON and GraphML, and as what could not be resolved."""

from __future__ import annotations

import csv
import io
import json

import pytest
from bs4 import BeautifulSoup

from archive import Note, NoteMark, Span, SpanKind
from archive.authorities import Authorities, UNDocument
from archive.citations import document_citations
from archive.citations.graph import CitationGraph, citation_graph, document_graph
from archive.exports import GRAPH_EXPORTS, UnknownFormatError, export_graph, unresolved_csv
from archive.references import Catalogue, document_references
from tests.archive.exports.conftest import HOSTILE
from tests.factories import make_block, make_document, make_heading

AUTHORITIES = Authorities(
    un_documents=(UNDocument("women", "S/RES/1325 (2000)", "Women, peace & <security>"),)
)
_ROPE = "../rope/document.html"


@pytest.fixture
def graph() -> CitationGraph:
    first = make_document(
        blocks=[
            make_heading("h1", "Arrival"),
            make_block("p1", "The Council asked.", marks=(NoteMark(18, "fn1"),)),
            make_block("p2", "See rope.", spans=(Span(4, 8, SpanKind.LINK, _ROPE),)),
            make_block("p3", "=One, S/2018/1 and resolution 1325 (2001)."),
        ],
        notes=[Note("fn1", "1", "S/RES/1325 (2000), para. 8, and UNSCR 1325, para. 9.")],
        identifier="first",
        title="First\x00 mandate",
    )
    documents = [first, make_document([make_block("p1")], identifier="rope", title=HOSTILE[1])]
    catalogue = Catalogue((document.id, document.metadata) for document in documents)
    return citation_graph(
        document_graph(
            document,
            document_citations(document, AUTHORITIES),
            document_references(document, catalogue),
            AUTHORITIES,
        )
        for document in documents
    )


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_csv_has_a_line_for_every_citing_sentence(graph: CitationGraph) -> None:
    first, second, third = rows(export_graph(graph, AUTHORITIES, "csv"))
    assert [row["target"] for row in (first, second, third)] == [
        "un:S/2018/1",
        "un:women",
        "document:rope",
    ]
    assert second == {
        "source": "document:first",
        "source_title": "First\x00 mandate",
        "source_date": "1999-10",
        "target": "un:women",
        "target_title": "Women, peace & <security>",
        "target_symbol": "S/RES/1325 (2000)",
        "form": "citation",
        "confidence": "1.0",
        "passage": "fn1",
        "section": "Arrival",
        "note": "1",
        "sentence": "S/RES/1325 (2000), para. 8, and UNSCR 1325, para. 9.",
        "context": "The Council asked.",
        "written": "S/RES/1325 (2000) | UNSCR 1325",
        "pinpoint": "para. 8 | para. 9",
    }
    assert (third["form"], third["sentence"]) == ("link", "See rope.")
    assert third["target_title"] == HOSTILE[1]


def test_a_cell_is_never_a_formula(graph: CitationGraph) -> None:
    sentence = rows(export_graph(graph, AUTHORITIES, "csv"))[0]["sentence"]
    assert sentence == "'=One, S/2018/1 and resolution 1325 (2001)."


def test_json_names_nodes_by_id(graph: CitationGraph) -> None:
    data = json.loads(export_graph(graph, AUTHORITIES, "json"))
    ids = [node["id"] for node in data["nodes"]]
    assert ids == ["document:first", "document:rope", "un:S/2018/1", "un:women"]
    assert len(data["edges"]) == 3
    assert all(edge[end] in ids for edge in data["edges"] for end in ("source", "target"))


def test_graphml_is_xml_with_declared_keys(graph: CitationGraph) -> None:
    root = BeautifulSoup(export_graph(graph, AUTHORITIES, "graphml"), "xml")
    assert len(root.find_all("node")) == 4
    assert len(root.find_all("edge")) == 3
    keys = {key["id"] for key in root.find_all("key")}
    data = root.find_all("data")
    assert {element["key"] for element in data} <= keys
    titles = [element.get_text() for element in data if element["key"] == "node-title"]
    assert titles == ["First mandate", HOSTILE[1], "S/2018/1", "Women, peace & <security>"]


def test_what_leads_nowhere_as_csv(graph: CitationGraph) -> None:
    found = rows(unresolved_csv(graph.unresolved))
    assert [(row["name"], row["times"], row["reason"]) for row in found] == [
        ("S/2018/1", "1", "not in the authority"),
        ("S/RES/1325 (2001)", "1", "contradiction"),
    ]
    assert found[1]["explanation"] == "Resolution 1325 is of 2000, not of 2001."
    assert (found[1]["document"], found[1]["passage"]) == ("first", "p3")


def test_an_unknown_format_names_the_known_ones(graph: CitationGraph) -> None:
    assert list(GRAPH_EXPORTS) == ["csv", "json", "graphml"]
    with pytest.raises(UnknownFormatError, match=r"'svg'\. Known are: csv, json, graphml\."):
        export_graph(graph, AUTHORITIES, "svg")
