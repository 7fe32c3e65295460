"""Labels of notes that extraction put apart from their notes, at the end of the page, put back.

Raised figures stand higher than their lines, so some tools take a page's first labels for lines
of their own and write them after everything else on it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.importers.plain.carried_over import Measures, measures_of
from archive.importers.plain.fullness import with_next_word
from archive.importers.plain.labels import plain_label
from archive.importers.plain.lines import Line
from archive.importers.plain.note_starts import cites, strong_marks
from archive.importers.plain.shapes import ends_open, ends_sentence, starts_low
from archive.importers.plain.widths import width
from archive.importers.report import Remark

__all__ = ["Settled", "settle_labels"]

_FARTHEST = 45
_BLANK, _CITED, _SHORT_ABOVE, _FULL_ABOVE, _OPEN_ABOVE = 1.2, 1.0, 1.0, -0.5, 0.5
_WIDE_ABOVE, _WIDE_BELOW, _NOT_FULL = -1.0, 0.5, -0.7
_FULL = 0.96
_OVERFULL = 1.05
_FEWEST_MEASURED = 10
_UNCHOSEN = 0.4
_PAGEFUL = 10


@dataclass(frozen=True, slots=True)
class Settled:
    """The lines with labels before their notes, and what was moved."""

    lines: tuple[Line, ...]
    repairs: tuple[Remark, ...]


def settle_labels(lines: Sequence[Line]) -> Settled:
    """Put labels that stand together at the end of a page before the notes they belong to."""
    marks = strong_marks(lines)
    measures = _measures(lines)
    moved: dict[int, int] = {}
    for start, end in _pages(lines):
        for label, note in _homes(lines, start, end, measures):
            places = marks.get(plain_label(lines[label].text), ())
            if any(start <= place < note for place in places):
                moved[label] = note
    result: list[Line] = []
    before = {note: label for label, note in moved.items()}
    for index, line in enumerate(lines):
        if index in before:
            found = lines[before[index]]
            result.append(replace(found, place=line.place, starts_page=line.starts_page))
            result.append(replace(line, starts_page=False))
        elif index in moved:
            result.append(replace(line, text="", indent=0))
        else:
            result.append(line)
    return Settled(tuple(result), tuple(_remarks(lines, moved)))


def _remarks(lines: Sequence[Line], moved: dict[int, int]) -> Iterator[Remark]:
    for label, note in moved.items():
        text = f"label {lines[label].text} put back before its note"
        yield Remark("note label", text, (lines[note].number, lines[label].number))


def _pages(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    starts = [index for index, line in enumerate(lines) if line.starts_page]
    yield from pairwise([0, *(start for start in starts if start), len(lines)])


def _measures(lines: Sequence[Line]) -> Measures:
    """Measure notes on the lines under labels that stand where they belong, and the text."""
    notes: list[Line] = []
    text: list[Line] = []
    noted = False
    for above, line in pairwise(lines):
        if line.starts_page or not line.text:
            noted = False
        elif _is_bare(above.text):
            noted = True
        if line.text and not _is_bare(line.text):
            (notes if noted else text).append(line)
    return measures_of(text, notes) if len(notes) >= _FEWEST_MEASURED else Measures(0, 0)


def _homes(
    lines: Sequence[Line], start: int, end: int, measures: Measures
) -> Iterator[tuple[int, int]]:
    """The labels of a page that stand apart, each with the line at which its note starts."""
    bare = [index for index in range(start, end) if _is_bare(lines[index].text)]
    groups = _groups(lines, bare)
    floating = [group for group in groups if _floats(lines, group, bare, end)]
    settled = {
        _value(lines[index]): index for group in groups if group not in floating for index in group
    }
    for run in (run for group in floating for run in _runs(lines, group)):
        leader, follower = _value(lines[run[0]]) - 1, _value(lines[run[-1]]) + 1
        limit = min(settled.get(follower, run[0]), run[0])
        above = settled.get(leader, end)
        if above < limit:
            words = next((i for i in range(above + 1, limit) if lines[i].text), limit)
            homes = _starts_below(lines, words + 1, limit, len(run), measures)
        else:
            first = max([start, limit - _FARTHEST, *_after_marks(lines, start, limit, follower)])
            homes = _starts(lines, first, limit, len(run), measures)
        if homes:
            yield from zip(run, homes, strict=True)


def _value(line: Line) -> int:
    return int(plain_label(line.text))


def _groups(lines: Sequence[Line], bare: Sequence[int]) -> list[list[int]]:
    """Bare labels with nothing but blank lines between them, counting up."""
    groups: list[list[int]] = []
    for index in bare:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and _value(lines[last]) < _value(lines[index])
            and not any(line.text for line in lines[last + 1 : index])
        ):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _runs(lines: Sequence[Line], group: Sequence[int]) -> list[list[int]]:
    """The labels of a group in runs that count up one by one."""
    runs: list[list[int]] = []
    for index in group:
        if runs and _value(lines[runs[-1][-1]]) + 1 == _value(lines[index]):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def _floats(lines: Sequence[Line], group: Sequence[int], bare: Sequence[int], end: int) -> bool:
    """Whether labels stand at the end of a page, or, in a column, below the one after them."""
    below = range(group[-1] + 1, end)
    if not any(lines[index].text for index in below):
        return True
    follower = _value(lines[group[-1]]) + 1
    above = any(index < group[0] and _value(lines[index]) == follower for index in bare)
    return above and not lines[group[-1] + 1].text


def _is_bare(text: str) -> bool:
    return len(text) <= 3 and plain_label(text).isdigit() and int(plain_label(text)) > 0


def _after_marks(lines: Sequence[Line], start: int, limit: int, near: int) -> list[int]:
    """The lines after those that hold the marks of the page's notes, which are its text."""
    here = strong_marks(lines[start:limit])
    return [
        start + place + 1
        for value, places in here.items()
        if abs(int(value) - near) < _PAGEFUL
        for place in places
    ]


def _starts_below(
    lines: Sequence[Line], first: int, limit: int, count: int, measures: Measures
) -> list[int]:
    """The lines under a note at which the next ones start, which have lost their labels."""
    full = measures.notes or _widest(lines[first:limit])
    likely = [i for i in range(first, limit) if lines[i].text and _ends_note(lines, i)]
    likely.sort(key=lambda index: -_score(lines, index, full))
    return sorted(likely[:count]) if len(likely) >= count else []


def _starts(
    lines: Sequence[Line], first: int, limit: int, count: int, measures: Measures
) -> list[int]:
    """The lines at which the notes above a line start: the best first, and as many below it."""
    full = measures.notes or _widest(lines[first:limit])
    scores = {
        index: _score(lines, index, full) for index in range(first, limit) if lines[index].text
    }
    best: list[int] = []
    highest = 0.0
    for top, score in scores.items():
        if starts_low(lines[top].text):
            continue
        below = [index for index in scores if index > top and _ends_note(lines, index)]
        below.sort(key=lambda index: -scores[index])
        if len(below) < count - 1:
            continue
        unchosen = sum(_UNCHOSEN for index in below[count - 1 :] if scores[index] > _CITED)
        value = score + _opening(lines, top) + sum(scores[i] for i in below[: count - 1]) - unchosen
        if measures.differ:
            chosen = {top, *below[: count - 1]}
            value += _parting(lines, first, top, limit, measures)
            value += _NOT_FULL * _unfilled(lines, range(top, limit), chosen, measures)
        if value > highest:
            best, highest = sorted([top, *below[: count - 1]]), value
    return best


def _widest(lines: Sequence[Line]) -> float:
    return max((width(line.text) for line in lines), default=0)


def _parting(lines: Sequence[Line], first: int, top: int, limit: int, measures: Measures) -> float:
    """How much the lines above a place are as the text's are, and those below as those of notes."""
    most = _OVERFULL * measures.text
    above = sum(_WIDE_ABOVE for line in lines[first:top] if width(line.text) > most)
    below = sum(_WIDE_BELOW for line in lines[top:limit] if width(line.text) > most)
    return above + below


def _unfilled(
    lines: Sequence[Line], notes: range, starts: Collection[int], measures: Measures
) -> int:
    """How many lines of notes are not full, though no note starts under them."""
    return sum(
        bool(lines[index].text and lines[index - 1].text)
        and index not in starts
        and index - 1 in notes
        and with_next_word(lines[index - 1], lines[index]) < _FULL * measures.notes
        for index in notes
    )


def _score(lines: Sequence[Line], index: int, full: float) -> float:
    """How much a line looks like the first of a note."""
    if starts_low(lines[index].text):
        return -1.0
    score = _CITED if cites(lines[index].text) else 0.0
    above = lines[index - 1].text if index else ""
    if not above:
        return score + _BLANK
    room = with_next_word(lines[index - 1], lines[index]) < _FULL * full
    return score + (_SHORT_ABOVE if room else _FULL_ABOVE)


def _opening(lines: Sequence[Line], index: int) -> float:
    """How much a line looks like the first below the page's text, which may be unfinished."""
    above = lines[index - 1].text if index else ""
    return _OPEN_ABOVE if above and (ends_open(above) or not ends_sentence(above)) else 0.0


def _ends_note(lines: Sequence[Line], index: int) -> bool:
    """Whether a note may end above a line and another start at it."""
    above = lines[index - 1].text
    return not starts_low(lines[index].text) and (not above or ends_sentence(above))
