"""Documents citing each other, the graph to take away, and what is unresolved."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient

from tests.webapp.citing.papers import citing_archive
from tests.webapp.desks import desks_in, soup
from tests.webapp.factories import get_page, href, text_of, texts
from webapp import create_app
from webapp.config import Config


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    folder = citing_archive(tmp_path_factory.mktemp("citing") / "archive")
    return create_app(Config(archive=folder)).test_client()


def test_documents_citing_each_other_are_a_table(client: FlaskClient) -> None:
    page = get_page(client, "/citations")
    rows = [texts(row, ":scope > th, :scope > td")[:2] for row in page.select(".links tbody tr")]
    assert rows == [
        ["Ropes and harbours in time of war 2003", "Resolution on people 1999"],
        ["A study of ropes 2010", "Ropes and harbours in time of war 2003"],
    ]
    for link in page.select(".links .where"):
        address, _, place = str(link["href"]).partition("#")
        assert get_page(client, address).find(id=place) is not None


def test_the_same_is_drawn_with_a_name_for_every_arc(client: FlaskClient) -> None:
    page = get_page(client, "/citations")
    assert texts(page, ".network .arc title") == [
        "Ropes and harbours in time of war cites Resolution on people",
        "A study of ropes cites Ropes and harbours in time of war",
    ]
    assert texts(page, ".network a") == [
        "1999 Resolution on people",
        "2003 Ropes and harbours in time of war",
        "2010 A study of ropes",
    ]


def test_editors_are_led_to_the_citations_that_lead_nowhere(tmp_path: Path) -> None:
    desks = desks_in(tmp_path / "archive")
    for address in ("/citations", "/un-documents"):
        selector = "main a[href='/citations/unresolved']"
        assert len(soup(desks.rita.get(address)).select(selector)) == 1
        assert get_page(desks.app.test_client(), address).select(selector) == []


def test_the_graph_is_taken_away_in_every_form(client: FlaskClient) -> None:
    page = get_page(client, "/citations")
    addresses = [str(link["href"]) for link in page.select(".exports a")]
    assert addresses == ["/citations.csv", "/citations.json", "/citations.graphml"]
    rows = list(csv.DictReader(io.StringIO(client.get("/citations.csv").text)))
    assert {row["source"] for row in rows} == {"document:harbour-report", "document:rope-study"}
    assert len(client.get("/citations.json").get_json()["edges"]) == len(rows)
    graph = ET.fromstring(client.get("/citations.graphml").data)  # noqa: S314 -- our own
    assert len(graph.findall(".//{*}edge")) == len(rows)
    assert client.get("/citations.exe").status_code == 404


def test_what_leads_nowhere_is_shown_with_its_context_and_kept_from_robots(
    client: FlaskClient,
) -> None:
    page = get_page(client, "/citations/unresolved")
    assert sorted(texts(page, ".unresolved h2")) == [
        "S/RES/1265 (1999)", "S/RES/1270 (2005)", "S/RES/1279 (1999)",
    ]  # fmt: skip
    contradiction = next(
        item for item in page.select(".unresolved > li") if "2005" in item.get_text()
    )
    assert "contradiction" in text_of(contradiction, ":scope > .facts")
    assert texts(contradiction, "mark") == ["S/RES/1270 (2005)"]
    assert page.select_one("meta[name=robots][content=noindex]") is not None
    assert client.get("/citations/unresolved").headers["X-Robots-Tag"] == "noindex"
    rows = list(csv.DictReader(io.StringIO(client.get(href(page, ".lead a")).text)))
    assert {row["name"] for row in rows} == set(texts(page, ".unresolved h2"))


def test_no_page_leads_readers_to_what_is_unresolved(client: FlaskClient) -> None:
    for address in ("/", "/un-documents", "/citations"):
        assert get_page(client, address).select("a[href*=unresolved]") == []


def test_an_archive_without_links_between_documents_says_so(tmp_path: Path) -> None:
    folder = citing_archive(tmp_path / "archive")
    (folder / "documents" / "harbour-report" / "document.html").unlink()
    page = get_page(create_app(Config(archive=folder)).test_client(), "/citations")
    assert page.select(".network, .links") == []
    assert text_of(page, "main > .empty").startswith("No document of this archive")
