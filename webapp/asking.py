"""What a reader asks for in an address, as a search request."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from indexer import (
    ConcordanceRequest,
    ConcordanceSort,
    Facet,
    Filters,
    SearchRequest,
    Sort,
    YearRange,
)
from webapp.addresses import SCOPE
from webapp.scopes import kinds_of

__all__ = ["Arguments", "asked_for", "lines_asked_for", "years_typed"]

_PAGE_DIGITS = 6


class Arguments(Protocol):
    """The names and values of an address or form, as werkzeug's MultiDict gives them."""

    def get(self, key: str, default: str) -> str:
        """Return the first value of a name."""
        ...

    def getlist(self, key: str) -> list[str]:
        """Return all values of a name."""
        ...


def asked_for(arguments: Arguments, page_size: int, passages_shown: int) -> SearchRequest:
    """Return what is asked for. What makes no sense in sort and page is forgiven, years are not.

    Raises:
        FilterError: a year is none.
    """
    filters = Filters({facet: values for facet in Facet if (values := _selected(arguments, facet))})
    request = SearchRequest(
        query=arguments.get("q", "").strip(),
        filters=filters,
        sort=_sort(arguments.get("sort", "")),
        page=_page(arguments.get("page", "")),
        page_size=page_size,
        passages_shown=passages_shown,
        as_typed=arguments.get("as_typed", "") == "1",
    )
    filters.years()
    return request


def lines_asked_for(arguments: Arguments, request: SearchRequest) -> ConcordanceRequest:
    """Return the concordance that is asked for of a search."""
    order = arguments.get("order", "")
    return ConcordanceRequest(
        query=request.query,
        filters=request.filters,
        sort=ConcordanceSort(order) if order in set(ConcordanceSort) else ConcordanceSort.DOCUMENT,
        page=request.page,
        as_typed=request.as_typed,
    )


def years_typed(arguments: Arguments, request: SearchRequest) -> SearchRequest | None:
    """Return the request with the years typed into the fields `from` and `to`, if there are any.

    Raises:
        FilterError: a year is none.
    """
    first, last = arguments.get("from", "").strip(), arguments.get("to", "").strip()
    if not first and not last:
        return None
    years = str(YearRange.parse(f"{first}..{last}"))
    selected = {**request.filters.selected, Facet.YEAR: (years,)}
    return replace(request, filters=Filters(selected), page=1)


def _selected(arguments: Arguments, facet: Facet) -> tuple[str, ...]:
    values = [value.strip() for value in arguments.getlist(facet.value)]
    if facet is Facet.KIND:
        values += kinds_of(arguments.getlist(SCOPE))
    return tuple(dict.fromkeys(value for value in values if value))


def _sort(value: str) -> Sort:
    return Sort(value) if value in set(Sort) else Sort.RELEVANCE


def _page(value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= _PAGE_DIGITS):
        return 1
    return max(1, int(value))
