from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.webapp.factories import get_page, href, text_of, texts
from webapp import create_app
from webapp.config import Config

ADDRESS = "/documents/limits-of-consent"


@pytest.fixture
def page(client: FlaskClient) -> BeautifulSoup:
    return get_page(client, ADDRESS)


def test_the_title_block_says_who_what_and_when(page: BeautifulSoup) -> None:
    assert text_of(page, "head > title") == "The limits of consent · Archive of examples"
    assert text_of(page, "h1") == "The limits of consent"
    assert text_of(page, ".subtitle") == "What hosts allow, and what they withdraw"
    assert text_of(page, ".credits") == "Ada Author , Ben Writer · Example Press · October 1999"
    assert text_of(page, ".abstract") == "A paper about asking first."
    assert dict(zip(texts(page, ".facts-list dt"), texts(page, ".facts-list dd"), strict=True)) == {
        "Missions": "UNEXA",
        "Themes": "Consent of the host",
        "Source": "https://example.org/limits · limits.txt",
        "Rights": "Free to read.",
        "Cite": "How to cite this document",
        "Export": "JSON · BibTeX · RIS · CSL-JSON",
    }
    assert text_of(page, ".abbreviations dd") == "protection of civilians"


def test_missions_themes_and_authors_lead_to_their_pages(page: BeautifulSoup) -> None:
    links = [link["href"] for link in page.select(".credits a, .facts-list a")]
    assert links[:4] == [
        "/authors/Ada%20Author", "/authors/Ben%20Writer", "/missions/unexa", "/themes/consent",
    ]  # fmt: skip


def test_the_contents_lead_to_the_sections(page: BeautifulSoup) -> None:
    entries = page.select("nav[role=doc-toc] ol a")
    assert [entry.get_text() for entry in entries] == ["What hosts allow", "What follows"]
    for entry in entries:
        heading = page.find(id=str(entry["href"])[1:])
        assert heading is not None
        assert str(heading.name).startswith("h")


def test_every_block_and_note_keeps_its_id(page: BeautifulSoup) -> None:
    for identifier in ("h1", "p1", "p2", "q1", "h2", "i1", "i2", "i3", "b1", "p3", "box1"):
        assert page.select_one(f".text #{identifier}") is not None, identifier
    assert [note["id"] for note in page.select(".notes > li")] == ["fn1", "fn2", "fn3"]


def test_no_id_is_given_twice(page: BeautifulSoup) -> None:
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_every_link_within_the_page_leads_somewhere(page: BeautifulSoup) -> None:
    for link in page.select("a[href^='#']"):
        assert page.find(id=str(link["href"])[1:]) is not None, link


def test_every_paragraph_has_a_link_to_itself(page: BeautifulSoup) -> None:
    assert href(page, "#p2 > .permalink") == "#p2"
    assert href(page, "#i2 > .permalink") == "#i2"


def test_notes_and_marks_lead_to_each_other(page: BeautifulSoup) -> None:
    for mark in page.select("a[role=doc-noteref]"):
        (note,) = page.select(f"#{str(mark['href'])[1:]}")
        backs = [back["href"] for back in note.select("a[role=doc-backlink]")]
        assert f"#{mark['id']}" in backs
    assert len(page.select("#fn1 a[role=doc-backlink]")) == 3


def test_a_missing_note_says_so(page: BeautifulSoup) -> None:
    assert "not its text" in text_of(page, "#fn2 .missing")


def test_quotations_lists_and_boxes_are_set_as_such(page: BeautifulSoup) -> None:
    assert page.select_one("blockquote > #q1") is not None
    assert page.select_one("ol > #i1 > ul > #i2") is not None
    assert texts(page, "ol > li > .item-label") == ["1.", "2."]
    assert page.select_one("section.box#box1 > #b1") is not None


def test_a_link_to_another_document_leads_to_its_page(
    page: BeautifulSoup, client: FlaskClient
) -> None:
    address = href(page, "#p3 a[href^='/documents']")
    assert address == "/documents/second-paper#p1"
    assert get_page(client, address).select_one("#p1") is not None


def test_a_published_annotation_stands_with_its_words(page: BeautifulSoup) -> None:
    assert text_of(page, "#p1 mark.annotated") == "consent"
    card = page.select_one("#annotation-on-consent")
    assert card is not None
    assert href(page, "#annotated-on-consent") == "#annotation-on-consent"
    assert text_of(card, ".annotation-head") == "a Comment · A. Editor · 12 March 2026"
    assert href(card, ".annotation-body a") == "/documents/second-paper#p1"
    assert texts(card, ".tags a") == ["Consent of the host"]


def test_an_annotation_on_a_whole_note_stands_with_the_note(page: BeautifulSoup) -> None:
    assert page.select_one("#fn1.annotated-whole #annotation-on-note") is not None


def test_an_annotation_whose_words_are_gone_is_shown_apart(page: BeautifulSoup) -> None:
    assert text_of(page, ".unplaced .annotation-quote") == "words that are gone"


@pytest.mark.parametrize("state", ["draft", "submitted", "withdrawn"])
def test_annotations_that_are_not_published_are_nowhere(client: FlaskClient, state: str) -> None:
    word = f"zz{state}zz"
    addresses = [ADDRESS, f"{ADDRESS}.json", "/", f"/search?q={word}", "/search.json?q=nobody"]
    for address in addresses:
        text = client.get(address).text
        assert f"Nobody reads {word}" not in text, address


def test_a_document_as_json(client: FlaskClient, page: BeautifulSoup) -> None:
    response = client.get(href(page, ".export a[href$=json]:not([href*=csl])"))
    assert response.mimetype == "application/json"
    data = response.get_json()
    assert data["id"] == "limits-of-consent"
    assert [note["label"] for note in data["notes"]] == ["1", "2", "3"]
    assert data["citations"][0]["symbol"] == "S/RES/1270 (1999)"


@pytest.mark.parametrize("address", ["/documents/no-such-paper", "/documents/UPPER"])
def test_an_unknown_document_is_not_found(client: FlaskClient, address: str) -> None:
    page = get_page(client, address, status=404)
    assert "no document" in text_of(page, ".lead")
    assert client.get(f"{address}.json").get_json()["status"] == 404


def test_a_faulty_document_says_that_it_is_left_out(own_archive_folder: Path) -> None:
    path = own_archive_folder / "documents" / "second-paper" / "metadata.yaml"
    path.write_text("title: [", encoding="utf-8")
    client = create_app(Config(archive=own_archive_folder)).test_client()
    page = get_page(client, "/documents/second-paper", status=404)
    assert "left out" in text_of(page, ".lead")
    assert str(own_archive_folder) not in str(page)
    assert texts(get_page(client, "/documents"), ".listed-title") == ["The limits of consent"]


def test_all_documents_are_listed_newest_first(client: FlaskClient) -> None:
    page = get_page(client, "/documents")
    assert texts(page, ".listed-title") == ["Second paper", "The limits of consent"]
    assert texts(page, ".listing .facts")[0] == "1 March 2004 · Ada Author · essay"


def test_the_address_for_print_is_the_one_the_archive_gives(own_archive_folder: Path) -> None:
    settings = own_archive_folder / "archive.yaml"
    text = settings.read_text(encoding="utf-8").replace(
        "base_url: ''", "base_url: https://archive.example"
    )
    settings.write_text(text, encoding="utf-8")
    page = get_page(create_app(Config(archive=own_archive_folder)).test_client(), ADDRESS)
    assert text_of(page, ".print-address") == f"https://archive.example{ADDRESS}"
    assert href(page, "link[rel=canonical]") == f"https://archive.example{ADDRESS}"
