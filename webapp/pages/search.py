"""The page of results."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from markupsafe import Markup

from archive import PartialDate
from indexer import (
    DocumentHit,
    Facet,
    FacetCount,
    IndexedPassage,
    Names,
    PassageHit,
    PassageKind,
    QueryError,
    SearchRequest,
    SearchResult,
    Sort,
    Widening,
)
from webapp.addresses import SCOPE, document_address, parameters, search_address
from webapp.pages.base import Page, Site
from webapp.pages.charts import YearChart, year_chart
from webapp.pages.facets import Chip, FacetList, chips, facet_lists
from webapp.pages.paging import Paging, paging
from webapp.pages.words import type_shown
from webapp.reading import card_id
from webapp.scopes import Scope, split_kinds

__all__ = [
    "Choice",
    "FoundDocument",
    "FoundPassage",
    "ScopeChoice",
    "SearchPage",
    "passage_address",
    "passage_label",
    "refused_page",
    "search_page",
]

_CHART_BARS = 24
_CHART_LABELS = 5
_PROPOSED_SHOWN = 3
_FORMS = (
    ("CSV", "/search.csv"),
    ("JSON", "/search/passages.json"),
    ("BibTeX", "/search.bib"),
    ("RIS", "/search.ris"),
    ("CSL-JSON", "/search.csl.json"),
    ("Chicago", "/search/references/chicago-notes"),
    ("APA", "/search/references/apa"),
    ("feed", "/search.atom"),
)
_SORTS = {
    Sort.RELEVANCE: "best first",
    Sort.NEWEST: "newest",
    Sort.OLDEST: "oldest",
    Sort.TITLE: "title",
}


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage found; `snippet` is safe HTML with the matched words marked."""

    label: str
    address: str
    snippet: Markup
    kind: str


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document found.

    Attributes:
        id: of the document.
        title: of the document.
        address: of the document, opened with the words found marked.
        facts: a line of facts.
        proposed: missions and themes that the import proposed and nobody has confirmed; the first
            ones, and how many more there are.
        passages: the best ones found.
        more: how many more there are.
    """

    id: str
    title: str
    address: str
    facts: tuple[str, ...]
    proposed: tuple[str, ...]
    passages: tuple[FoundPassage, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several ways to see the result."""

    label: str
    address: str
    selected: bool


@dataclass(frozen=True, slots=True)
class ScopeChoice:
    """A part of the archive that can be searched: its value in the form, and whether it is."""

    value: str
    selected: bool


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """The result of a search, or why there is none.

    Attributes:
        documents: how many documents were found.
        passages: how many passages.
        hits: the documents of this page.
        facets: what can be selected.
        chart: the years to choose from, or None.
        chips: what is selected.
        clear: the search without what is selected.
        sorts: the orders to choose from.
        scopes: the parts of the archive that are searched, to choose from.
        kept: names and values that the search form must carry along.
        kept_by_years: those that the form of years must carry along.
        paging: the other pages.
        widened: the abbreviations that were also searched in full.
        as_typed: the search only for what was typed.
        suggestion: a query that finds more, or None.
        suggestion_address: the search for it.
        refused: why there is no result, or None.
        instead: what to write instead.
        exports: the same result in other forms.
        json: the address of the same result as JSON.
        feed: the address of the search as an Atom feed.
        concordance: the same search as a concordance; empty without a query.
    """

    template: ClassVar[str] = "search/results.html"
    documents: int = 0
    passages: int = 0
    hits: tuple[FoundDocument, ...] = ()
    facets: tuple[FacetList, ...] = ()
    chart: YearChart | None = None
    chips: tuple[Chip, ...] = ()
    clear: str = ""
    sorts: tuple[Choice, ...] = ()
    scopes: tuple[ScopeChoice, ...] = ()
    kept: tuple[tuple[str, str], ...] = ()
    kept_by_years: tuple[tuple[str, str], ...] = ()
    paging: Paging | None = None
    widened: tuple[Widening, ...] = ()
    as_typed: str = ""
    suggestion: str | None = None
    suggestion_address: str = ""
    refused: str | None = None
    instead: str = ""
    exports: tuple[Choice, ...] = ()
    json: str = ""
    feed: str = ""
    concordance: str = ""


def search_page(result: SearchResult, site: Site, names: Names) -> SearchPage:
    """Return the page of a result."""
    request = result.request
    suggestion = result.did_you_mean
    return SearchPage(
        site=site,
        title=f"{request.query} – search" if request.query else "Search",
        query=request.query,
        documents=result.documents,
        passages=result.passages,
        hits=tuple(_found(hit, request, names) for hit in result.hits),
        facets=facet_lists(result, request),
        chart=year_chart(_years(result), request, _CHART_BARS, _CHART_LABELS),
        chips=chips(request, names),
        clear=search_address(SearchRequest(request.query, sort=request.sort)),
        sorts=tuple(_sorts(request)),
        scopes=_scopes(request),
        kept=_kept(request, without=("q", SCOPE)),
        kept_by_years=_kept(request, without=("year",)),
        paging=paging(request, result.pages),
        widened=result.widened,
        as_typed=search_address(replace(request, as_typed=True, page=1)),
        suggestion=suggestion,
        suggestion_address=search_address(replace(request, query=suggestion or "", page=1)),
        exports=_exports(request),
        json=search_address(request, "/search.json"),
        feed=search_address(replace(request, page=1), "/search.atom"),
        concordance=search_address(replace(request, page=1, sort=Sort.RELEVANCE), "/concordance")
        if request.query
        else "",
    )


def refused_page(query: str, error: QueryError, site: Site) -> SearchPage:
    """Return the page that says why a query was refused."""
    return SearchPage(
        site=site,
        title="This search was refused",
        query=query,
        scopes=_scopes(SearchRequest()),
        refused=error.reason,
        instead=error.instead,
    )


def passage_address(passage: IndexedPassage, request: SearchRequest) -> str:
    """Return where a passage is read, with the words of a search marked."""
    place = card_id(passage.id) if passage.kind is PassageKind.ANNOTATION else passage.id
    return document_address(passage.document, place or None, request)


def passage_label(passage: IndexedPassage) -> str:
    """Return what a passage is called: its section, its note, or who annotated."""
    if passage.kind is PassageKind.NOTE:
        return f"note {passage.label}" if passage.label else "note"
    if passage.kind is PassageKind.ANNOTATION:
        return f"{passage.annotation_kind or 'annotation'} by {passage.editor or 'an editor'}"
    if passage.kind is PassageKind.TITLE:
        return "title page"
    return passage.section[-1].replace("\n", " ") if passage.section else "text"


def _scopes(request: SearchRequest) -> tuple[ScopeChoice, ...]:
    """The scopes as check boxes; with none limited, all are checked."""
    chosen, kinds = split_kinds(request.filters.values(Facet.KIND))
    unlimited = not chosen and not kinds
    return tuple(ScopeChoice(scope.value, unlimited or scope in chosen) for scope in Scope)


def _exports(request: SearchRequest) -> tuple[Choice, ...]:
    """The forms in which the whole result can be taken away."""
    whole = replace(request, page=1)
    return tuple(
        Choice(label, search_address(whole, path), selected=False) for label, path in _FORMS
    )


def _years(result: SearchResult) -> tuple[FacetCount, ...]:
    return result.facets.get(Facet.YEAR, ())


def _kept(request: SearchRequest, without: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in parameters(replace(request, page=1)) if pair[0] not in without)


def _sorts(request: SearchRequest) -> Iterator[Choice]:
    for sort, label in _SORTS.items():
        address = search_address(replace(request, sort=sort, page=1))
        yield Choice(label, address, sort is request.sort)


def _found(hit: DocumentHit, request: SearchRequest, names: Names) -> FoundDocument:
    about = next((found.passage for found in hit.passages), None)
    return FoundDocument(
        id=hit.document,
        title=hit.title,
        address=document_address(hit.document, found_by=request),
        facts=tuple(_facts(hit, names)),
        proposed=() if about is None else _proposed(about, names),
        passages=tuple(_passage(found, request) for found in hit.passages),
        more=hit.more,
    )


def _facts(hit: DocumentHit, names: Names) -> Iterator[str]:
    if hit.date:
        yield PartialDate.parse(hit.date).long
    if hit.authors:
        yield ", ".join(hit.authors)
    if kind := type_shown(hit.type):
        yield kind
    about = next(
        (
            found.passage.missions
            for found in hit.passages
            if found.passage.kind is not PassageKind.ANNOTATION
        ),
        (),
    )
    if about:
        yield " ".join(names.label(Facet.MISSION, mission) for mission in about)


def _proposed(passage: IndexedPassage, names: Names) -> tuple[str, ...]:
    missions = (names.label(Facet.MISSION, value) for value in passage.proposed_missions)
    themes = (names.label(Facet.THEME, value) for value in passage.proposed_themes)
    labels = (*missions, *themes)
    if len(labels) <= _PROPOSED_SHOWN + 1:
        return labels
    return (*labels[:_PROPOSED_SHOWN], f"{len(labels) - _PROPOSED_SHOWN} more")


def _passage(found: PassageHit, request: SearchRequest) -> FoundPassage:
    # The lines of a title page are shown as one run.
    snippet = found.snippet.replace("\n", " · ")
    return FoundPassage(
        label=passage_label(found.passage),
        address=passage_address(found.passage, request),
        snippet=Markup(snippet),  # noqa: S704 -- the indexer escapes, then marks
        kind=found.passage.kind.value,
    )
