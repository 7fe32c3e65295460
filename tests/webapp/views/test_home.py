from __future__ import annotations

from pathlib import Path

from flask.testing import FlaskClient

from tests.webapp.factories import get_page, href, text_of, texts, write_archive
from webapp import create_app
from webapp.config import Config


def test_home_says_what_the_archive_is_and_how_much_it_holds(client: FlaskClient) -> None:
    page = get_page(client, "/")
    assert text_of(page, "head > title") == text_of(page, "h1") == "Archive of examples"
    assert text_of(page, ".lead") == "Papers made up for tests."
    assert text_of(page, ".extent").startswith("2 documents")


def test_home_has_one_search_box(client: FlaskClient) -> None:
    page = get_page(client, "/")
    (box,) = page.select("form[role=search][action='/search'] input[name=q]")
    assert page.select(f"label[for='{box['id']}']")


def test_missions_lead_to_their_pages_with_their_counts(client: FlaskClient) -> None:
    page = get_page(client, "/")
    missions = page.select("section[aria-labelledby=page-missions] .values a")
    assert [link["href"] for link in missions] == [
        "/missions/unexa",
        "/missions/unpart",
    ]
    shown = text_of(missions[0], ".counts [aria-hidden]")
    mission = get_page(client, str(missions[0]["href"]))
    result = get_page(client, href(mission, "section[aria-labelledby=page-passages] .all a"))
    passages, documents = text_of(result, "#page-found").split(" passages in ")
    assert shown == f"{documents.split()[0]} · {passages}"


def test_every_year_that_has_documents_is_a_link(client: FlaskClient) -> None:
    page = get_page(client, "/")
    assert [link["href"] for link in page.select(".timeline .bars a")] == [
        "/search?year=1999",
        "/search?year=2004",
    ]


def test_every_chart_has_its_table(client: FlaskClient) -> None:
    home = get_page(client, "/")
    assert len(home.select(".timeline-grid .as-table table")) == 2
    assert texts(home, ".matrix + .as-table tbody tr") == ["UNEXA 1999 1", "UNPART 2004 1"]
    found = get_page(client, "/search?q=consent")
    assert texts(found, ".facet .as-table tbody th") == ["1999", "2004"]


def test_the_newest_documents_and_annotations_are_listed(client: FlaskClient) -> None:
    page = get_page(client, "/")
    newest = "section[aria-labelledby=page-newest] .listed-title"
    assert texts(page, newest) == ["Second paper", "The limits of consent"]
    annotations = page.select("section[aria-labelledby=page-annotations] .listing > li")
    assert "Which paragraph, exactly?" in annotations[0].get_text()
    address = href(annotations[0], ".facts a")
    assert address == "/documents/limits-of-consent#annotation-on-note"
    assert get_page(client, address).select("#annotation-on-note")


def test_an_empty_archive_says_how_to_begin(tmp_path: Path) -> None:
    client = create_app(Config(archive=write_archive(tmp_path / "empty", []))).test_client()
    assert "peacearchive import" in text_of(get_page(client, "/"), ".empty")
    assert "peacearchive import" in text_of(get_page(client, "/documents"), ".empty")
    assert "no mission" not in text_of(get_page(client, "/missions"), "h1")
    assert get_page(client, "/search")
