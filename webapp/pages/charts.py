"""A bar chart of years: bars that are links, placed in percent, so that it fits any width."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from indexer import Facet, FacetCount, Filters, SearchRequest, YearRange
from webapp.addresses import search_address

__all__ = ["HEIGHTS", "Bar", "YearChart", "documents_counted", "passages_counted", "year_chart"]

HEIGHTS = 72
"""The height of the tallest bar, in pixels."""

_LEAST_TALLEST = 4
"""Where all counts are small, so are the bars."""

_TOWERS = 2.5
"""A bar so many times as tall as all others is cut, or the others would be too small to read."""
_BESIDE_A_TOWER = 0.6
"""How much of the height the tallest of the others has then."""
_ROOM = 0.7
"""A year needs so much of the way to the next one to be written."""

_STEPS = (1, 5, 10, 50, 100)
_LABEL_STEPS = (1, 2, 5, 10, 20, 50, 100, 500)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Attributes:
        start: its first year.
        end: its last year.
        x: where it begins, in percent of the width.
        width: likewise.
        label: the year, or the years it stands for.
        address: the search narrowed to them.
        documents: how many there are in these years.
        passages: likewise.
        height: from 0 (none) to `HEIGHTS`, in pixels.
        cut: its count, which is written beside it, if it is drawn shorter than that; else 0.
        selected: whether these years are among those selected.
        named: whether its first year is written below it.
        spared: whether that is left out where the chart is narrow.
    """

    start: str
    end: str
    x: float
    width: float
    label: str
    address: str
    documents: int
    passages: int
    height: int
    cut: int
    selected: bool
    named: bool
    spared: bool


@dataclass(frozen=True, slots=True)
class YearChart:
    """Bars for all years from the first to the last, and what stands in the two year fields."""

    bars: tuple[Bar, ...]
    first: str
    last: str


def documents_counted(count: FacetCount) -> int:
    """The measure of bars that show how many documents there are."""
    return count.documents


def passages_counted(count: FacetCount) -> int:
    """The measure of bars that show how many passages there are."""
    return count.passages


def year_chart(
    counts: Sequence[FacetCount],
    request: SearchRequest,
    most_bars: int,
    most_labels: int,
    measure: Callable[[FacetCount], int] = documents_counted,
) -> YearChart | None:
    """Return a chart of the counts of the facet of years; None where there is nothing to choose.

    Args:
        counts: of single years.
        request: what the bars narrow.
        most_bars: years are put together until there are no more bars than this.
        most_labels: the most years written below the bars.
        measure: what the height of a bar shows.
    """
    years = {int(count.id): count for count in counts if count.id.isdigit()}
    if len(years) < 2:
        return None
    first, last = min(years), max(years)
    step = _step(_STEPS, first, last, most_bars)
    label_step = max(step, _step(_LABEL_STEPS, first, last, most_labels))
    ranges = [
        YearRange(start, start + step - 1) for start in range(first - first % step, last + 1, step)
    ]
    groups = [[years[year] for year in range(r.first, r.last + 1) if year in years] for r in ranges]
    sums = [sum(map(measure, group)) for group in groups]
    named = [r.first for r in ranges if _has_room(r.first, label_step, last)]
    spared = {year for year in named if named.index(year) % 2 or year + label_step > last + 1}
    width = 100 / len(ranges)
    scale = _scale(sums)
    bars = (
        _bar(
            span,
            group,
            min(HEIGHTS, math.ceil(round(total * scale, 6))),
            request,
            (round(number * width, 3), round(width, 3)),
            cut=total if total * scale > HEIGHTS + 1 else 0,
            named=span.first in named,
            spared=span.first in spared,
        )
        for number, (span, group, total) in enumerate(zip(ranges, groups, sums, strict=True))
    )
    return YearChart(tuple(bars), *_fields(request.filters))


def _scale(sums: Sequence[int]) -> float:
    """Return how many pixels stand for one; more than there are if a single bar towers."""
    *_, second, tallest = sorted((0, *sums))
    others = max(_LEAST_TALLEST, second)
    if tallest > _TOWERS * others:
        return HEIGHTS * _BESIDE_A_TOWER / others
    return HEIGHTS / max(_LEAST_TALLEST, tallest)


def _step(steps: Sequence[int], first: int, last: int, most: int) -> int:
    """Return the smallest step that goes from the first to the last year in so many steps."""
    return next((step for step in steps if last // step - first // step < most), steps[-1])


def _has_room(year: int, label_step: int, last: int) -> bool:
    """Whether a year is written below its bar: it is a round one, and not too near the end."""
    return year % label_step == 0 and year + _ROOM * label_step <= last + 1


def _bar(
    years: YearRange,
    counts: Sequence[FacetCount],
    height: int,
    request: SearchRequest,
    place: tuple[float, float],
    *,
    cut: int,
    named: bool,
    spared: bool,
) -> Bar:
    documents = sum(count.documents for count in counts)
    chosen = Filters({**request.filters.selected, Facet.YEAR: (str(years),)})
    return Bar(
        start=str(years.first),
        end=str(years.last),
        x=place[0],
        width=place[1],
        label=str(years).replace("..", "–"),
        address=search_address(replace(request, filters=chosen, page=1)),
        documents=documents,
        passages=sum(count.passages for count in counts),
        height=height,
        cut=cut,
        selected=any(_overlap(years, other) for other in request.filters.years()),
        named=named,
        spared=spared,
    )


def _overlap(one: YearRange, other: YearRange) -> bool:
    return one.first <= other.last and other.first <= one.last


def _fields(filters: Filters) -> tuple[str, str]:
    """What stands in the fields for the first and last year: only a single range fits."""
    ranges = filters.years()
    if len(ranges) != 1:
        return "", ""
    first, last = ranges[0].first, ranges[0].last
    return ("" if first == 0 else str(first), "" if last == 9999 else str(last))
