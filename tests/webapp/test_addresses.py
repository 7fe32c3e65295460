from __future__ import annotations

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from archive.links import document_href
from indexer import Facet, Filters, SearchRequest, Sort
from webapp.addresses import (
    document_address,
    facet_address,
    parameters,
    safe_href,
    search_address,
)
from webapp.asking import asked_for


def test_addresses_are_those_of_the_routes(app: Flask) -> None:
    with app.test_request_context():
        url_for = app.url_for
        assert document_address("a-paper") == url_for("documents.document", document_id="a-paper")
        assert search_address(SearchRequest()) == url_for("search.results")
        assert search_address(SearchRequest("peace")) == url_for("search.results", q="peace")
        assert facet_address(Facet.MISSION, "unexa") == url_for("search.results", mission="unexa")
        assert search_address(SearchRequest(), "/search.json") == url_for("search.results_json")


def test_a_place_in_a_document_is_a_fragment() -> None:
    assert document_address("a-paper", "fn 1#") == "/documents/a-paper#fn%201%23"


_VALUES = st.text(min_size=1).map(str.strip).filter(bool)
_PLAIN_FACETS = [facet for facet in Facet if facet is not Facet.YEAR]


@given(
    query=st.text().map(str.strip),
    selected=st.dictionaries(
        st.sampled_from(_PLAIN_FACETS), st.lists(_VALUES, min_size=1, max_size=3, unique=True)
    ),
    years=st.lists(st.integers(1000, 2999).map(str), max_size=2, unique=True),
    sort=st.sampled_from(Sort),
    page=st.integers(1, 999_999),
    as_typed=st.booleans(),
)
def test_an_address_asks_for_the_request_it_was_made_from(
    query: str,
    selected: dict[Facet, list[str]],
    years: list[str],
    sort: Sort,
    page: int,
    as_typed: bool,
) -> None:
    values = {facet: tuple(chosen) for facet, chosen in selected.items()}
    if years:
        values[Facet.YEAR] = tuple(years)
    request = SearchRequest(query, Filters(values), sort, page, 20, 3, as_typed=as_typed)
    assert asked_for(MultiDict(parameters(request)), 20, 3) == request
    assert search_address(request).isascii()


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (document_href("other"), "/documents/other"),
        (document_href("other", "p3"), "/documents/other#p3"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("mailto:desk@example.org", "mailto:desk@example.org"),
        ("#fn3", "#fn3"),
    ],
)
def test_links_to_documents_the_web_and_places_are_kept(written: str, address: str) -> None:
    assert safe_href(written) == address


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "//example.org/",
        "/admin",
        "../other/metadata.yaml",
        "https://example.org/ a",
        "",
        None,
    ],
)
def test_other_links_lead_nowhere(written: str | None) -> None:
    assert safe_href(written) is None
