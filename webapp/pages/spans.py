"""Missions on a line of years: how long each ran, and how much the archive holds on it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.authorities import Authorities, Mission
from indexer import FacetCount
from webapp.addresses import mission_address

__all__ = ["SpanChart", "SpanRow", "Tick", "span_chart", "years_of"]

_THINNEST, _THICKEST = 3, 13
_TICK_YEARS = 10
_SHORT_SPAN = 25


@dataclass(frozen=True, slots=True)
class Tick:
    """A year written on the line, and where, in percent."""

    label: str
    x: float


@dataclass(frozen=True, slots=True)
class SpanRow:
    """A mission on the line.

    Attributes:
        label: what it is called for short.
        name: the full name.
        address: its page.
        years: from when to when, in words.
        documents: how many the archive has about it or naming it.
        passages: likewise.
        x: where its span begins, in percent.
        width: of the span, likewise.
        thickness: of the span, in pixels: more where there are more passages.
        open: whether it still runs.
        relation: what it is to the mission of the page, else empty.
    """

    label: str
    name: str
    address: str
    years: str
    documents: int
    passages: int
    x: float
    width: float
    thickness: int
    open: bool
    relation: str = ""


@dataclass(frozen=True, slots=True)
class SpanChart:
    """Missions in the order of their beginnings, and the years written on the line."""

    rows: tuple[SpanRow, ...]
    ticks: tuple[Tick, ...]


def span_chart(
    missions: Iterable[Mission],
    counts: Mapping[str, FacetCount],
    authorities: Authorities,
    this_year: int,
    relations: Mapping[str, str] | None = None,
) -> SpanChart | None:
    """Return a chart of missions whose beginning is known; None if there is none.

    Args:
        missions: to be shown.
        counts: what the archive holds, by mission.
        authorities: of the archive.
        this_year: where the spans of missions end that still run.
        relations: what missions are to that of the page, by their ids.
    """
    dated = [(mission.start.sort_key, mission) for mission in missions if mission.start]
    ordered = [mission for _, mission in sorted(dated, key=lambda item: (item[0], item[1].id))]
    if not ordered:
        return None
    first = min(_begin(mission) for mission in ordered)
    last = max(_end(mission, this_year) for mission in ordered)
    scale = _Scale(math.floor(first), max(math.ceil(last), math.floor(first) + 1))
    rows = (
        _row(mission, counts.get(mission.id), authorities, this_year, scale, relations or {})
        for mission in ordered
    )
    return SpanChart(tuple(rows), scale.ticks())


def years_of(mission: Mission) -> str:
    """Return the years of a mission in words: `1999–2005`, `since 2011`; empty if not known."""
    if mission.start is None:
        return ""
    last = "" if mission.end is None else str(mission.end.year)
    if last == str(mission.start.year):
        return last
    return f"{mission.start.year}–{last}" if last else f"since {mission.start.year}"


@dataclass(frozen=True, slots=True)
class _Scale:
    first: int
    last: int

    def place(self, year: float) -> float:
        return round((year - self.first) * 100 / (self.last - self.first), 2)

    def ticks(self) -> tuple[Tick, ...]:
        step = _TICK_YEARS if self.last - self.first > _SHORT_SPAN else _TICK_YEARS // 2
        years = range(-(-self.first // step) * step, self.last, step)
        return tuple(Tick(str(year), self.place(year)) for year in years)


def _row(
    mission: Mission,
    count: FacetCount | None,
    authorities: Authorities,
    this_year: int,
    scale: _Scale,
    relations: Mapping[str, str],
) -> SpanRow:
    x = scale.place(_begin(mission))
    passages = 0 if count is None else count.passages
    thickness = _THINNEST + 2 * math.log2(1 + passages) if passages else _THINNEST
    return SpanRow(
        label=authorities.mission_label(mission.id),
        name=mission.name,
        address=mission_address(mission.id),
        years=years_of(mission),
        documents=0 if count is None else count.documents,
        passages=passages,
        x=x,
        width=round(max(scale.place(_end(mission, this_year)) - x, 0.4), 2),
        thickness=min(_THICKEST, round(thickness)),
        open=mission.end is None,
        relation=relations.get(mission.id, ""),
    )


def _begin(mission: Mission) -> float:
    return 0.0 if mission.start is None else mission.start.year + _part(mission.start.month, 1)


def _end(mission: Mission, this_year: int) -> float:
    if mission.end is None:
        return this_year + 1.0
    return mission.end.year + _part(mission.end.month, 12) + 1 / 12


def _part(month: int | None, unknown: int) -> float:
    return ((month or unknown) - 1) / 12
