"""Parts of the citation graph as data, and back."""

from __future__ import annotations

import json

from archive import Note, NoteMark, PartialDate
from archive.citations.graph import graph_data, read_graph_data
from archive.references import Catalogue
from tests.archive.citations.test_graph import part
from tests.factories import make_block, make_document, make_heading


def test_a_part_comes_back_from_json_as_it_was() -> None:
    other = make_document(
        identifier="other", title="Ropes and harbours in war", authors=("Ada Moreau",)
    )
    text = "See Ada Moreau, Ropes and harbours in war (1999), and S/RES/2999 (2030)."
    document = make_document(
        [make_heading(), make_block("p1", text, marks=(NoteMark(len(text), "fn1"),))],
        [Note("fn1", "1", "S/RES/1325 (2000), para. 8, and S/RES/9999.")],
        date=PartialDate(2004, 5),
        missions=("unamsil",),
    )
    made = part(document, Catalogue([(other.id, other.metadata)]))
    assert made.citing
    assert made.referring
    assert made.unresolved
    assert read_graph_data(json.loads(json.dumps(graph_data(made)))) == made


def test_an_undated_document_without_citations_comes_back_too() -> None:
    made = part(make_document([make_block()], date=None))
    assert read_graph_data(json.loads(json.dumps(graph_data(made)))) == made
