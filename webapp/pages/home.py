"""The home page: what this archive is, a search box, and the ways in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from indexer import Facet, SearchRequest, SearchResult
from webapp.addresses import document_address
from webapp.opened import NewAnnotation
from webapp.pages.base import Page, Site
from webapp.pages.charts import YearChart, year_chart
from webapp.pages.facets import FacetValue
from webapp.pages.listing import ListedDocument, listed
from webapp.pages.matrix import MatrixRow, matrix_rows
from webapp.pages.subjects import subject_value
from webapp.reading import card_id, day, markdown_html

__all__ = ["MISSIONS_SHOWN", "HomePage", "ListedAnnotation", "home_page"]

_CHART_BARS = 100
_CHART_LABELS = 9
MISSIONS_SHOWN = 8
"""Missions, and themes, on the home page."""


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
        rows: on the same scale, a row for each mission that documents are chiefly about.
        missions: those with most documents.
        themes: likewise.
        newest: the newest documents.
        annotations: the newest annotations.
    """

    template: ClassVar[str] = "home/home.html"
    documents: int
    passages: int
    chart: YearChart | None
    rows: tuple[MatrixRow, ...]
    missions: tuple[FacetValue, ...]
    themes: tuple[FacetValue, ...]
    newest: tuple[ListedDocument, ...]
    annotations: tuple[ListedAnnotation, ...]


def home_page(
    everything: SearchResult,
    years: Mapping[str, Mapping[int, int]],
    annotations: Sequence[NewAnnotation],
    site: Site,
) -> HomePage:
    """Return the home page.

    Args:
        everything: what an empty search finds, newest first.
        years: for missions how many documents are chiefly about them, by year.
        annotations: the newest ones.
        site: the archive.
    """
    chart = year_chart(
        everything.facets.get(Facet.YEAR, ()), SearchRequest(), _CHART_BARS, _CHART_LABELS
    )
    missions = everything.facets.get(Facet.MISSION, ())
    return HomePage(
        site=site,
        title=site.title,
        documents=everything.documents,
        passages=everything.passages,
        chart=chart,
        rows=matrix_rows(chart, [count for count in missions if count.id in years], years),
        missions=_most(everything, Facet.MISSION),
        themes=_most(everything, Facet.THEME),
        newest=tuple(listed(hit) for hit in everything.hits),
        annotations=tuple(_listed(annotation) for annotation in annotations),
    )


def _most(everything: SearchResult, facet: Facet) -> tuple[FacetValue, ...]:
    return tuple(
        subject_value(facet, count) for count in everything.facets.get(facet, ())[:MISSIONS_SHOWN]
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
        address=document_address(annotation.document, card_id(annotation.id)),
    )
