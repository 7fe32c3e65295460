"""Running heads and page numbers: what stands at the edges of pages again and again."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.marginalia import MARGIN

__all__ = ["furniture"]

_ROWS = 2
_SAME_ROW = 4.0
_SAME_PLACE = 3.0
_APART = 1.5
_LARGE = 1.3
_FEWEST = 2
_FEWEST_COUNTED = 3
_SHARE = 0.5
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—|\s]*(?:\d{1,4}|[ivxlc]{1,7})[-–—|\s]*", re.IGNORECASE)
_OUTER_FIGURES = re.compile(r"^\d{1,4}(?=\s|$)|(?<=\s)\d{1,4}$")
_FIGURES = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines at one height at the edge of a page, over all columns.

    Attributes:
        lines: its lines.
        apart: more than the leading lies between it and the text.
    """

    lines: tuple[PrintedLine, ...]
    apart: bool


def furniture(lines: Sequence[PrintedLine]) -> frozenset[int]:
    """Return the numbers of the lines that are page furniture."""
    pages: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        if line.column != MARGIN:
            pages[line.page].append(line)
    found = {line.number for line in lines if line.column == MARGIN and _is_number(line)}
    for side in (1, -1):
        edges = [_edge(page, side)[:_ROWS] for page in pages.values()]
        for level in range(_ROWS):
            rows = [edge[level] for edge in edges if len(edge) > level]
            taken = set(_recurring(rows, len(pages)))
            if not taken:
                break
            found |= taken
        found |= set(_counting(edges))
    return frozenset(found)


def _edge(lines: Iterable[PrintedLine], side: int) -> list[_Row]:
    """The outermost rows of a page, the outermost first."""
    groups: list[list[PrintedLine]] = []
    for line in sorted(lines, key=lambda line: -side * line.base):
        if groups and abs(groups[-1][0].base - line.base) < _SAME_ROW:
            groups[-1].append(line)
        elif len(groups) > _ROWS:
            break
        else:
            groups.append([line])
    return [
        _Row(tuple(row), abs(row[0].base - inner[0].base) > _APART * _smaller(row[0], inner[0]))
        for row, inner in pairwise(groups)
    ] + [_Row(tuple(row), apart=True) for row in groups[-1:] if len(groups) <= _ROWS]


def _smaller(row: PrintedLine, inner: PrintedLine) -> float:
    """The size of type of a row's neighbour; a heading under it needs no more than a line does."""
    return min(inner.size, _LARGE * row.size)


def _recurring(rows: Iterable[_Row], pages: int) -> Iterator[int]:
    """The lines of rows at one height that say the same, or count pages, on several pages."""
    places: dict[int, list[PrintedLine]] = defaultdict(list)
    for row in rows:
        for line in row.lines:
            if row.apart:
                places[round(line.base / _SAME_PLACE)].append(line)
    for place, here in places.items():
        near = here + places.get(place - 1, []) + places.get(place + 1, [])
        known = Counter(_key(line.text) for line in near)
        sure = [line for line in here if _is_number(line) or known[_key(line.text)] >= _FEWEST]
        pages_here = {line.page for line in here}
        pages_sure = {line.page for line in sure}
        if len(pages_sure) < min(_FEWEST, pages):
            continue
        # Heads that name the section differ; they are known by standing where the others stand.
        whole = len(pages_sure) >= _SHARE * len(pages_here)
        yield from (line.number for line in (here if whole else sure))


def _counting(edges: Sequence[Sequence[_Row]]) -> Iterator[int]:
    """The lines that end or begin with the number of their page, and those farther out.

    So a head is known that stands on one page only, as that of a short chapter does.
    """
    offsets = Counter(
        offset
        for edge in edges
        for offset in {offset for row in edge if row.apart for offset in _offsets(row)}
    )
    if not offsets:
        return
    usual, pages = offsets.most_common(1)[0]
    if pages < max(_FEWEST_COUNTED, _SHARE * len(edges)):
        return
    for edge in edges:
        numbered = [i for i, row in enumerate(edge) if row.apart and usual in _offsets(row)]
        for row in edge[: max(numbered, default=-1) + 1]:
            yield from (line.number for line in row.lines)


def _offsets(row: _Row) -> set[int]:
    """How far the figures at either end of the lines of a row are from the number of the page."""
    return {
        int(match[0]) - line.page
        for line in row.lines
        for match in _OUTER_FIGURES.finditer(line.text)
    }


def _is_number(line: PrintedLine) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text))


def _key(text: str) -> str:
    return _FIGURES.sub("#", text.lower())
