"""The timeline: all documents by year, and all missions with what the archive holds on each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from archive.authorities import Authorities
from indexer import Facet, SearchRequest, SearchResult
from webapp.addresses import year_address
from webapp.pages.base import Page, Site
from webapp.pages.charts import YearChart, year_chart
from webapp.pages.facets import FacetValue
from webapp.pages.search import Choice
from webapp.pages.spans import SpanChart, span_chart
from webapp.pages.subjects import CHART_BARS, CHART_LABELS

__all__ = ["TimelinePage", "timeline_page"]

_KINDS: Mapping[str, str] = {
    "": "all",
    "un-peacekeeping": "UN peacekeeping",
    "special-political": "special political",
    "un-support": "UN support",
    "regional": "regional",
    "coalition": "coalitions",
}


@dataclass(frozen=True, kw_only=True)
class TimelinePage(Page):
    """Documents and missions over the years.

    Attributes:
        chart: documents by year, or None.
        years: the years that have documents, with counts.
        spans: missions on a line, or None.
        kinds: the kinds of mission that may be chosen.
        missions: how many missions are shown.
        held: on how many of them the archive holds something.
    """

    template: ClassVar[str] = "subjects/timeline.html"
    chart: YearChart | None
    years: tuple[FacetValue, ...]
    spans: SpanChart | None
    kinds: tuple[Choice, ...]
    missions: int
    held: int


def timeline_page(
    everything: SearchResult, authorities: Authorities, site: Site, this_year: int, kind: str = ""
) -> TimelinePage:
    """Return the timeline.

    Args:
        everything: what an empty search finds.
        authorities: of the archive.
        site: the archive.
        this_year: where the spans of missions end that still run.
        kind: the kind of mission to show; all if it is empty or unknown.
    """
    years = everything.facets.get(Facet.YEAR, ())
    shown = [one for one in authorities.missions if kind not in _KINDS or kind in {"", one.kind}]
    counts = {count.id: count for count in everything.facets.get(Facet.MISSION, ())}
    return TimelinePage(
        site=site,
        title="Timeline",
        chart=year_chart(years, SearchRequest(), CHART_BARS, CHART_LABELS),
        years=tuple(
            FacetValue(
                count.label, year_address(count.id), count.documents, count.passages, selected=False
            )
            for count in years
        ),
        spans=span_chart(shown, counts, authorities, this_year),
        kinds=tuple(_choices(authorities, kind)),
        missions=len(shown),
        held=sum(one.id in counts for one in shown),
    )


def _choices(authorities: Authorities, chosen: str) -> Iterator[Choice]:
    present = {mission.kind for mission in authorities.missions}
    for kind, label in _KINDS.items():
        if not kind or kind in present:
            address = f"/timeline?{urlencode([('kind', kind)])}" if kind else "/timeline"
            yield Choice(label, f"{address}#page-missions", kind == chosen)
