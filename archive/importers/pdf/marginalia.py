"""What stands in the margin beside the text: page numbers, side notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.importers.pdf.runs import Page, Run

__all__ = ["MARGIN", "marginal_rows"]

MARGIN = 3
"""The column of lines in the margin."""

_LONG = 0.3
_NUMBER = re.compile(r"\W*\d{1,4}\W*")
_APART = 3.0

_Row = tuple[Run, ...]


def marginal_rows(pages: Sequence[Page]) -> list[frozenset[int]]:
    """For every page the indexes of the rows that stand wholly beside the block of the text.

    Odd and even pages are measured apart. Several numbers beside the lines of one page are no page
    numbers: they count paragraphs, and stay with their lines.
    """
    edges = {
        parity: _edges([page for page in pages if page.sheet.number % 2 == parity])
        for parity in (0, 1)
    }
    return [_beside(page, edges[page.sheet.number % 2]) for page in pages]


def _edges(pages: Sequence[Page]) -> tuple[float, float]:
    """Where the long rows of the pages start and end."""
    long = [
        row
        for page in pages
        for row in page.rows
        if row[-1].right - row[0].left > _LONG * page.sheet.width
    ]
    if not long:
        return 0.0, float("inf")
    lefts, rights = sorted(row[0].left for row in long), sorted(row[-1].right for row in long)
    return lefts[len(long) // 20], rights[-1 - len(long) // 20]


def _beside(page: Page, edges: tuple[float, float]) -> frozenset[int]:
    left, right = edges
    outside = {
        index: row
        for index, row in enumerate(page.rows)
        if row[-1].right < left - _APART or row[0].left > right + _APART
    }
    numbers = [index for index, row in outside.items() if _NUMBER.fullmatch(_text(row))]
    return frozenset(outside) - (frozenset(numbers) if len(numbers) > 1 else frozenset())


def _text(row: _Row) -> str:
    return "".join(run.text for run in row).strip()
