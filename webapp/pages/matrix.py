"""Documents by year and mission: beneath the bars of all documents a row for each mission."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indexer import FacetCount
from webapp.addresses import mission_address
from webapp.pages.charts import YearChart

__all__ = ["MatrixCell", "MatrixRow", "matrix_rows"]


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """The documents of some years about a mission, and where they stand, in percent."""

    x: float
    width: float
    label: str
    documents: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A mission, and the years in which documents about it were published."""

    label: str
    address: str
    cells: tuple[MatrixCell, ...]


def matrix_rows(
    chart: YearChart | None, missions: Sequence[FacetCount], years: Mapping[str, Mapping[int, int]]
) -> tuple[MatrixRow, ...]:
    """Return a row for each mission that has documents.

    Args:
        chart: of all documents, on whose scale the rows are.
        missions: to be shown.
        years: for every mission how many documents there are about it, by year.
    """
    if chart is None:
        return ()
    rows = (
        MatrixRow(
            mission.label, mission_address(mission.id), _cells(chart, years.get(mission.id, {}))
        )
        for mission in missions
    )
    return tuple(row for row in rows if row.cells)


def _cells(chart: YearChart, years: Mapping[int, int]) -> tuple[MatrixCell, ...]:
    counted = (
        (bar, sum(n for year, n in years.items() if int(bar.start) <= year <= int(bar.end)))
        for bar in chart.bars
    )
    return tuple(
        MatrixCell(bar.x, bar.width, bar.label, documents)
        for bar, documents in counted
        if documents
    )
