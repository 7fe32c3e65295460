from __future__ import annotations

import pytest
from werkzeug.datastructures import MultiDict

from indexer import Facet, FilterError, Sort
from webapp.asking import asked_for, years_typed


def test_all_values_of_a_facet_are_asked_for_once() -> None:
    request = asked_for(MultiDict([("mission", "a"), ("mission", " b "), ("mission", "a")]), 20, 3)
    assert request.filters.values(Facet.MISSION) == ("a", "b")


def test_empty_values_ask_for_nothing() -> None:
    assert not asked_for(MultiDict([("mission", ""), ("q", "  ")]), 20, 3).filters


@pytest.mark.parametrize("page", ["0", "-1", "two", "", "9999999999"])
def test_a_page_that_makes_no_sense_is_the_first(page: str) -> None:
    assert asked_for(MultiDict({"page": page}), 20, 3).page == 1


def test_an_unknown_order_is_the_usual_one() -> None:
    assert asked_for(MultiDict({"sort": "upside down"}), 20, 3).sort is Sort.RELEVANCE


def test_a_year_that_is_none_is_refused() -> None:
    with pytest.raises(FilterError, match="not a year"):
        asked_for(MultiDict({"year": "soon"}), 20, 3)


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [("1999", "2004", "1999..2004"), ("1999", "", "1999.."), ("", "2004", "..2004")],
)
def test_years_typed_take_the_place_of_those_selected(first: str, last: str, years: str) -> None:
    arguments = MultiDict([("q", "x"), ("year", "1950"), ("from", first), ("to", last)])
    request = years_typed(arguments, asked_for(arguments, 20, 3))
    assert request is not None
    assert request.filters.values(Facet.YEAR) == (years,)
    assert request.query == "x"


def test_without_years_typed_nothing_changes() -> None:
    arguments: MultiDict[str, str] = MultiDict([("from", ""), ("to", " ")])
    assert years_typed(arguments, asked_for(arguments, 20, 3)) is None
