"""Rows of runs put together to printed lines, in the order of reading, columns known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.importers.pdf.columns import find_gutter
from archive.importers.pdf.marginalia import MARGIN, marginal_rows
from archive.importers.pdf.runs import Page, Run
from archive.importers.plain.lines import Line

__all__ = ["PrintedLine", "page_lines", "plain_line"]

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SAME_LINE = 0.5
_WORD_GAP = 0.17
_MARK_SIZE = 0.75
_FIGURES = re.compile(r"\d{1,4}(?:, ?\d{1,4})*")
_PARTED = 3


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of a column.

    Attributes:
        number: of the line in the document, counted from 1 in the order of reading.
        page: the number of its page.
        column: 0 for lines over the whole width, 1 or 2 from the left, `MARGIN` beside the text.
        band: counts the places where the reading goes from the foot of a column to the head
            of the next; lines of one band follow each other downwards.
        left: where it starts.
        right: where it ends.
        base: height of its base line.
        text: the words; raised figures as superscript ones.
        size: of the type of most characters.
        bold: all characters that are not raised are bold.
        italic: all are italic.
        opening: how wide the first word is.
        parted: a wide blank stands inside it, as between the cells of a table.
        unraised: the words without what is raised, if anything is.
    """

    number: int
    page: int
    column: int
    band: int
    left: float
    right: float
    base: float
    text: str
    size: float
    bold: bool
    italic: bool
    opening: float = 0.0
    parted: bool = False
    unraised: str = ""


def plain_line(line: PrintedLine) -> Line:
    """The line as the plain chain has it: words and place, no type."""
    return Line(line.number, line.text, place=line.number)


def page_lines(pages: Sequence[Page]) -> list[PrintedLine]:
    """Return the lines of all pages in the order of reading."""
    lines: list[PrintedLine] = []
    gutters = [find_gutter(page) for page in pages]
    beside = marginal_rows(pages)
    for page, gutter, margin in zip(pages, _shared(pages, gutters), beside, strict=True):
        for column, row in _ordered(page, gutter, margin):
            lines.append(_line(page.sheet.number, column, row))
    return _numbered(lines)


def _shared(pages: Sequence[Page], gutters: Sequence[float | None]) -> list[float | None]:
    """Give pages without a gutter of their own one that others have, if it divides them too."""
    known = sorted({round(gutter) for gutter in gutters if gutter is not None})
    return [
        find_gutter(page, known) if gutter is None and known else gutter
        for page, gutter in zip(pages, gutters, strict=True)
    ]


def _ordered(
    page: Page, gutter: float | None, margin: frozenset[int]
) -> Iterable[tuple[int, tuple[Run, ...]]]:
    """Yield the lines of a page: between lines over the whole width, column after column.

    What stands in the margin comes last.
    """
    waiting: dict[int, list[tuple[Run, ...]]] = {1: [], 2: [], MARGIN: []}
    placed = [
        (MARGIN if index in margin else _column(row, gutter), row)
        for index, row in enumerate(page.rows)
    ]
    for column, row in _merged(placed):
        if column:
            waiting[column].append(row)
            continue
        for side in (1, 2):
            yield from ((side, line) for line in waiting[side])
            waiting[side].clear()
        yield 0, row
    for side, rows in waiting.items():
        yield from ((side, line) for line in rows)


def _merged(
    placed: Iterable[tuple[int, tuple[Run, ...]]],
) -> list[tuple[int, tuple[Run, ...]]]:
    """Put rows on one base line and in one column together; return them from the top down."""
    lines: list[tuple[int, list[tuple[Run, ...]]]] = []
    for column, row in sorted(placed, key=lambda pair: -_base(pair[1])):
        beside = next(
            (line for line in lines[:-7:-1] if line[0] == column and _beside(line[1], row)), None
        )
        if beside is None:
            lines.append((column, [row]))
        else:
            beside[1].append(row)
    return [
        (column, tuple(run for part in sorted(parts, key=lambda row: row[0].left) for run in part))
        for column, parts in lines
    ]


def _beside(parts: Sequence[tuple[Run, ...]], row: tuple[Run, ...]) -> bool:
    size = max(run.face.size for run in (*parts[0], *row))
    if abs(_base(parts[0]) - _base(row)) > _SAME_LINE * size:
        return False
    return all(
        row[0].left >= part[-1].right - 1 or row[-1].right <= part[0].left + 1 for part in parts
    )


def _column(row: tuple[Run, ...], gutter: float | None) -> int:
    if gutter is None:
        return 0
    left, right = row[0].left, row[-1].right
    if left < gutter - 2 and right > gutter + 2:
        return 0
    return 1 if (left + right) / 2 < gutter else 2


def _base(row: tuple[Run, ...]) -> float:
    """The height of the base line of the largest runs."""
    return max(row, key=lambda run: (not run.raised, run.face.size, len(run.text))).base


def _line(page: int, column: int, row: tuple[Run, ...]) -> PrintedLine:
    inked = [run for run in row if run.text.strip()]
    full = [run for run in inked if not run.raised] or inked
    sizes: dict[float, int] = {}
    for run in full:
        sizes[run.face.size] = sizes.get(run.face.size, 0) + len(run.text.strip())
    return PrintedLine(
        number=0,
        page=page,
        column=column,
        band=0,
        left=inked[0].left,
        right=inked[-1].right,
        base=_base(tuple(full)),
        text=_text(inked),
        size=max(sizes, key=lambda size: sizes[size]),
        bold=all(run.face.bold for run in full),
        italic=all(run.face.italic for run in full),
        opening=inked[0].opening,
        parted=any(
            after.left - run.right > _PARTED * run.face.size for run, after in pairwise(inked)
        ),
        unraised=_text(full) if len(full) < len(inked) else "",
    )


def _text(runs: Sequence[Run]) -> str:
    text = ""
    right = runs[0].left
    for run in runs:
        apart = run.left - right > _WORD_GAP * run.face.size
        if text and apart and not text.endswith(" ") and not run.text.startswith(" "):
            text += " "
        text += run.text.translate(_RAISED) if run.raised else run.text
        right = run.right
    return " ".join(text.translate(_UNSEEN).split())


def _numbered(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    numbered: list[PrintedLine] = []
    band = 0
    for number, line in enumerate(lines, start=1):
        before = numbered[-1] if numbered else None
        if before is None or _column_starts(before, line):
            band += 1
        mark = before is not None and _is_lone_mark(before, line)
        placed = _as_mark(line, before.size) if before and mark else line
        numbered.append(replace(placed, number=number, band=band))
    return numbered


def _as_mark(line: PrintedLine, size: float) -> PrintedLine:
    return replace(line, text=line.text.translate(_RAISED), size=size)


def _is_lone_mark(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a line holds a note mark only, broken off from the line above."""
    small = line.size < _MARK_SIZE * before.size
    below = not _column_starts(before, line)
    return below and small and bool(_FIGURES.fullmatch(line.text)) and line.left < before.right


def _column_starts(before: PrintedLine, line: PrintedLine) -> bool:
    return (before.page, before.column) != (line.page, line.column) or line.base > before.base
