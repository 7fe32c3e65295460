"""From a hit into the text, without script."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from tests.webapp.factories import get_page, href, text_of, texts

ADDRESS = "/documents/limits-of-consent"


@pytest.fixture
def page(client: FlaskClient) -> BeautifulSoup:
    return get_page(client, f"{ADDRESS}?q=consent&mission=unexa&sort=title")


def test_results_lead_into_the_text_with_the_search(client: FlaskClient) -> None:
    results = get_page(client, "/search?q=consent&mission=unexa")
    for link in results.select(".hit h3 a, .where, .more-here a"):
        address = urlsplit(str(link["href"]))
        assert parse_qsl(address.query) == [("q", "consent"), ("mission", "unexa")]
        opened = get_page(client, str(link["href"]))
        if address.fragment:
            assert opened.select(f"[id='{address.fragment}'].hit-here mark.found")


def test_a_list_without_a_query_leads_to_plain_documents(client: FlaskClient) -> None:
    results = get_page(client, "/search?mission=unexa")
    assert href(results, ".hit h3 a") == ADDRESS


def test_every_passage_found_is_numbered_with_its_neighbours(page: BeautifulSoup) -> None:
    hits = [str(hit["id"]) for hit in page.select(".hit-here")]
    assert hits[:2] == ["page-title", "h1"] or hits[:2] == ["page-title", "p1"]
    numbers = texts(page, ".hit-number")
    assert numbers == [f"{n} of {len(hits)}" for n in range(1, len(hits) + 1)]
    following = [link["href"] for link in page.select(".hit-nav a[aria-label^=Next]")]
    assert following == [f"#{place}" for place in hits[1:]]
    before = [link["href"] for link in page.select(".hit-nav a[aria-label^=Previous]")]
    assert before == [f"#{place}" for place in hits[:-1]]


def test_as_many_are_marked_as_the_result_says(client: FlaskClient, page: BeautifulSoup) -> None:
    result = client.get("/search.json?q=consent&mission=unexa").get_json()
    assert len(page.select(".hit-here")) == result["hits"][0]["found"]


def test_only_what_was_found_is_marked(client: FlaskClient) -> None:
    page = get_page(client, f"{ADDRESS}?q=consent+host")
    assert [hit["id"] for hit in page.select(".text .hit-here")] == ["p1"]
    assert page.select("#q1 mark.found") == []
    assert texts(page, "#p1 mark.found") == ["Hosts", "consent"]


def test_words_are_marked_in_title_block_notes_and_annotations(client: FlaskClient) -> None:
    page = get_page(client, f"{ADDRESS}?q=consent")
    assert texts(page, "h1 mark.found") == ["consent"]
    page = get_page(client, f"{ADDRESS}?q=para")
    assert texts(page, "#fn1 mark.found") == ["para"]
    page = get_page(client, f"{ADDRESS}?q=exactly")
    assert texts(page, "#annotation-on-note mark.found") == ["exactly"]


def test_a_phrase_is_marked_across_emphasis_in_an_annotation(client: FlaskClient) -> None:
    page = get_page(client, f'{ADDRESS}?q="council came back"')
    marks = texts(page, "#annotation-on-consent mark.found")
    assert " ".join(marks) == "Council came back"


def test_the_way_back_leads_to_the_same_results(page: BeautifulSoup) -> None:
    back = href(page, ".within-back a[href^='/search']")
    assert back == "/search?q=consent&mission=unexa&sort=title#hit-limits-of-consent"


def test_the_place_of_the_document_in_the_results_exists(client: FlaskClient) -> None:
    assert get_page(client, "/search?q=consent").select_one("#hit-limits-of-consent") is not None


def test_the_box_keeps_the_words_and_can_be_cleared(page: BeautifulSoup) -> None:
    (box,) = page.select("form.within-form input[name=q]")
    assert box["value"] == "consent"
    assert page.select_one(f".within-back a[href='{ADDRESS}']") is not None


def test_a_document_without_the_words_says_so(client: FlaskClient) -> None:
    page = get_page(client, f"{ADDRESS}?q=zebras")
    assert text_of(page, ".within-found") == "Not in this document"
    assert page.select(".hit-nav, mark.found") == []


def test_a_refused_search_still_shows_the_document(client: FlaskClient) -> None:
    page = get_page(client, f"{ADDRESS}?q=*consent")
    assert page.select_one(".within-found[role=alert]") is not None
    assert page.select_one("#p1") is not None


def test_found_pages_are_kept_out_of_search_engines(page: BeautifulSoup) -> None:
    assert page.select_one("meta[name=robots][content=noindex]") is not None
    assert href(page, "link[rel=canonical]").endswith(ADDRESS)


def test_a_snippet_of_a_title_page_is_one_run(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=withdraw")
    assert "\n" not in page.select(".snippet")[0].get_text()
    assert "Ada Author, Ben Writer" in text_of(page, ".kind-title .snippet")
