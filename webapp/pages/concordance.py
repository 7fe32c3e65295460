"""The concordance of a search: every occurrence in a line, with what stands left and right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import urlencode

from indexer import Concordance, ConcordanceLine, ConcordanceSort, Names, SearchRequest
from webapp.addresses import parameters, search_address
from webapp.pages.base import Page, Site
from webapp.pages.facets import Chip, chips
from webapp.pages.paging import Paging
from webapp.pages.search import Choice, passage_address, passage_label

__all__ = ["ConcordancePage", "ListedLine", "concordance_page", "refused_concordance"]

_PATH = "/concordance"
_SORTS = {
    ConcordanceSort.DOCUMENT: "in the order of the documents",
    ConcordanceSort.LEFT: "by the words before",
    ConcordanceSort.RIGHT: "by the words after",
}


@dataclass(frozen=True, slots=True)
class ListedLine:
    """An occurrence: the words, what is left and right of them, and where they stand."""

    left: str
    keyword: str
    right: str
    title: str
    where: str
    address: str


@dataclass(frozen=True, kw_only=True)
class ConcordancePage(Page):
    """The lines of a concordance.

    Attributes:
        lines: of this page.
        occurrences: how many there are on all pages.
        passages: in how many passages.
        complete: whether all passages were read.
        sorts: the orders to choose from.
        chips: what is selected.
        kept: names and values that the search form must carry along.
        results: the same search as a list of documents.
        paging: the other pages.
        csv: the address of all lines as CSV.
        problem: why there are no lines; else empty.
    """

    template: ClassVar[str] = "search/concordance.html"
    lines: tuple[ListedLine, ...] = ()
    occurrences: int = 0
    passages: int = 0
    complete: bool = True
    sorts: tuple[Choice, ...] = ()
    chips: tuple[Chip, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    results: str
    paging: Paging | None = None
    csv: str = ""
    problem: str = ""


def concordance_page(
    found: Concordance | None, request: SearchRequest, site: Site, names: Names
) -> ConcordancePage:
    """Return the page of a concordance.

    Args:
        found: the concordance; None if nothing was searched for.
        request: the search that it is of.
        site: the archive.
        names: of the archive's authorities.
    """
    results = search_address(replace(request, page=1))
    if found is None:
        problem = "A concordance is of a word or phrase. Type one."
        return ConcordancePage(site=site, title="Concordance", results=results, problem=problem)
    sort = found.request.sort
    return ConcordancePage(
        site=site,
        title=f"{request.query} – concordance",
        query=request.query,
        lines=tuple(_line(line, request) for line in found.lines),
        occurrences=found.occurrences,
        passages=found.passages,
        complete=found.complete,
        sorts=tuple(
            Choice(label, _address(request, one, 1), one is sort) for one, label in _SORTS.items()
        ),
        chips=chips(request, names, _PATH),
        kept=tuple(pair for pair in _pairs(request, sort, 1) if pair[0] != "q"),
        results=results,
        paging=_paging(found, request),
        csv=_address(request, sort, 1, ".csv"),
    )


def refused_concordance(request: SearchRequest, problem: str, site: Site) -> ConcordancePage:
    """Return the page that says why a query was refused."""
    return ConcordancePage(
        site=site,
        title="This search was refused",
        query=request.query,
        results=search_address(request),
        problem=problem,
    )


def _line(line: ConcordanceLine, request: SearchRequest) -> ListedLine:
    passage = line.passage
    return ListedLine(
        line.left,
        line.keyword,
        _set_off(line.right),
        passage.title,
        passage_label(passage),
        passage_address(passage, request),
    )


def _set_off(following: str) -> str:
    """Put a blank before words; punctuation stands at the occurrence itself."""
    return following if following[:1] in set(".,;:!?)]’”'\"") else f" {following}"


def _paging(found: Concordance, request: SearchRequest) -> Paging | None:
    page, pages, sort = found.request.page, found.pages, found.request.sort
    if pages == 1 and page == 1:
        return None
    return Paging(
        page=page,
        pages=pages,
        previous=_address(request, sort, min(page - 1, pages)) if page > 1 else None,
        next=_address(request, sort, page + 1) if page < pages else None,
        first=_address(request, sort, 1),
    )


def _address(request: SearchRequest, sort: ConcordanceSort, page: int, suffix: str = "") -> str:
    return f"{_PATH}{suffix}?{urlencode(list(_pairs(request, sort, page)))}"


def _pairs(request: SearchRequest, sort: ConcordanceSort, page: int) -> Iterator[tuple[str, str]]:
    yield from (pair for pair in parameters(replace(request, page=page)) if pair[0] != "sort")
    if sort is not ConcordanceSort.DOCUMENT:
        yield "order", sort.value
