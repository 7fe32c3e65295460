"""The pages of a theme, of an author and of a year: what the archive holds, and where it leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from archive.authorities import Authorities, Theme
from indexer import Facet, FacetCount, Filters, SearchRequest, SearchResult
from webapp.addresses import (
    author_address,
    mission_address,
    search_address,
    theme_address,
    year_address,
)
from webapp.pages.base import Page, Site
from webapp.pages.charts import YearChart, passages_counted, year_chart
from webapp.pages.facets import FacetValue
from webapp.pages.listing import ListedDocument, listed
from webapp.reading import Tag, theme_tags

__all__ = [
    "CHART_BARS",
    "CHART_LABELS",
    "Neighbours",
    "SubjectPage",
    "author_page",
    "found_for",
    "neighbours",
    "subject_chart",
    "subject_value",
    "theme_page",
    "year_page",
]

CHART_BARS, CHART_LABELS = 80, 9
_MOST_NEIGHBOURS = 12
_PAGES = {
    Facet.MISSION: mission_address,
    Facet.THEME: theme_address,
    Facet.AUTHOR: author_address,
}


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Missions, themes or authors that come with a subject, each with its counts."""

    name: str
    values: tuple[FacetValue, ...]


@dataclass(frozen=True, kw_only=True)
class SubjectPage(Page):
    """A theme, an author or a year.

    Attributes:
        kind: `theme`, `author` or `year`.
        about: what belongs to the subject; may be empty.
        related: subjects of the same kind beside it.
        documents: how many documents are chiefly about it, or by the author, or of the year.
        passages: how many passages there are to search.
        listed: the newest of those documents.
        all: the search for everything.
        within: name and value that limit a search to the subject.
        chart: passages by year, or None.
        neighbours: what else these documents are about.
        previous: the year before that has documents, or None.
        next: the year after, or None.
    """

    template: ClassVar[str] = "subjects/subject.html"
    kind: str
    about: str = ""
    related: tuple[Tag, ...] = ()
    documents: int
    passages: int
    listed: tuple[ListedDocument, ...]
    all: str
    within: tuple[str, str]
    chart: YearChart | None
    neighbours: tuple[Neighbours, ...]
    previous: Tag | None = None
    next: Tag | None = None


def theme_page(
    theme: Theme,
    chiefly: SearchResult,
    everything: SearchResult,
    authorities: Authorities,
    site: Site,
) -> SubjectPage:
    """Return the page of a theme.

    Args:
        theme: the theme.
        chiefly: the title pages of documents that are chiefly about it.
        everything: all that has the theme.
        authorities: of the archive.
        site: the archive.
    """
    return SubjectPage(
        site=site,
        title=theme.label,
        kind="theme",
        about=theme.scope,
        related=theme_tags(theme.related, authorities),
        documents=chiefly.documents,
        passages=everything.passages,
        listed=tuple(listed(hit) for hit in chiefly.hits),
        all=found_for(Facet.THEME, theme.id),
        within=(Facet.THEME.value, theme.id),
        chart=subject_chart(everything, Facet.THEME, theme.id),
        neighbours=neighbours(everything, Facet.MISSION, Facet.AUTHOR),
    )


def author_page(name: str, everything: SearchResult, site: Site) -> SubjectPage:
    """Return the page of an author; `everything` is all that is by the author."""
    return SubjectPage(
        site=site,
        title=name,
        kind="author",
        documents=everything.documents,
        passages=everything.passages,
        listed=tuple(listed(hit) for hit in everything.hits),
        all=found_for(Facet.AUTHOR, name),
        within=(Facet.AUTHOR.value, name),
        chart=subject_chart(everything, Facet.AUTHOR, name),
        neighbours=neighbours(everything, Facet.MISSION, Facet.THEME),
    )


def year_page(year: int, everything: SearchResult, site: Site) -> SubjectPage:
    """Return the page of a year; `everything` is all that was published in it."""
    counts = everything.facets.get(Facet.YEAR, ())
    years = sorted(int(count.id) for count in counts if count.documents)
    before = [other for other in years if other < year]
    after = [other for other in years if other > year]
    return SubjectPage(
        site=site,
        title=str(year),
        kind="year",
        documents=everything.documents,
        passages=everything.passages,
        listed=tuple(listed(hit) for hit in everything.hits),
        all=found_for(Facet.YEAR, str(year)),
        within=(Facet.YEAR.value, str(year)),
        chart=year_chart(counts, everything.request, CHART_BARS, CHART_LABELS),
        neighbours=neighbours(everything, Facet.MISSION, Facet.THEME, Facet.AUTHOR),
        previous=Tag(str(before[-1]), year_address(before[-1])) if before else None,
        next=Tag(str(after[0]), year_address(after[0])) if after else None,
    )


def found_for(facet: Facet, value: str) -> str:
    """Return the search for everything that has a value of a facet."""
    return search_address(SearchRequest(filters=Filters({facet: (value,)})))


def neighbours(result: SearchResult, *facets: Facet) -> tuple[Neighbours, ...]:
    """Return what else a result is about; a subject's own value is left out."""
    lists = (_neighbours(result, facet) for facet in facets)
    return tuple(found for found in lists if found.values)


def subject_chart(result: SearchResult, facet: Facet, value: str) -> YearChart | None:
    """Return the chart of a subject by year, whose bars narrow the search for it."""
    request = SearchRequest(filters=Filters({facet: (value,)}))
    counts = result.facets.get(Facet.YEAR, ())
    return year_chart(counts, request, CHART_BARS, CHART_LABELS, passages_counted)


def subject_value(facet: Facet, count: FacetCount) -> FacetValue:
    """Return a mission, theme or author with its counts, as a link to its page."""
    address = _PAGES[facet](count.id)
    return FacetValue(count.label, address, count.documents, count.passages, selected=False)


def _neighbours(result: SearchResult, facet: Facet) -> Neighbours:
    names: Mapping[Facet, str] = {
        Facet.MISSION: "Missions",
        Facet.THEME: "Themes",
        Facet.AUTHOR: "Authors",
    }
    others = [count for count in result.facets.get(facet, ()) if not count.selected]
    return Neighbours(
        names[facet], tuple(subject_value(facet, count) for count in others[:_MOST_NEIGHBOURS])
    )
