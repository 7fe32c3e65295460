"""Blocks of notes: bodies that stand together, and where the running text goes on after them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.importers.plain.lines import Line
from archive.importers.plain.note_ends import Extent, block_end, list_end
from archive.importers.plain.note_starts import NoteStart, StrongMarks, choose_note_starts
from archive.importers.plain.shapes import ends_sentence
from archive.importers.plain.widths import width

__all__ = ["NoteBlock", "note_blocks"]

_MOST_TRIES = 12
_LEAST_COVERED = 0.5
_LEAST_COVERED_PLAIN = 0.25
_FEW = 4
_LIKE_LISTS = {"dotted", "round"}
_LOOKED_AHEAD = 5
_MOST_AHEAD = 0.6
_NEAR_HEADING = 12
_LONGEST_LISTED = 40
_SAME_PLACE = 12
_PERCENTILE = 0.8
_FEWEST_MEASURED = 10


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """Bodies of notes that stand together.

    Attributes:
        starts: where they start.
        end: the index after the last line of the last.
        listed: the block stands under a heading such as "Notes".
    """

    starts: tuple[NoteStart, ...]
    end: int
    listed: bool = False

    @property
    def first(self) -> int:
        """The index of the first line."""
        return self.starts[0].index


@dataclass(slots=True)
class _Group:
    """Starts that belong to one block; `listed` as in `NoteBlock`."""

    starts: list[NoteStart]
    listed: bool


def note_blocks(
    lines: Sequence[Line],
    marks: StrongMarks,
    regions: Sequence[int],
    excluded: frozenset[int] = frozenset(),
) -> tuple[NoteBlock, ...]:
    """Find the blocks of notes. What marks in the text contradict is taken for no block.

    Args:
        lines: of the document, in order.
        marks: where figures stand as only marks stand.
        regions: the lines that head lists of notes.
        excluded: indexes of lines that are known to be no starts.
    """
    groups: list[_Group] = []
    for _ in range(_MOST_TRIES):
        starts = choose_note_starts(lines, marks, regions, excluded)
        groups = _grouped(lines, starts, marks, regions)
        wrong = [
            start.index
            for number, group in enumerate(groups)
            if not _coherent(lines, groups, number, marks)
            for start in group.starts
        ]
        if not wrong:
            break
        excluded |= frozenset(wrong)
    groups = [group for group in groups if group.starts[0].index not in excluded]
    full = _full_width(lines, groups)
    return tuple(_with_end(lines, groups, number, marks, full) for number in range(len(groups)))


def _grouped(
    lines: Sequence[Line],
    starts: Sequence[NoteStart],
    marks: StrongMarks,
    regions: Sequence[int],
) -> list[_Group]:
    """Starts between which neither a page starts nor the mark of the next note stands.

    In a list of notes under its heading, pages and styles of labels do not count.
    """
    groups: list[_Group] = []
    for start in starts:
        group = groups[-1] if groups else None
        before = group.starts[-1] if group else None
        if group is not None and before is not None and start.run == before.run:
            parted = not group.listed and (
                before.label.style != start.label.style
                or any(line.starts_page for line in lines[before.index + 1 : start.index])
            )
            apart = start.index - before.index > _LONGEST_LISTED or not group.listed
            if not parted and not (apart and _marked_between(before, start, marks)):
                group.starts.append(start)
                continue
        groups.append(_Group([start], _under_heading(regions, start)))
    return groups


def _under_heading(regions: Sequence[int], start: NoteStart) -> bool:
    return any(0 < start.index - region <= _NEAR_HEADING for region in regions)


def _marked_between(before: NoteStart, start: NoteStart, marks: StrongMarks) -> bool:
    places = marks.get(start.label.value, ())
    return bisect_left(places, start.index) > bisect_right(places, before.index)


def _coherent(
    lines: Sequence[Line], groups: Sequence[_Group], number: int, marks: StrongMarks
) -> bool:
    """Whether the marks before a block are those of its notes.

    A numbered list looks like a block of notes; but then the marks above it have other numbers.
    """
    group = groups[number].starts
    first = group[0].index
    if groups[number].listed or _rule_above(lines, first):
        return True
    if any(start.label.style == "raised" for start in group):
        return True
    if group[0].label.style in _LIKE_LISTS and any(other.listed for other in groups):
        return False
    since, together = _same_place(lines, groups, number)

    def marked(value: int) -> bool:
        places = marks.get(str(value), ())
        return bisect_left(places, first) > bisect_right(places, since)

    values = [int(start.label.value) for start in together]
    covered = sum(marked(value) for value in values) / len(values)
    last = int(group[-1].label.value)
    ahead = sum(marked(last + more) for more in range(1, _LOOKED_AHEAD + 1))
    contradicted = ahead >= _MOST_AHEAD * _LOOKED_AHEAD
    if group[0].label.style in _LIKE_LISTS:
        return covered >= _LEAST_COVERED and not contradicted
    return covered >= _LEAST_COVERED_PLAIN and not (
        contradicted and covered < 1 and len(group) < _FEW
    )


def _same_place(
    lines: Sequence[Line], groups: Sequence[_Group], number: int
) -> tuple[int, list[NoteStart]]:
    """The last start before a block and those right above it on its page; and their starts."""
    together = list(groups[number].starts)
    below = together[0].index
    for group in reversed(groups[:number]):
        last = group.starts[-1].index
        if below - last > _SAME_PLACE or any(line.starts_page for line in lines[last + 1 : below]):
            return _marked_since(lines, group.starts), together
        together += group.starts
        below = group.starts[0].index
    return -1, together


def _marked_since(lines: Sequence[Line], above: Sequence[NoteStart]) -> int:
    """The line after which marks of notes may stand that follow a block of notes.

    Where the last note above runs over, those after it stand a page later than their marks.
    """
    last = above[-1].index
    page = next((i for i in range(last + 1, len(lines)) if lines[i].starts_page), len(lines))
    end = next((line for line in reversed(lines[last:page]) if line.text), None)
    if end is None or not (end.goes_on or not ends_sentence(end.text)):
        return last
    return next((i for i in range(last, 0, -1) if lines[i].starts_page), 0)


def _rule_above(lines: Sequence[Line], index: int) -> bool:
    for line in reversed(lines[:index]):
        if line.text:
            return False
        if line.rule:
            return True
    return False


def _full_width(lines: Sequence[Line], groups: Sequence[_Group]) -> float:
    """The width of a full line of notes, in ems; 0 where too few are known."""
    widths = sorted(
        width(lines[index].text)
        for group in groups
        for one, after in pairwise(group.starts)
        for index in range(one.index, after.index)
    )
    return widths[int(_PERCENTILE * len(widths))] if len(widths) >= _FEWEST_MEASURED else 0


def _with_end(
    lines: Sequence[Line],
    groups: Sequence[_Group],
    number: int,
    marks: StrongMarks,
    full: float,
) -> NoteBlock:
    group = groups[number]
    first, last = group.starts[0].index, group.starts[-1].index
    after = groups[number + 1].starts[0] if number + 1 < len(groups) else None
    limit = len(lines) if after is None else after.index
    places = marks.get(after.label.value, ()) if after else ()
    marked = [place for place in places if last < place < limit]
    mark = marked[-1] if marked else None
    extent = Extent(first, last, limit, mark, final=after is None, full=full)
    end = list_end(lines, extent) if group.listed else block_end(lines, extent)
    return NoteBlock(tuple(group.starts), end, group.listed)
