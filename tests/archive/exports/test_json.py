"""The JSON export, as tools rely on it."""

import json

import pytest

from archive.authorities import Authorities
from archive.citations import document_citations
from archive.exports import EXPORTS, UnknownFormatError, document_json, export_document
from archive.mentions import document_mentions
from archive.models import Note, NoteMark
from tests.factories import make_block, make_document, make_heading


def test_a_document_as_data(sample_authorities: Authorities) -> None:
    document = make_document(missions=("unamsil",), authors=("A. Writer",), publisher="A press")
    data = document_json(
        document,
        document_citations(document, sample_authorities),
        document_mentions(document, sample_authorities),
    )
    head = {key: data[key] for key in ("id", "title", "authors", "year", "publisher", "missions")}
    assert head == {
        "id": "first-mandate",
        "title": "The first mandate",
        "authors": ["A. Writer"],
        "year": 1999,
        "publisher": "A press",
        "missions": ["unamsil"],
    }
    assert data["blocks"][1]["text"] == "The Council asked the mission to protect civilians."
    assert data["notes"] == [
        {
            "id": "fn1",
            "label": "1",
            "text": "S/RES/1270 (1999), para. 14.",
            "refs": [{"block": "p1", "offset": 51}],
            "note_refs": [],
        }
    ]
    (citation,) = data["citations"]
    assert citation == {
        "symbol": "S/RES/1270 (1999)",
        "text": "S/RES/1270 (1999)",
        "note": "fn1",
        "start": 0,
        "end": 17,
        "form": "symbol",
        "un_document": "s-res-1270-1999",
        "pinpoint": "para. 14",
        "fault": None,
    }


def test_the_section_of_a_block_is_the_nearest_heading_above() -> None:
    document = make_document(
        blocks=[
            make_block("p0", "Before all."),
            make_heading("h1", "One", 1),
            make_heading("h2", "One point one", 2),
            make_block("p1", "Under both."),
            make_heading("h3", "Two", 1),
        ]
    )
    sections = {block["id"]: block["section"] for block in document_json(document)["blocks"]}
    assert sections == {"p0": None, "h1": None, "h2": "h1", "p1": "h2", "h3": None}


def test_a_missing_note_has_no_text_and_marks_in_notes_are_apart() -> None:
    document = make_document(
        blocks=[make_block(marks=(NoteMark(3, "fn1"),))],
        notes=[Note("fn1", "1", None), Note("fn2", "2", "See.", marks=(NoteMark(4, "fn1"),))],
    )
    first = document_json(document)["notes"][0]
    assert first["text"] is None
    assert first["refs"] == [{"block": "p1", "offset": 3}]
    assert first["note_refs"] == [{"note": "fn2", "offset": 4}]


def test_mentions_left_open_are_apart(sample_authorities: Authorities) -> None:
    document = make_document(blocks=[make_block(text="UNMIL and ECOMOG.")])
    data = document_json(document, (), document_mentions(document, sample_authorities))
    assert [(one["mission"], one["block"]) for one in data["mentions"]] == [("unmil", "p1")]
    (left_open,) = data["open_mentions"]
    assert left_open["text"] == "ECOMOG"
    assert "ecomog-sierra-leone" in left_open["candidates"]


def test_export_by_name(sample_authorities: Authorities) -> None:
    text = export_document(make_document(), sample_authorities, "json")
    assert json.loads(text)["id"] == "first-mandate"
    assert EXPORTS["json"].media_type == "application/json"


def test_an_unknown_format_names_the_known_ones(sample_authorities: Authorities) -> None:
    with pytest.raises(UnknownFormatError, match=r"no format 'xml'\. Known are: json, bibtex,"):
        export_document(make_document(), sample_authorities, "xml")
