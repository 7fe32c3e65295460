"""The page of a mission: what the authority knows of it, and what the archive holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from archive.authorities import COUNTRY_NAMES, Authorities, Mission
from indexer import Facet, Filters, SearchRequest, SearchResult
from webapp.addresses import search_address, un_document_address
from webapp.pages.base import Page, Site
from webapp.pages.charts import YearChart, passages_counted, year_chart
from webapp.pages.facets import FacetValue
from webapp.pages.listing import ListedDocument, listed
from webapp.pages.spans import SpanChart, span_chart
from webapp.pages.subjects import (
    CHART_BARS,
    CHART_LABELS,
    Neighbours,
    found_for,
    neighbours,
)
from webapp.reading import Tag, mission_tags

__all__ = ["FoundingDocument", "MissionPage", "mission_page", "naming"]

_MOST_CITED = 8

_KINDS = {
    "un-peacekeeping": "UN peacekeeping operation",
    "special-political": "UN special political mission",
    "un-support": "UN support office",
    "regional": "regional operation",
    "coalition": "operation of a coalition",
}


@dataclass(frozen=True, slots=True)
class FoundingDocument:
    """A UN document that set a mission up.

    Attributes:
        symbol: of the document.
        address: where it is to be had.
        title: what it is, if the authority knows; else empty.
        date: in words, likewise.
    """

    symbol: str
    address: str
    title: str
    date: str


@dataclass(frozen=True, kw_only=True)
class MissionPage(Page):
    """A mission.

    Attributes:
        name: the full name.
        facts: a line of facts: what it is, where, and from when to when.
        also: other names.
        note: a remark of the authority; may be empty.
        protection: whether it was told to protect civilians, in words; may be empty.
        protection_by: the UN document that told it so first, or None.
        founding: the UN documents that set it up.
        spans: its years on a line, with those of predecessors and successors; or None.
        confused: missions whose names look alike.
        documents: how many documents are chiefly about it.
        passages: how many passages are about it or name it.
        listed: the newest of those documents.
        all: the search for everything.
        within: name and value that limit a search to the mission.
        named: how many passages name it.
        naming: the search for them.
        chart: the passages that name it by year, or None.
        cited: the UN documents that these passages cite most.
        neighbours: the themes and authors of those passages.
        sources: what the authority's entry was checked against.
    """

    template: ClassVar[str] = "subjects/mission.html"
    name: str
    facts: tuple[str, ...]
    also: tuple[str, ...]
    note: str
    protection: str
    protection_by: Tag | None
    founding: tuple[FoundingDocument, ...]
    spans: SpanChart | None
    confused: tuple[Tag, ...]
    documents: int
    passages: int
    listed: tuple[ListedDocument, ...]
    all: str
    within: tuple[str, str]
    named: int
    naming: str
    chart: YearChart | None
    cited: tuple[FacetValue, ...]
    neighbours: tuple[Neighbours, ...]
    sources: tuple[str, ...]


def naming(mission: Mission) -> SearchRequest:
    """Return the search for the passages that name a mission, by its acronym or in full."""
    names = dict.fromkeys(name for name in (mission.acronym, mission.name) if name)
    query = " OR ".join(f'"{name.replace(chr(34), " ")}"' for name in names)
    return SearchRequest(query, Filters({Facet.MISSION: (mission.id,)}))


def mission_page(
    mission: Mission,
    chiefly: SearchResult,
    everything: SearchResult,
    named: SearchResult,
    authorities: Authorities,
    site: Site,
    this_year: int,
) -> MissionPage:
    """Return the page of a mission.

    Args:
        mission: the mission.
        chiefly: the title pages of documents that are chiefly about it.
        everything: all that is about it or names it.
        named: what the search for its names finds.
        authorities: of the archive.
        site: the archive.
        this_year: where the spans of missions end that still run.
    """
    return MissionPage(
        site=site,
        title=authorities.mission_label(mission.id),
        name=mission.name,
        facts=tuple(_facts(mission)),
        also=mission.other_names,
        note=mission.note or "",
        protection=_protection(mission),
        protection_by=_protection_by(mission, authorities),
        founding=tuple(_founding(symbol, authorities) for symbol in mission.established_by),
        spans=_spans(mission, everything, authorities, this_year),
        confused=mission_tags(mission.not_to_confuse_with, authorities),
        documents=chiefly.documents,
        passages=everything.passages,
        listed=tuple(listed(hit) for hit in chiefly.hits),
        all=found_for(Facet.MISSION, mission.id),
        within=(Facet.MISSION.value, mission.id),
        named=named.passages,
        naming=search_address(naming(mission)),
        chart=year_chart(
            named.facets.get(Facet.YEAR, ()),
            naming(mission),
            CHART_BARS,
            CHART_LABELS,
            passages_counted,
        ),
        cited=tuple(
            FacetValue(
                count.label,
                _un_document(count.id, authorities),
                count.documents,
                count.passages,
                selected=False,
            )
            for count in named.facets.get(Facet.CITES, ())[:_MOST_CITED]
        ),
        neighbours=neighbours(everything, Facet.THEME, Facet.AUTHOR),
        sources=tuple(source for source in (mission.verified, *mission.also) if source),
    )


def _facts(mission: Mission) -> Iterator[str]:
    if mission.kind:
        yield _KINDS.get(mission.kind, mission.kind)
    if mission.lead and mission.lead != "UN":
        yield f"led by {mission.lead}"
    if places := ", ".join(COUNTRY_NAMES.get(code, (code,))[0] for code in mission.location):
        yield places
    if mission.start is not None:
        end = f"to {mission.end.long}" if mission.end is not None else "to this day"
        yield f"from {mission.start.long} {end}"


def _protection(mission: Mission) -> str:
    if mission.poc_mandate is None:
        return ""
    if not mission.poc_mandate:
        return "It had no mandate to protect civilians"
    return "It was told to protect civilians"


def _protection_by(mission: Mission, authorities: Authorities) -> Tag | None:
    if not (mission.poc_mandate and mission.poc_first):
        return None
    return Tag(mission.poc_first, _un_document(mission.poc_first, authorities))


def _un_document(symbol: str, authorities: Authorities) -> str:
    """Return the page of a UN document that is named by its symbol."""
    known = authorities.un_document_with_symbol(symbol)
    return un_document_address(symbol if known is None else known.id)


def _founding(symbol: str, authorities: Authorities) -> FoundingDocument:
    known = authorities.un_document_with_symbol(symbol)
    return FoundingDocument(
        symbol=symbol,
        address=_un_document(symbol, authorities),
        title="" if known is None else known.title,
        date="" if known is None or known.date is None else known.date.long,
    )


def _spans(
    mission: Mission, everything: SearchResult, authorities: Authorities, this_year: int
) -> SpanChart | None:
    relations = {
        **dict.fromkeys(mission.predecessor, "predecessor"),
        **dict.fromkeys(mission.successor, "successor"),
        mission.id: "this mission",
    }
    shown = (found for key in relations if (found := authorities.mission(key)) is not None)
    counts = {count.id: count for count in everything.facets.get(Facet.MISSION, ())}
    return span_chart(shown, counts, authorities, this_year, relations)
