"""The gutter between two columns of a page, if there is one."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from archive.importers.pdf.runs import Page, Run

__all__ = ["find_gutter"]

_MIDDLE = (0.3, 0.7)
_FEWEST_ROWS = 4
_MOST_CROSSING = 0.3
_LEAST_WIDTH = 5
_NOISE = 50
_NEAR = 4
_LEAST_FILL = 0.55


def find_gutter(page: Page, known: Sequence[float] = ()) -> float | None:
    """Return the middle of the gutter, measured from the left edge of the page.

    Args:
        page: the page.
        known: gutters of other pages; if given, one of them is chosen, on less evidence.
    """
    rows = [(row[0].left, row[-1].right, _base(row)) for row in page.rows]
    if not rows:
        return None
    if known:
        fitting = [gutter for gutter in known if _crossing(rows, gutter) <= _MOST_CROSSING]
        return min(fitting, key=lambda gutter: _crossing(rows, gutter), default=None)
    for noise in (0, max(1, len(rows) // _NOISE)):
        gutter = _emptiest(rows, noise)
        if gutter is not None and _divides(rows, gutter):
            return gutter
    return None


def _base(row: Sequence[Run]) -> float:
    return row[0].base


def _crossing(rows: Sequence[tuple[float, float, float]], gutter: float) -> float:
    """The share of rows that stand on both sides of a place."""
    return sum(left < gutter - 2 and right > gutter + 2 for left, right, _ in rows) / len(rows)


def _emptiest(rows: Sequence[tuple[float, float, float]], noise: int) -> float | None:
    """The gutter in the widest strip near the middle of the text that the fewest rows cross.

    Args:
        rows: left, right and base of each row of the page.
        noise: how many rows more may stand there, as a page number does or a long ragged line;
            then the gutter is at the right of the strip, where the lines of a column start.
    """
    start, end = min(row[0] for row in rows), max(row[1] for row in rows)
    first = int(start + _MIDDLE[0] * (end - start))
    last = int(start + _MIDDLE[1] * (end - start))
    cover = [sum(left < x + 1 and right > x for left, right, _ in rows) for x in range(first, last)]
    if not cover:
        return None
    least = min(cover)
    strips: list[tuple[int, int]] = []
    run = 0
    for index, count in enumerate([*cover, least]):
        if count <= least + noise and index < len(cover):
            run += 1
            continue
        if run:
            strips.append((run, index - run))
        run = 0
    width, offset = max(strips)
    if width < _LEAST_WIDTH:
        return None
    return first + offset + (width - min(width / 2, _NEAR) if noise else width / 2)


def _divides(rows: Sequence[tuple[float, float, float]], gutter: float) -> bool:
    """Whether what stands on the two sides are columns of text, not cells or indents."""
    if _crossing(rows, gutter) > _MOST_CROSSING:
        return False
    lefts = [row for row in rows if row[1] <= gutter + 2]
    rights = [row for row in rows if row[0] >= gutter - 2]
    if min(len(lefts), len(rights)) < _FEWEST_ROWS:
        return False
    for side in (lefts, rights):
        width = max(row[1] for row in side) - min(row[0] for row in side)
        if median(right - left for left, right, _ in side) < _LEAST_FILL * width:
            return False
    bases = [row[2] for row in rights]
    beside = sum(min(bases) - 1 <= row[2] <= max(bases) + 1 for row in lefts)
    return beside >= _FEWEST_ROWS
