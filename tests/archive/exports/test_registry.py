"""Documents, result sets and passages in every format, by name."""

import json

import pytest

from archive.authorities import Authorities
from archive.exports import (
    EXPORTS,
    UnknownFormatError,
    export_document,
    export_documents,
    export_passage,
)
from tests.factories import make_document

SITE = "https://archive.example"
DOCUMENTS = [make_document(), make_document(identifier="second", title="The second mandate")]


@pytest.mark.parametrize("name", EXPORTS)
def test_every_format_takes_one_document_many_and_none(name: str) -> None:
    one = export_document(DOCUMENTS[0], Authorities(), name, SITE)
    many = export_documents(iter(DOCUMENTS), Authorities(), name, SITE)
    assert "The first mandate" in one
    assert "The second mandate" not in one
    assert many.index("The first mandate") < many.index("The second mandate")
    assert "mandate" not in export_documents([], Authorities(), name, SITE)


@pytest.mark.parametrize("name", [name for name in EXPORTS if name != "json"])
def test_a_passage_goes_with_its_address(name: str) -> None:
    text = export_passage(DOCUMENTS[0], "fn1", Authorities(), name, SITE)
    assert "https://archive.example/documents/first-mandate#fn1" in text


def test_documents_as_json_are_a_list() -> None:
    found = json.loads(export_documents(DOCUMENTS, Authorities(), "json"))
    assert [document["id"] for document in found] == ["first-mandate", "second"]


def test_a_passage_has_no_json_and_no_unknown_format() -> None:
    for name in ("json", "xml"):
        with pytest.raises(UnknownFormatError, match=f"'{name}'"):
            export_passage(DOCUMENTS[0], "p1", Authorities(), name)
