from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from archive import PartialDate
from tests.factories import make_block, make_document
from tests.webapp.factories import get_page, href, text_of, texts, write_archive
from webapp import create_app
from webapp.config import Config


def _facet(page: BeautifulSoup, name: str, label: str) -> str:
    """The address of a value in a facet."""
    links = page.select(f"section[aria-labelledby=page-facet-{name}] .values a")
    (link,) = [link for link in links if text_of(link, ".label") == label]
    return str(link["href"])


def test_results_are_grouped_by_document_with_passages(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=consent")
    assert text_of(page, "#page-found").endswith("passages in 2 documents")
    first = page.select(".hit")[0]
    assert text_of(first, "h3") == "The limits of consent"
    assert text_of(first, ".facts") == "October 1999 · Ada Author, Ben Writer · report · UNEXA"
    assert "consent" in [mark.get_text().lower() for mark in first.select(".snippet mark")]


def test_a_passage_is_named_by_its_section_note_or_editor(client: FlaskClient) -> None:
    assert texts(get_page(client, "/search?q=patience"), ".where") == ["What hosts allow"]
    assert texts(get_page(client, '/search?q="para. 14"'), ".where") == ["note 1"]
    assert texts(get_page(client, "/search?q=exactly"), ".where") == ["question by A. Editor"]
    assert texts(get_page(client, "/search?q=withdraw"), ".where") == ["title page"]


@pytest.mark.parametrize("query", ["patience", "exactly", '"para. 14"'])
def test_a_passage_leads_to_its_place_in_the_document(client: FlaskClient, query: str) -> None:
    address = href(get_page(client, f"/search?q={query}"), ".where")
    path, _, place = address.partition("#")
    assert get_page(client, path).find(id=place) is not None


def test_a_facet_narrows_and_its_chip_widens_again(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=consent")
    narrowed = get_page(client, _facet(page, "mission", "UNPART"))
    assert texts(narrowed, ".hit h3") == ["Second paper"]
    assert texts(narrowed, ".chips li:not(.clear)") == ["Remove Mission: UNPART ×"]
    widened = get_page(client, href(narrowed, ".chips li:not(.clear) a"))
    assert texts(widened, ".hit h3") == texts(page, ".hit h3")


def test_two_values_of_a_facet_widen_each_other(client: FlaskClient) -> None:
    narrowed = get_page(client, "/search?q=consent&mission=unpart")
    both = get_page(client, _facet(narrowed, "mission", "UNEXA"))
    assert len(both.select(".hit")) == 2
    assert len(both.select(".facet [aria-current]")) >= 2


def test_every_count_is_what_its_link_yields(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=consent")
    for link in page.select(".facet .values a"):
        documents, passages = text_of(link, ".counts [aria-hidden]").split(" · ")
        found = text_of(get_page(client, str(link["href"])), "#page-found")
        noun = "passage" if passages == "1" else "passages"
        assert found.startswith(f"{passages} {noun} in {documents} document")


def test_the_search_box_keeps_what_is_selected(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=consent&mission=unexa&year=1999..2004&sort=title")
    form = page.select_one("form.large-search")
    assert form is not None
    kept = {field["name"]: field["value"] for field in form.select("input:not([name=in])")}
    assert kept == {"q": "consent", "mission": "unexa", "year": "1999..2004", "sort": "title"}


def test_years_typed_become_an_address_of_their_own(client: FlaskClient) -> None:
    response = client.get("/search?q=consent&mission=unexa&from=1999&to=2001")
    assert response.status_code == 302
    query = parse_qsl(urlsplit(response.location).query)
    assert query == [("q", "consent"), ("mission", "unexa"), ("year", "1999..2001")]
    page = get_page(client, response.location)
    assert texts(page, ".chips li:not(.clear)") == [
        "Remove Mission: UNEXA ×",
        "Remove Year: 1999 to 2001 ×",
    ]


def test_the_order_can_be_chosen(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=consent&sort=newest")
    assert texts(page, ".hit h3")[0] == "Second paper"
    assert text_of(page, ".sorts strong") == "newest"


def test_an_abbreviation_is_widened_and_the_page_says_so(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=POC")
    assert "protection of civilians" in text_of(page, ".remark")
    as_typed = get_page(client, href(page, ".remark a"))
    assert as_typed.select(".remark") == []


def test_nothing_found_says_what_to_try(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=zebras&mission=unexa")
    assert text_of(page, "#page-found") == "Nothing found"
    assert "zebras" in text_of(page, ".empty > p")
    assert page.select(".empty a[href='/search?q=zebras']")


@pytest.mark.parametrize("query", ["q=*foo", "q=x&year=soon", "q=x&from=soon"])
def test_a_refused_search_says_why_and_keeps_the_query(client: FlaskClient, query: str) -> None:
    page = get_page(client, f"/search?{query}", status=400)
    assert page.select_one(".refusal[role=alert]") is not None
    (box,) = page.select("input[name=q]")
    assert box["value"] == query[2:].partition("&")[0]


def test_a_page_beyond_the_last_leads_back(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=consent&page=9")
    assert text_of(page, ".empty").startswith("The result has no such page.")
    assert href(page, ".empty a") == "/search?q=consent"


def test_long_results_have_pages(tmp_path: Path) -> None:
    documents = [
        make_document(
            [make_block()], identifier=f"paper-{n}", title=f"Paper {n}", date=PartialDate(1990 + n)
        )
        for n in range(5)
    ]
    folder = write_archive(tmp_path / "archive", documents)
    client = create_app(Config(archive=folder, page_size=2)).test_client()
    titles: list[str] = []
    address = "/search?q=mission&sort=oldest"
    for number in (1, 2, 3):
        page = get_page(client, address)
        assert text_of(page, ".paging span") == f"Page {number} of 3"
        titles += texts(page, ".hit h3")
        following = page.select(".paging a[rel=next]")
        address = str(following[0]["href"]) if following else ""
    assert titles == [f"Paper {n}" for n in range(5)]
    assert address == ""
    listed = get_page(client, "/documents?page=2")
    assert texts(listed, ".listed-title") == ["Paper 2", "Paper 1"]


def test_the_json_twin_finds_the_same(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=consent&mission=unexa")
    twin = href(page, "link[type='application/json']")
    data = json.loads(client.get(twin).text)
    assert data["query"] == "consent"
    assert [hit["title"] for hit in data["hits"]] == texts(page, ".hit h3")
    assert {"mission", "theme", "year"} <= set(data["facets"])


def test_a_refused_search_is_json_too(client: FlaskClient) -> None:
    response = client.get("/search.json?q=*foo")
    assert response.status_code == 400
    assert response.get_json()["status"] == 400
    assert response.get_json()["detail"]
