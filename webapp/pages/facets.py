"""Facets as lists of links, and the chips of what is selected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from indexer import Facet, FacetCount, Filters, Names, SearchRequest, SearchResult
from webapp.addresses import search_address
from webapp.scopes import Scope, kinds_of, split_kinds

__all__ = ["Chip", "FacetList", "FacetValue", "chips", "facet_lists"]

_NAMES = {
    Facet.MISSION: "Mission",
    Facet.THEME: "Theme",
    Facet.YEAR: "Year",
    Facet.KIND: "Kind of passage",
    Facet.TYPE: "Type of document",
    Facet.AUTHOR: "Author",
    Facet.CITES: "Cites",
}
_SHOWN_FIRST = 8
_LISTED = (Facet.MISSION, Facet.THEME, Facet.KIND, Facet.TYPE, Facet.AUTHOR, Facet.CITES)


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value that can be selected or, if it is selected, taken away.

    Attributes:
        label: what readers see.
        address: the search with the value selected, or without it if it is selected.
        documents: how many documents it yields.
        passages: how many passages.
        selected: whether it is selected.
    """

    label: str
    address: str
    documents: int
    passages: int
    selected: bool


@dataclass(frozen=True, slots=True)
class FacetList:
    """A facet: the values shown at once, and those behind `more`."""

    id: str
    name: str
    shown: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """Something selected, and the search without it."""

    facet: str
    label: str
    address: str


def facet_lists(result: SearchResult, request: SearchRequest) -> tuple[FacetList, ...]:
    """Return the facets that offer a choice, selected values first.

    Args:
        result: has the counts.
        request: what the values narrow.
    """
    return tuple(
        _facet_list(facet, counts, request)
        for facet in _LISTED
        if (counts := result.facets.get(facet, ()))
        and (len(counts) > 1 or request.filters.values(facet))
    )


def chips(request: SearchRequest, names: Names, path: str = "/search") -> tuple[Chip, ...]:
    """Return what is selected, named by the authorities even where nothing is found."""
    return tuple(_chips(request, names, path))


def _facet_list(facet: Facet, counts: tuple[FacetCount, ...], request: SearchRequest) -> FacetList:
    ordered = sorted(counts, key=lambda count: not count.selected)
    values = tuple(
        FacetValue(
            count.label,
            _narrowed(request, _toggled(request.filters, facet, count)),
            count.documents,
            count.passages,
            count.selected,
        )
        for count in ordered
    )
    shown = max(_SHOWN_FIRST, sum(value.selected for value in values))
    if len(values) <= shown + 2:
        shown = len(values)
    return FacetList(facet.value, _NAMES[facet], values[:shown], values[shown:])


def _toggled(filters: Filters, facet: Facet, count: FacetCount) -> Filters:
    if count.selected:
        return filters.removing(facet, count.id)
    return filters.adding(facet, count.id)


def _narrowed(request: SearchRequest, filters: Filters, path: str = "/search") -> str:
    return search_address(replace(request, filters=filters, page=1), path)


def _chips(request: SearchRequest, names: Names, path: str) -> Iterator[Chip]:
    scopes, kinds = split_kinds(request.filters.values(Facet.KIND))
    for scope in scopes:
        others = tuple(
            kind for kind in request.filters.values(Facet.KIND) if kind not in _of(scope)
        )
        filters = _replaced(request.filters, Facet.KIND, others)
        yield Chip("Scope", f"in {scope.value}", _narrowed(request, filters, path))
    for facet in Facet:
        for value in kinds if facet is Facet.KIND else request.filters.values(facet):
            label = _in_words(value) if facet is Facet.YEAR else names.label(facet, value)
            address = _narrowed(request, request.filters.removing(facet, value), path)
            yield Chip(_NAMES[facet], label, address)


def _of(scope: Scope) -> tuple[str, ...]:
    return kinds_of((scope.value,))


def _replaced(filters: Filters, facet: Facet, values: tuple[str, ...]) -> Filters:
    others = {key: chosen for key, chosen in filters.selected.items() if key is not facet}
    return Filters({**others, facet: values} if values else others)


def _in_words(years: str) -> str:
    first, dots, last = years.partition("..")
    if not dots:
        return years
    if not first:
        return f"up to {last}"
    return f"{first} to {last}" if last else f"from {first}"
