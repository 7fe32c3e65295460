"""Note marks chosen together: the best increasing sequence of candidates, over all notes at once.

What is expected is known from the bodies: their labels, run by run, and the labels missing among
them. The candidates are aligned with this list in the order of reading, each at its score, each
note left without a mark at a cost. So a year, a resolution or a day of the month cannot be taken
for a mark unless it stands just where one is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.importers.plain.mark_candidates import Candidate

__all__ = ["Expected", "Placed", "choose_marks", "expected_notes"]

_LOST_MARK = 1.5
_LOST_BOTH = 0.6
_WITHOUT_BODY = 0.6
_LATE_START = 6.0
_AFTER_ITS_BODY = 4.0
_FAR_FROM_ITS_BODY = 1.0
_TAIL = 4
_LAST_TAIL = 400
_ANEW = 5.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate with its place in the order of reading."""

    passage: int
    place: int
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Expected:
    """A note for which a mark is looked for.

    Attributes:
        run: of labels, counted from 1.
        number: its label.
        body_line: where its body starts, or None if it has none.
        after_line: no mark is expected much before this line (the block of notes before its own).
        page_note: the body stands under the text it belongs to, so its mark comes before it.
    """

    run: int
    number: int
    body_line: int | None = None
    after_line: int = 0
    page_note: bool = False


def expected_notes(
    runs: Mapping[int, Mapping[int, int]], page_notes: frozenset[int], blocks: Sequence[int]
) -> list[Expected]:
    """List the notes to look for: every body's, those missing between, and some after the last.

    Args:
        runs: for every run, the line at which the body of every number starts.
        page_notes: the runs whose bodies stand on the pages of their marks.
        blocks: the lines at which blocks of notes start, ascending.
    """
    expected: list[Expected] = []
    for run in sorted(runs):
        bodies = runs[run]
        last = max(bodies, default=0)
        tail = _LAST_TAIL if run == max(runs) else _TAIL
        for number in range(1, last + 1):
            line = bodies.get(number)
            page_note = run in page_notes and line is not None
            after = _block_before(blocks, line) if page_note and line is not None else 0
            expected.append(Expected(run, number, line, after, page_note))
        expected += [Expected(run, last + more) for more in range(1, tail + 1)]
    return expected


def _block_before(blocks: Sequence[int], line: int) -> int:
    """The start of the block of notes before the one that holds a line."""
    earlier = [start for start in blocks if start <= line]
    return earlier[-2] if len(earlier) > 1 else 0


@dataclass(slots=True)
class _Step:
    value: float
    candidate: int
    entry: int
    before: _Step | None


def choose_marks(
    placed: Sequence[Placed], expected: Sequence[Expected]
) -> list[tuple[Placed, tuple[Expected, ...]]]:
    """Choose the candidates that are marks, each with the notes it refers to."""
    if not expected:
        return []
    entries: dict[int, list[int]] = {}
    for index, note in enumerate(expected):
        entries.setdefault(note.number, []).append(index)
    costs, closings = _costs(expected), _closings(expected)
    best = _BestBefore(len(expected))
    final: _Step | None = None
    final_value = 0.0
    for group in _by_place(placed):
        reached: list[tuple[int, _Step]] = []
        for position in group:
            candidate = placed[position].candidate
            for entry in entries.get(candidate.numbers[0], ()):
                last = entry + len(candidate.numbers) - 1
                if not _matches(expected, entry, candidate):
                    continue
                start = best.before(entry)
                fresh = -min(costs[entry], _LATE_START)
                value = fresh
                source: _Step | None = None
                if (
                    start is not None
                    and start.value + costs[start.entry + 1] - costs[entry] > fresh
                ):
                    value = start.value + costs[start.entry + 1] - costs[entry]
                    source = start
                value += _value(placed[position], expected[entry : last + 1])
                step = _Step(value, position, last, source)
                reached.append((last, step))
                closing = value - closings[last]
                if closing > final_value:
                    final, final_value = step, closing
        for entry, step in reached:
            best.add(entry, step, step.value + costs[entry + 1])
    return _path(final, placed, expected)


def _path(
    final: _Step | None, placed: Sequence[Placed], expected: Sequence[Expected]
) -> list[tuple[Placed, tuple[Expected, ...]]]:
    chosen: list[tuple[Placed, tuple[Expected, ...]]] = []
    while final is not None:
        mark = placed[final.candidate]
        first = final.entry - len(mark.candidate.numbers) + 1
        chosen.append((mark, tuple(expected[first : final.entry + 1])))
        final = final.before
    return chosen[::-1]


def _by_place(placed: Sequence[Placed]) -> list[list[int]]:
    """Positions grouped so that readings of the same figures exclude each other."""
    groups: list[list[int]] = []
    for position, mark in enumerate(placed):
        if groups:
            other = placed[groups[-1][0]]
            if other.passage == mark.passage and other.candidate.start == mark.candidate.start:
                groups[-1].append(position)
                continue
        groups.append([position])
    return groups


def _matches(expected: Sequence[Expected], entry: int, candidate: Candidate) -> bool:
    numbers = candidate.numbers
    notes = expected[entry : entry + len(numbers)]
    return len(notes) == len(numbers) and all(
        note.number == number and note.run == notes[0].run
        for note, number in zip(notes, numbers, strict=True)
    )


def _costs(expected: Sequence[Expected]) -> list[float]:
    """For every entry, what it costs to pass over all before it."""
    last_run = expected[-1].run
    costs = [0.0]
    for index, note in enumerate(expected):
        if note.body_line is not None:
            cost = _LOST_MARK
        else:
            tail = note.run != last_run and all(
                other.body_line is None
                for other in expected[index : index + _TAIL]
                if other.run == note.run
            )
            cost = 0.0 if tail else _LOST_BOTH
        costs.append(costs[-1] + cost)
    return costs


def _closings(expected: Sequence[Expected]) -> list[float]:
    """For every entry, the cost of the notes with bodies after it that have no marks."""
    closings = [0.0]
    for note in reversed(expected):
        closings.append(closings[-1] + (_LOST_MARK if note.body_line is not None else 0.0))
    return closings[-2::-1]


def _value(mark: Placed, notes: Sequence[Expected]) -> float:
    value = mark.candidate.score
    for note in notes:
        if note.body_line is None:
            value -= _WITHOUT_BODY
        elif note.page_note:
            if mark.place > note.body_line:
                value -= _AFTER_ITS_BODY
            elif mark.place < note.after_line:
                value -= _FAR_FROM_ITS_BODY
    return value


class _BestBefore:
    """The best step that ends before an entry, kept in a tree of prefix maxima."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._best: list[tuple[float, _Step] | None] = [None] * (size + 1)

    def add(self, entry: int, step: _Step, value: float) -> None:
        index = entry + 1
        while index <= self._size:
            held = self._best[index]
            if held is None or held[0] < value:
                self._best[index] = (value, step)
            index += index & -index

    def before(self, entry: int) -> _Step | None:
        found: tuple[float, _Step] | None = None
        index = entry
        while index > 0:
            held = self._best[index]
            if held is not None and (found is None or held[0] > found[0]):
                found = held
            index -= index & -index
        return found[1] if found else None
