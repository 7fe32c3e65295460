"""The pages of missions, themes, authors and years, and the timeline."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.factories import make_block
from tests.webapp import samples
from tests.webapp.factories import get_page, href, text_of, texts, write_archive
from webapp import create_app
from webapp.config import Config


@pytest.fixture
def mission(client: FlaskClient) -> BeautifulSoup:
    return get_page(client, "/missions/unexa")


def test_a_mission_shows_what_the_authority_knows(mission: BeautifulSoup) -> None:
    assert text_of(mission, "h1") == "UNEXA"
    assert text_of(mission, ".subtitle") == "United Nations Mission in Exampland"
    assert "from 22 October 1999 to 31 December 2005" in text_of(mission, ".subject-facts")


def test_a_mission_stands_on_the_line_with_its_counts(mission: BeautifulSoup) -> None:
    row = mission.select_one(".spans tr.this")
    assert row is not None
    assert text_of(row, "th") == "UNEXA"
    assert text_of(row, ".span-years") == "1999–2005"
    assert float(str(row.select(".bar")[0]["width"]).rstrip("%")) > 0


def test_the_documents_chiefly_about_a_mission_are_listed(mission: BeautifulSoup) -> None:
    assert texts(mission, ".listed-title") == ["The limits of consent"]


def test_a_mission_can_be_searched_in(mission: BeautifulSoup) -> None:
    form = mission.select_one("form.within-subject")
    assert form is not None
    fields = {field["name"]: field.get("value", "") for field in form.select("input")}
    assert fields == {"q": "", "mission": "unexa"}


def test_all_passages_of_a_mission_are_a_search(
    client: FlaskClient, mission: BeautifulSoup
) -> None:
    found = text_of(mission, "section[aria-labelledby=page-passages] .all")
    address = href(mission, "section[aria-labelledby=page-passages] .all a")
    shown = text_of(get_page(client, address), "#page-found")
    assert found.split()[0] == shown.split()[0]


def test_the_passages_that_name_a_mission_are_a_search_for_its_names(
    client: FlaskClient, mission: BeautifulSoup
) -> None:
    assert text_of(mission, ".naming") == "1 passage that names it"
    result = get_page(client, href(mission, ".naming a"))
    assert texts(result, ".snippet mark") == ["UNEXA"]


def test_the_chart_of_a_mission_narrows_to_the_passages_that_name_it(tmp_path: Path) -> None:
    page, client = _named_in_two_years(tmp_path)
    bars = page.select("section[aria-labelledby=page-passages] svg.bars a")
    assert [bar["aria-label"] for bar in bars] == [
        "1999: 1 document, 1 passage",
        "2004: 1 document, 1 passage",
    ]
    result = get_page(client, str(bars[1]["href"]))
    assert texts(result, ".hit h3") == ["Second paper"]
    assert texts(result, ".chips li:not(.clear) a") == [
        "Remove Mission: UNEXA ×",
        "Remove Year: 2004 ×",
    ]


def test_a_mission_lists_the_un_documents_cited_where_it_is_named(tmp_path: Path) -> None:
    page, client = _named_in_two_years(tmp_path)
    cited = page.select("section[aria-labelledby=page-cited] li a")
    assert texts(page, "section[aria-labelledby=page-cited] .label") == ["S/RES/1270 (1999)"]
    assert text_of(get_page(client, str(cited[0]["href"])), "h1") == "S/RES/1270 (1999)"


def _named_in_two_years(folder: Path) -> tuple[BeautifulSoup, FlaskClient]:
    second = samples.second_paper()
    block = make_block("p1", "UNEXA was set up by S/RES/1270 (1999) and left in peace.")
    folder = write_archive(
        folder / "archive", [samples.mandate(), replace(second, blocks=(block,))]
    )
    client = create_app(Config(archive=folder)).test_client()
    return get_page(client, "/missions/unexa"), client


def test_a_theme_says_what_belongs_to_it(client: FlaskClient) -> None:
    page = get_page(client, "/themes/consent")
    assert text_of(page, ".lead") == "What hosts allow."
    assert texts(page, ".listed-title") == ["The limits of consent"]
    assert texts(page, "section[aria-labelledby=page-missions] .label") == ["UNEXA"]


def test_an_author_has_all_documents(client: FlaskClient) -> None:
    listed = get_page(client, "/authors")
    assert texts(listed, ".authority-name") == ["Author, Ada", "Writer, Ben"]
    page = get_page(client, href(listed, ".authority li:first-child a"))
    assert texts(page, ".listed-title") == ["Second paper", "The limits of consent"]
    assert len(page.select("svg.bars a")) == 2


def test_a_year_leads_to_the_years_around_it(client: FlaskClient) -> None:
    page = get_page(client, "/years/1999")
    assert texts(page, ".listed-title") == ["The limits of consent"]
    assert href(page, "a[rel=next]") == "/years/2004"
    assert page.select("a[rel=prev]") == []


def test_the_timeline_has_all_years_and_all_missions(client: FlaskClient) -> None:
    page = get_page(client, "/timeline")
    assert texts(page, ".year-list a") == ["1999", "2004"]
    assert texts(page, ".spans tbody th") == ["UNEXA", "UNPART"]
    assert client.get("/years").location == "/timeline#page-years"


@pytest.mark.parametrize(
    "address",
    ["/missions/none", "/themes/none", "/authors/Nobody", "/years/1066", "/missions/none.json"],
)
def test_what_is_not_known_is_not_found(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("chart", ["/", "/missions/unexa", "/authors/Ada Author"])
def test_a_chart_can_be_read_as_a_table(client: FlaskClient, chart: str) -> None:
    page = get_page(client, chart)
    for figure in page.select(".years-chart"):
        bars = [bar["aria-label"] for bar in figure.select("svg a")]
        rows = [row.get_text(" ").split() for row in figure.select("tbody tr")]
        assert len(bars) == len(rows) > 0
        assert all(row[0] in str(bar) for row, bar in zip(rows, bars, strict=True))


PAGES = ["/missions", "/missions/unexa", "/themes", "/themes/poc", "/authors", "/years/1999"]


@pytest.mark.parametrize("address", [*PAGES, "/timeline", "/documents", "/about", "/help"])
def test_every_page_has_its_json_twin(client: FlaskClient, address: str) -> None:
    data = client.get(f"{address}.json").get_json()
    assert data["title"] == text_of(get_page(client, address), "h1")
    assert "site" not in data
