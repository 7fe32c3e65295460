"""Generated documents, imported as the text that PDFium takes from them.

The bounds are a little under what is reached; benchmarks/IMPORT.md has the figures, those of
other extractors too, and how much of it the text allows.
"""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from tests.archive.importers.generated.comparison import Score
from tests.archive.importers.generated.layouts import LAYOUTS, Layout
from tests.archive.importers.generated.measuring import measure, read_as_text

SEEDS = range(1, 3)
ONE_COLUMN = tuple(layout for layout in LAYOUTS if layout.columns == 1)
TWO_COLUMNS = tuple(layout for layout in LAYOUTS if layout.columns == 2)
Totals = dict[str, Score]


def totals(layouts: Iterable[Layout]) -> Totals:
    found: Totals = {}
    for measured in measure(layouts, SEEDS, read_as_text("pdfium")):
        for name, score in measured.scores.items():
            found[name] = found.get(name, Score()) + score
    return found


@pytest.fixture(scope="module")
def one_column() -> Totals:
    return totals(ONE_COLUMN)


@pytest.fixture(scope="module")
def two_columns() -> Totals:
    return totals(TWO_COLUMNS)


@pytest.mark.parametrize(
    ("name", "bound"),
    [("marks", 0.97), ("bodies", 0.99), ("headings", 0.98), ("blocks", 0.9), ("joins", 0.96)],
)
def test_one_column_is_recovered(one_column: Totals, name: str, bound: float) -> None:
    assert min(one_column[name].recall, one_column[name].precision) >= bound, one_column[name]


@pytest.mark.parametrize(
    ("name", "bound"),
    [("marks", 0.93), ("bodies", 0.98), ("headings", 0.86), ("blocks", 0.86)],
)
def test_two_columns_are_recovered(two_columns: Totals, name: str, bound: float) -> None:
    assert min(two_columns[name].recall, two_columns[name].precision) >= bound, two_columns[name]
