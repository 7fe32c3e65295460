from __future__ import annotations

from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from indexer import Facet
from tests.webapp.factories import get_page, texts
from webapp.asking import asked_for
from webapp.scopes import Scope, kinds_of, split_kinds


def test_a_scope_is_its_kinds_and_back() -> None:
    for scope in Scope:
        assert split_kinds(kinds_of([scope.value])) == ((scope,), ())


def test_all_scopes_and_no_scope_limit_nothing() -> None:
    assert kinds_of(["text", "notes", "annotations"]) == kinds_of([]) == kinds_of(["what"]) == ()


def test_kinds_beside_a_scope_stay_kinds() -> None:
    assert split_kinds(("note", "heading")) == ((Scope.NOTES,), ("heading",))


def test_scopes_are_asked_for_by_name() -> None:
    request = asked_for(MultiDict([("q", "x"), ("in", "notes")]), 10, 3)
    assert request.filters.values(Facet.KIND) == ("note",)


def test_the_page_shows_the_scope_and_takes_it_away(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=consent&in=text")
    assert texts(page, ".chips li:not(.clear)") == ["Remove Scope: in text ×"]
    checked = [box["value"] for box in page.select("input[name=in][checked]")]
    assert checked == ["text"]
    assert page.select_one(".chips a[href='/search?q=consent']") is not None


def test_a_selected_value_without_hits_is_named_by_the_authority(client: FlaskClient) -> None:
    page = get_page(client, "/search?q=zebras&mission=unexa&theme=poc")
    assert texts(page, ".chips li:not(.clear)") == [
        "Remove Mission: UNEXA ×",
        "Remove Theme: Protection of civilians ×",
    ]
