"""The home page: what this archive is, a search box, and the ways in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from indexer import Facet, SearchRequest, SearchResult
from webapp.addresses import document_address
from webapp.opened import NewAnnotation
from webapp.pages.base import Page, Site
from webapp.pages.charts import YearChart, year_chart
from webapp.pages.facets import FacetValue, facet_lists
from webapp.pages.listing import ListedDocument, listed
from webapp.reading import card_id, day, markdown_html

__all__ = ["HomePage", "ListedAnnotation", "home_page"]

_CHART_BARS = 100
_CHART_LABELS = 9
_VALUES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class ListedAnnotation:
    """An annotation in a list: what it is about, what it says, and where."""

    kind: str
    editor: str
    date: str
    quote: str
    body: Markup
    document: str
    address: str


@dataclass(frozen=True, kw_only=True)
class HomePage(Page):
    """The home page.

    Attributes:
        documents: how many documents the archive holds.
        passages: how many passages.
        chart: all documents over the years, or None.
        missions: those with most documents.
        themes: likewise.
        newest: the newest documents.
        annotations: the newest annotations.
    """

    template: ClassVar[str] = "home/home.html"
    documents: int
    passages: int
    chart: YearChart | None
    missions: tuple[FacetValue, ...]
    themes: tuple[FacetValue, ...]
    newest: tuple[ListedDocument, ...]
    annotations: tuple[ListedAnnotation, ...]


def home_page(
    everything: SearchResult, annotations: Sequence[NewAnnotation], site: Site
) -> HomePage:
    """Return the home page; `everything` is what an empty search finds, newest first."""
    facets = {facet.id: facet for facet in facet_lists(everything, SearchRequest())}

    def most(facet: Facet) -> tuple[FacetValue, ...]:
        return facets[facet.value].shown[:_VALUES_SHOWN] if facet.value in facets else ()

    return HomePage(
        site=site,
        title=site.title,
        documents=everything.documents,
        passages=everything.passages,
        chart=year_chart(
            everything.facets.get(Facet.YEAR, ()), SearchRequest(), _CHART_BARS, _CHART_LABELS
        ),
        missions=most(Facet.MISSION),
        themes=most(Facet.THEME),
        newest=tuple(listed(hit) for hit in everything.hits),
        annotations=tuple(_listed(annotation) for annotation in annotations),
    )


def _listed(new: NewAnnotation) -> ListedAnnotation:
    annotation = new.placed.annotation
    return ListedAnnotation(
        kind=annotation.kind.value,
        editor=annotation.editor,
        date=day(annotation.modified),
        quote="" if annotation.target.quote is None else annotation.target.quote.exact,
        body=markdown_html(annotation.body),
        document=new.opened.document.metadata.title,
        address=document_address(annotation.document, card_id(annotation, new.opened.document)),
    )
