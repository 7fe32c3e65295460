"""Columns that extraction wrote side by side, put one after the other.

A gutter is a place that is blank in nearly every line of a page that reaches beyond it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from archive.importers.plain.lines import Line

__all__ = ["unfold_columns"]

_FEWEST_LINES = 8
_CLEAR = 0.85
_BOTH_SIDES = 0.3
_LEAST_GAP = 2
_CENTRED = 6
_MIDDLE = (0.3, 0.7)
_HEAD = 4
_OFFSET = 0.25
_PAGE_AT_END = re.compile(r"^\s*\d{1,4}\s{3,}|\s{3,}\d{1,4}\s*$")


def unfold_columns(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with the columns of every page one after the other."""
    result: list[Line] = []
    page: list[Line] = []
    for line in lines:
        if line.starts_page and page:
            result += _unfolded(page)
            page = []
        page.append(line)
    return (*result, *_unfolded(page))


def _unfolded(page: Sequence[Line]) -> list[Line]:
    rows = [" " * line.indent + line.text for line in page]
    gutter = _gutter(rows)
    if gutter is None:
        return list(page)
    head = _head_length(rows, gutter)
    offset = _is_offset(rows, gutter)
    result: list[Line] = list(page[:head])
    left: list[Line] = []
    right: list[Line] = []
    for line, row in zip(page[head:], rows[head:], strict=True):
        if line.text and _is_across(row, gutter):
            result += [*_at_margin(left), *_at_margin(right), line]
            left, right = [], []
            continue
        sides = (row[:gutter], row[gutter:])
        for column, side, other in zip((left, right), sides, sides[::-1], strict=True):
            if side.strip() or not (offset and other.strip()):
                column.append(_part(line, side))
    return _page_start_first([*result, *_at_margin(left), *_at_margin(right)], page)


def _at_margin(column: Sequence[Line]) -> list[Line]:
    """The lines of a column with their indents counted from where most of its lines start."""
    indents = Counter(line.indent for line in column if line.text)
    margin = indents.most_common(1)[0][0] if indents else 0
    return [replace(line, indent=max(0, line.indent - margin)) for line in column]


def _head_length(rows: Sequence[str], gutter: int) -> int:
    """How many rows a running head takes: over a blank row, on one side or with a page number."""
    for index, row in enumerate(rows[:_HEAD]):
        both = row[:gutter].strip() and row[gutter:].strip()
        if both and not _PAGE_AT_END.search(row):
            return 0
        if row.strip() and not any(below.strip() for below in rows[index + 1 : index + 2]):
            return index + 1
    return 0


def _is_offset(rows: Sequence[str], gutter: int) -> bool:
    """Whether the lines of the two columns stand on rows of their own by turns."""
    written = [row for row in rows if row.strip()]
    one_sided = sum(bool(row[:gutter].strip()) != bool(row[gutter:].strip()) for row in written)
    return one_sided > _OFFSET * len(written)


def _gutter(rows: Sequence[str]) -> int | None:
    """The column after the gap between two columns of text, or None."""
    written = [row for row in rows if row.strip()]
    if len(written) < _FEWEST_LINES:
        return None
    width = max(map(len, written))
    best, place = 0, None
    for column in range(int(_MIDDLE[0] * width), int(_MIDDLE[1] * width)):
        beyond = [row for row in written if len(row) > column]
        clear = [row for row in beyond if _is_clear(row, column)]
        both = sum(bool(row[:column].strip()) for row in clear)
        enough = both >= max(_FEWEST_LINES / 2, _BOTH_SIDES * len(written))
        if enough and len(clear) >= _CLEAR * len(beyond) and both > best:
            best, place = both, column
    return place


def _is_clear(row: str, column: int) -> bool:
    """Whether a gap ends just before a column, or the left side is empty."""
    return not row[column - _LEAST_GAP : column].strip()


def _is_across(row: str, gutter: int) -> bool:
    """Whether a line belongs to neither column: it runs across, or stands in the middle."""
    if row[gutter - _LEAST_GAP : gutter].strip() and len(row) > gutter:
        return True
    start, end = len(row) - len(row.lstrip()), len(row)
    centred = abs((start + end) / 2 - gutter) <= _CENTRED
    return centred and start > 0 and not _has_gap(row, gutter)


def _has_gap(row: str, gutter: int) -> bool:
    return bool(row[:gutter].strip()) and bool(row[gutter:].strip())


def _part(line: Line, row: str) -> Line:
    text = row.strip()
    indent = len(row) - len(row.lstrip()) if text else 0
    return replace(line, text=text, indent=indent, starts_page=False, rule=line.rule and not text)


def _page_start_first(lines: Sequence[Line], page: Sequence[Line]) -> list[Line]:
    """Let the page start where it did: with the first line that holds text."""
    starts = any(line.starts_page for line in page)
    first = next((index for index, line in enumerate(lines) if line.text), None)
    return [
        replace(line, starts_page=starts and index == first) for index, line in enumerate(lines)
    ]
