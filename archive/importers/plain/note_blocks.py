"""Blocks of notes: bodies that stand together, and where the running text goes on after them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from archive.importers.plain.lines import Line
from archive.importers.plain.note_starts import NoteStart, StrongMarks, choose_note_starts
from archive.importers.plain.shapes import (
    ends_open,
    ends_sentence,
    is_address_line,
    is_capitals,
    starts_low,
    without_marks,
)

__all__ = ["NoteBlock", "note_blocks"]

_MOST_TRIES = 12
_LEAST_COVERED = 0.5
_LOOKED_AHEAD = 5
_MOST_AHEAD = 0.6
_NEAR_HEADING = 12
_SAME_PLACE = 12
_LONGEST_HEADING = 110


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
    lines: Sequence[Line], marks: StrongMarks, regions: Sequence[int]
) -> tuple[NoteBlock, ...]:
    """Find the blocks of notes. What marks in the text contradict is taken for no block."""
    excluded: frozenset[int] = frozenset()
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
    return tuple(_with_end(lines, groups, number, marks) for number in range(len(groups)))


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
            if not parted and not _marked_between(before, start, marks):
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
    if group[0].label.style == "dotted" and any(
        other.listed and other.starts[0].label.style == "dotted" for other in groups
    ):
        return False
    since = _block_before(lines, groups, number)
    values = [int(start.label.value) for start in group]

    def marked(value: int) -> bool:
        places = marks.get(str(value), ())
        return bisect_left(places, first) > bisect_right(places, since)

    covered = sum(marked(value) for value in values) / len(values)
    ahead = [marked(values[-1] + more) for more in range(1, _LOOKED_AHEAD + 1)]
    return covered >= _LEAST_COVERED and sum(ahead) < _MOST_AHEAD * _LOOKED_AHEAD


def _block_before(lines: Sequence[Line], groups: Sequence[_Group], number: int) -> int:
    """The last start before a block and those that stand right above it, on its page."""
    below = groups[number].starts[0].index
    for group in reversed(groups[:number]):
        last = group.starts[-1].index
        if below - last > _SAME_PLACE or any(line.starts_page for line in lines[last + 1 : below]):
            return last
        below = group.starts[0].index
    return -1


def _rule_above(lines: Sequence[Line], index: int) -> bool:
    for line in reversed(lines[:index]):
        if line.text:
            return False
        if line.rule:
            return True
    return False


def _with_end(
    lines: Sequence[Line], groups: Sequence[_Group], number: int, marks: StrongMarks
) -> NoteBlock:
    group, listed = groups[number].starts, groups[number].listed
    after = groups[number + 1].starts[0] if number + 1 < len(groups) else None
    last = group[-1].index
    limit = len(lines) if after is None else after.index
    places = [
        index
        for index in range(last + 1, limit)
        if lines[index].text
        and (lines[index].starts_page or not lines[index - 1].text or _glued(lines, index, listed=listed))
    ]
    if after is not None:
        marked = [i for i in marks.get(after.label.value, ()) if last < i < limit]
        places = [index for index in places if not marked or index <= marked[-1]]
    if not listed:
        places = _to_first_page(lines, places)
    open_text = _text_above(lines, group[0].index)
    resumes = _resumes_list if listed else _resumes
    scored = [(resumes(lines, last, index, open_text), -index) for index in places]
    score, place = max(scored, default=(-9.0, -limit))
    if after is None and score < (3.0 if listed else 1.0):
        return NoteBlock(tuple(group), limit, listed)
    return NoteBlock(tuple(group), -place, listed)


def _to_first_page(lines: Sequence[Line], places: Sequence[int]) -> list[int]:
    """No note at the foot of a page goes on past the start of the next."""
    for position, index in enumerate(places):
        if lines[index].starts_page:
            return list(places[: position + 1])
    return list(places)


def _text_above(lines: Sequence[Line], index: int) -> str:
    return next((line.text for line in reversed(lines[:index]) if line.text), "")


def _resumes(lines: Sequence[Line], start: int, index: int, open_text: str) -> float:
    """How much speaks for the running text going on at a line, and not the note on a page."""
    line = lines[index]
    above = index - 1
    while not lines[above].text:
        above -= 1
    body_end = lines[above].text
    if is_address_line(line.text):
        return -6.0
    score = 4.0 if line.starts_page else 0.0
    if is_address_line(body_end) and above > start:
        score += 2.0
    if open_text and not ends_sentence(without_marks(open_text)) and starts_low(line.text):
        score += 3.0
    if ends_sentence(body_end):
        score += 1.0
    elif ends_open(body_end) or starts_low(line.text):
        score -= 3.0
    score += min(2, index - above - 2) * 0.5 + (1.0 if is_capitals(line.text) else 0.0)
    return score


def _resumes_list(lines: Sequence[Line], start: int, index: int, open_text: str) -> float:
    """How much speaks for a list of notes being over at a line: a heading, not a page."""
    del open_text
    above = index - 1
    while above > start and not lines[above].text:
        above -= 1
    score = 1.0 if ends_sentence(lines[above].text) or is_address_line(lines[above].text) else -1.5
    after = next((line.text for line in lines[index + 1 : index + 4] if line.text), "")
    return score + (2.5 if _heads_text(lines[index].text, after) else -1.0)


def _glued(lines: Sequence[Line], index: int, *, listed: bool) -> bool:
    """Whether a heading may stand right under a list of notes, no blank line between."""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    return listed and ends_sentence(lines[index - 1].text) and _heads_text(lines[index].text, after)


def _heads_text(text: str, after: str) -> bool:
    """Whether a line has the shape of a heading: short, no sentence, a capital after it."""
    if len(text) > _LONGEST_HEADING or ends_sentence(text) or ends_open(text) or starts_low(text):
        return False
    if text.endswith((",", ";", ":")) or is_address_line(text):
        return False
    return not starts_low(after) and sum(sign.isalpha() for sign in text) > 3
