"""Pages of UN documents: all that are cited, and each with the sentences that cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from markupsafe import Markup

from archive.authorities import Authorities
from archive.citations.graph import CitationGraph, CitingSentence
from archive.symbols import symbol_url
from indexer import Facet, FacetCount, Names, SearchRequest, SearchResult
from webapp.addresses import document_address, parameters, search_address, un_document_address
from webapp.citing.kinds import KnownUNDocument, known_as
from webapp.citing.narrowing import narrowed
from webapp.pages.base import Page, Site
from webapp.pages.charts import YearChart, year_chart
from webapp.pages.facets import Chip, FacetList, chips, facet_lists
from webapp.pages.marking import marked
from webapp.pages.paging import Paging, paging
from webapp.reading import Tag, mission_tags, theme_tags

__all__ = [
    "CitedWith",
    "CitingGroup",
    "CitingPlace",
    "UNDocumentFacts",
    "UNDocumentPage",
    "un_document_page",
]

_CHART_BARS = 24
_CHART_LABELS = 5
_TOGETHER = 10


@dataclass(frozen=True, slots=True)
class UNDocumentFacts:
    """What is known of a UN document.

    Attributes:
        symbol: or None for a paper without one.
        names: what authors call it.
        kind: what kind of document it is.
        date: of adoption or issue, in words; empty if that is not known.
        subject: what it says, in a phrase; may be empty.
        missions: it is about.
        themes: likewise.
        note: a remark, or None.
        link: where the UN resolves its symbol, or None.
        held: where it is read, if it is a document of this archive, else None.
        search: the search for its symbol, or None.
        known: whether the authority has an entry for it.
    """

    symbol: str | None
    names: tuple[str, ...]
    kind: str
    date: str
    subject: str
    missions: tuple[Tag, ...]
    themes: tuple[Tag, ...]
    note: str | None
    link: str | None
    held: str | None
    search: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """A sentence that cites.

    Attributes:
        label: the note it stands in, else the section.
        address: of the block or note.
        sentence: as safe HTML with the citation marked.
        context: for a note the sentence of the text that refers to it; else empty.
        section: the headings above it, outermost first.
        pinpoints: the places inside the UN document that are meant.
    """

    label: str
    address: str
    sentence: Markup
    context: str
    section: tuple[str, ...]
    pinpoints: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CitingGroup:
    """A document and the sentences of it that cite, in the order of the text."""

    title: str
    address: str
    date: str | None
    places: tuple[CitingPlace, ...]


@dataclass(frozen=True, slots=True)
class CitedWith:
    """A UN document often cited together with another, and in how many blocks and notes."""

    label: str
    title: str
    address: str
    passages: int


@dataclass(frozen=True, kw_only=True)
class UNDocumentPage(Page):
    """A UN document, and every sentence that cites it.

    Attributes:
        facts: what is known of it.
        documents: how many documents of the archive cite it.
        sentences: how many sentences.
        left: how many sentences the selection leaves.
        groups: the sentences of this page by document, oldest first, undated last.
        facets: what can be selected.
        chart: the years of the citing documents, or None.
        chips: what is selected.
        clear: the page without what is selected.
        kept_by_years: names and values that the form of years must carry along.
        path: the address of the page without what is selected.
        paging: the other pages.
        together: what is often cited together with it.
        json: the address of the same as JSON.
    """

    template: ClassVar[str] = "un_documents/un_document.html"
    facts: UNDocumentFacts
    documents: int
    sentences: int
    left: int
    groups: tuple[CitingGroup, ...]
    facets: tuple[FacetList, ...]
    chart: YearChart | None
    chips: tuple[Chip, ...]
    clear: str
    kept_by_years: tuple[tuple[str, str], ...]
    path: str
    paging: Paging | None
    together: tuple[CitedWith, ...]
    json: str


def un_document_page(
    known: KnownUNDocument, result: SearchResult, graph: CitationGraph, names: Names, site: Site
) -> UNDocumentPage:
    """Return the page of a UN document.

    Args:
        known: the UN document.
        result: the counts of what the request leaves.
        graph: the citation graph of the archive.
        names: of its authorities.
        site: the archive.
    """
    path, request = un_document_address(known.key), result.request
    cited_by = graph.cited_by(known.key)
    left = narrowed(cited_by, request.filters)
    first = (request.page - 1) * request.page_size
    pages = max(1, -(-len(left) // request.page_size))
    return UNDocumentPage(
        site=site,
        title=known.title,
        facts=_facts(known, graph, names.authorities),
        documents=len({sentence.document.id for sentence in cited_by}),
        sentences=len(cited_by),
        left=len(left),
        groups=tuple(_groups(left[first : first + request.page_size])),
        facets=_moved_facets(facet_lists(result, request), path),
        chart=_moved_chart(_years(result), path),
        chips=tuple(
            replace(chip, address=_moved(chip.address, path)) for chip in chips(request, names)
        ),
        clear=path,
        kept_by_years=tuple(
            pair
            for pair in parameters(replace(request, query="", page=1))
            if pair[0] != Facet.YEAR.value
        ),
        path=path,
        paging=paging(request, pages, path),
        together=tuple(_together(known.key, graph, names.authorities)),
        json=search_address(request, f"{path}.json"),
    )


def _facts(
    known: KnownUNDocument, graph: CitationGraph, authorities: Authorities
) -> UNDocumentFacts:
    entry, symbol = known.entry, known.symbol
    cited = graph.cited.get(known.key)
    held = None if cited is None else cited.held
    return UNDocumentFacts(
        symbol=symbol,
        names=() if entry is None else entry.common_names,
        kind=known.kind,
        date="" if entry is None or entry.date is None else entry.date.long,
        subject="" if entry is None else entry.subject,
        missions=() if entry is None else mission_tags(entry.missions, authorities),
        themes=() if entry is None else theme_tags(entry.themes, authorities),
        note=None if entry is None else entry.note,
        link=None if symbol is None else symbol_url(symbol),
        held=None if held is None else document_address(held),
        search=None if symbol is None else search_address(SearchRequest(f'symbol:"{symbol}"')),
        known=entry is not None,
    )


def _groups(sentences: Sequence[CitingSentence]) -> Iterator[CitingGroup]:
    for document, of in groupby(sentences, key=lambda sentence: sentence.document):
        date = None if document.date is None else document.date.long
        places = tuple(_place(sentence) for sentence in of)
        yield CitingGroup(document.title, document_address(document.id), date, places)


def _place(sentence: CitingSentence) -> CitingPlace:
    place = sentence.place
    in_text = place.section[-1] if place.section else "text"
    return CitingPlace(
        in_text if place.note is None else f"note {place.note}",
        document_address(sentence.document.id, place.passage),
        marked(place.text, sentence.written),
        place.context,
        place.section,
        sentence.pinpoints,
    )


def _together(key: str, graph: CitationGraph, authorities: Authorities) -> Iterator[CitedWith]:
    for one in graph.together(key, _TOGETHER):
        other = known_as(one.key, graph.cited[one.key].symbol, authorities)
        yield CitedWith(other.label, other.title, un_document_address(one.key), one.passages)


def _years(result: SearchResult) -> YearChart | None:
    counts: Sequence[FacetCount] = result.facets[Facet.YEAR]
    return year_chart(counts, result.request, _CHART_BARS, _CHART_LABELS)


def _moved(address: str, path: str) -> str:
    """The address of a search as that of the same selection on another page."""
    return path + address.removeprefix("/search")


def _moved_facets(facets: Sequence[FacetList], path: str) -> tuple[FacetList, ...]:
    return tuple(
        replace(
            facet,
            shown=tuple(replace(v, address=_moved(v.address, path)) for v in facet.shown),
            more=tuple(replace(v, address=_moved(v.address, path)) for v in facet.more),
        )
        for facet in facets
    )


def _moved_chart(chart: YearChart | None, path: str) -> YearChart | None:
    if chart is None:
        return None
    bars = tuple(replace(bar, address=_moved(bar.address, path)) for bar in chart.bars)
    return replace(chart, bars=bars)
