"""Every page that readers see has a JSON twin with just the fields of its context."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from typing import Any

import pytest
from flask import Flask

from tests.webapp.pages.test_contexts import ADDRESSES, PAGES
from webapp.pages import Page
from webapp.pages.twins import page_data

LEFT_OUT = {"site", "query"}
"""What a page has for its frame, not for what it says."""
OF_ANOTHER_KIND = {
    "CitationsPage": "the graph is exported as /citations.json",
    "DocumentPage": "the document itself is JSON, not its page",
    "ErrorPage": "an error is told in the form that was asked for",
    "FeedPage": "it is Atom",
    "OpenSearchPage": "it is XML",
    "SearchPage": "the passages found are JSON, not their lists of links",
    "SignInPage": "it is a form",
}
SPECIAL = {"/": "/home.json"}


def _twin(address: str) -> str:
    path, mark, query = address.partition("?")
    return SPECIAL.get(address, f"{path}.json{mark}{query}")


@contextmanager
def _made(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Page]]:
    made: list[Page] = []

    def record(page: Page) -> dict[str, Any]:
        made.append(page)
        return page_data(page)

    with monkeypatch.context() as patch:
        patch.setattr("webapp.rendering.page_data", record)
        yield made


WITH_TWINS = [page for page in PAGES if page.__name__ in ADDRESSES.keys() - OF_ANOTHER_KIND.keys()]


@pytest.mark.parametrize("page", WITH_TWINS, ids=lambda page: page.__name__)
def test_the_twin_has_the_fields_that_are_documented(
    page: type[Page], app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _made(monkeypatch) as made:
        response = app.test_client().get(_twin(ADDRESSES[page.__name__]))
    assert response.mimetype == "application/json"
    assert [type(one) for one in made] == [page]
    assert set(response.get_json()) == {field.name for field in fields(page)} - LEFT_OUT


@pytest.mark.parametrize("name", OF_ANOTHER_KIND)
def test_pages_of_another_kind_are_still_pages(name: str) -> None:
    assert name in {page.__name__ for page in PAGES}


@pytest.mark.parametrize(
    ("address", "keys"),
    [
        ("/documents/limits-of-consent.json", {"id", "title", "authors", "blocks", "notes"}),
        ("/search.json?q=consent", {"query", "documents", "passages", "hits", "facets"}),
        ("/citations.json", {"nodes", "edges"}),
    ],
)
def test_what_is_of_another_kind_says_what_readers_see(
    app: Flask, address: str, keys: set[str]
) -> None:
    assert keys <= set(app.test_client().get(address).get_json()), address
