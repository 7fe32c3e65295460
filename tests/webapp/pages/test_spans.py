from __future__ import annotations

from archive import PartialDate
from archive.authorities import Authorities, Mission
from indexer import FacetCount
from webapp.pages.spans import SpanChart, span_chart

OLD = Mission("old", "OLD", "An old mission", start=PartialDate(1960), end=PartialDate(1964, 6))
NEW = Mission("new", "NEW", "A mission that runs", start=PartialDate(2000, 1, 1))
UNKNOWN = Mission("unknown", "WHEN", "Nobody knows when")


def _chart(*missions: Mission, **passages: int) -> SpanChart | None:
    counts = {
        name: FacetCount(name, name, 1, number, selected=False) for name, number in passages.items()
    }
    return span_chart(missions, counts, Authorities(missions=missions), 2019)


def test_missions_stand_in_the_order_of_their_beginnings() -> None:
    chart = _chart(NEW, OLD)
    assert chart is not None
    assert [row.label for row in chart.rows] == ["OLD", "NEW"]


def test_a_mission_that_runs_reaches_the_end_of_the_line() -> None:
    chart = _chart(NEW, OLD)
    assert chart is not None
    old, new = chart.rows
    assert (old.x, old.open) == (0.0, False)
    assert (round(new.x + new.width), new.open) == (100, True)
    assert (old.years, new.years) == ("1960–1964", "since 2000")


def test_a_line_is_the_thicker_the_more_there_is() -> None:
    chart = _chart(NEW, OLD, new=200, old=2)
    assert chart is not None
    old, new = chart.rows
    assert 3 < old.thickness < new.thickness <= 13


def test_decades_are_written_on_the_line() -> None:
    chart = _chart(NEW, OLD)
    assert chart is not None
    assert [tick.label for tick in chart.ticks] == ["1960", "1970", "1980", "1990", "2000", "2010"]


def test_a_mission_without_dates_has_no_line() -> None:
    assert _chart(UNKNOWN) is None
    chart = _chart(UNKNOWN, OLD)
    assert chart is not None
    assert [row.label for row in chart.rows] == ["OLD"]
