"""What a bibliography says of a document or a passage."""

import pytest

from archive import Document, Note, NoteMark, PartialDate
from archive.authorities import Authorities
from archive.exports import Item, Locator, document_item, passage_item
from tests.factories import make_block, make_document, make_heading

SITE = "https://archive.example"


@pytest.fixture
def document() -> Document:
    return make_document(
        blocks=[
            make_heading("h1", "Arrival"),
            make_block("p1", "They came.", marks=(NoteMark(10, "fn4"),)),
            make_block("box1-a", "A box."),
        ],
        notes=[Note("fn4", "4", "See.")],
        title="The first\n mandate",
        subtitle="A  reading",
        authors=("Ada Moreau", "Harbour Institute"),
        publisher="Harbour Press",
        date=PartialDate(1999, 10),
        type="report",
        missions=("unamsil",),
        themes=("poc",),
        extra={"number": 12, "doi": "https://doi.org/10.1234/abc", "place": "Cairo", "isbn": ["x"]},
    )


def test_a_document_is_described_from_its_metadata(
    document: Document, sample_authorities: Authorities
) -> None:
    item = document_item(document, sample_authorities, SITE + "/")
    assert (item.title, item.short_title) == ("The first mandate: A reading", "The first mandate")
    assert [author.inverted for author in item.authors] == ["Moreau, Ada", "Harbour Institute"]
    assert (item.institution, item.place, item.number) == ("Harbour Press", "Cairo", "12")
    assert (item.doi, item.isbn) == ("10.1234/abc", None)
    assert item.keywords == ("UNAMSIL", "Protection of civilians")
    assert item.url == "https://archive.example/documents/first-mandate"


@pytest.mark.parametrize(
    ("passage", "locator", "short"),
    [
        ("p1", Locator("paragraph", "1"), "para. 1"),
        ("box1-a", Locator("paragraph", "box1-a"), "para. box1-a"),
        ("fn4", Locator("note", "4"), "note 4"),
        ("h1", Locator("section", "Arrival"), "sec. Arrival"),
    ],
)
def test_a_passage_has_its_place_and_address(
    passage: str, locator: Locator, short: str, document: Document
) -> None:
    item = passage_item(document, passage, base_url=SITE)
    assert (item.locator, locator.short) == (locator, short)
    assert item.key == f"first-mandate:{passage}"
    assert item.url == f"https://archive.example/documents/first-mandate#{passage}"


def test_an_unknown_passage_is_an_error(document: Document) -> None:
    with pytest.raises(KeyError):
        passage_item(document, "p99")


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("https://press.example/a b{c}", "https://press.example/a%20b%7Bc%7D"),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_without_a_site_the_address_is_that_of_the_source(source: str, url: str | None) -> None:
    assert document_item(make_document(source={"url": source})).url == url


def test_a_bare_document_has_a_title_and_a_kind() -> None:
    item = document_item(make_document(title="Rope", date=None))
    assert item == Item("first-mandate", "Rope", "Rope")
