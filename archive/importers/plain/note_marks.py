"""Note marks chosen together: the best increasing sequence of candidates, over all notes at once.

What is expected is known from the bodies: their labels, run by run, and the labels missing among
them. The candidates are aligned with this list in the order of reading, each at its score, each
note left without a mark at a cost. So a year, a resolution or a day of the month cannot be taken
for a mark unless it stands just where one is wanted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.importers.plain.expected import Expected
from archive.importers.plain.mark_candidates import Candidate

__all__ = ["Chosen", "Placed", "choose_marks"]

_LOST_MARK = 1.5
_LOST_BOTH = 0.6
_WITHOUT_BODY = 0.6
_LATE_START = 6.0
_AFTER_ITS_BODY = 3.0
_FAR_FROM_ITS_BODY = 1.0
_ANEW = 5.0
_CLEAR = 2.0
_FEWEST_WITHOUT_BODIES = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A candidate with its passage and its place in the order of reading."""

    passage: int
    place: int
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Chosen:
    """A mark: the candidate and the notes it refers to; `sure` if it stands in the sequence."""

    mark: Placed
    notes: tuple[Expected, ...]
    sure: bool = True


def choose_marks(placed: Sequence[Placed], expected: Sequence[Expected]) -> list[Chosen]:
    """Choose the candidates that are marks, each with the notes it refers to.

    Args:
        placed: the candidates in the order of reading.
        expected: the notes to look for, from `expected_notes`.
    """
    chosen = _Alignment(placed, expected).best()
    without_bodies = all(note.body is None for note in expected)
    if without_bodies and len(chosen) < _FEWEST_WITHOUT_BODIES:
        return []
    return [*chosen, *_out_of_order(placed, expected, chosen), *_repeated(placed, chosen)]


@dataclass(slots=True)
class _Step:
    """The best sequence that ends with a candidate at an entry."""

    value: float
    position: int
    entry: int
    before: _Step | None


class _Alignment:
    """Aligns candidates with the notes expected, both in order, for the highest sum."""

    def __init__(self, placed: Sequence[Placed], expected: Sequence[Expected]) -> None:
        self._placed = placed
        self._expected = expected
        self._entries: dict[int, list[int]] = {}
        for index, note in enumerate(expected):
            self._entries.setdefault(note.number, []).append(index)
        self._costs = _costs(expected)
        self._closings = _closings(expected)
        self._best = _BestBefore(len(expected))

    def best(self) -> list[Chosen]:
        """Return the marks of the best alignment."""
        final: _Step | None = None
        final_value = 0.0
        for group in _by_place(self._placed):
            steps = [step for position in group for step in self._steps(position)]
            for step in steps:
                self._best.add(step.entry, step, step.value + self._costs[step.entry + 1])
                closing = step.value - self._closings[step.entry]
                if closing > final_value:
                    final, final_value = step, closing
        return self._path(final)

    def _steps(self, position: int) -> Iterable[_Step]:
        """The ways in which a candidate can go on with the best sequence before it."""
        candidate = self._placed[position].candidate
        for entry in self._entries.get(candidate.numbers[0], ()):
            last = entry + len(candidate.numbers) - 1
            notes = self._expected[entry : last + 1]
            if not _matches(notes, candidate):
                continue
            value = -min(self._costs[entry], _LATE_START)
            before = self._best.before(entry)
            if before is not None:
                going_on = before.value + self._costs[before.entry + 1] - self._costs[entry]
                value, before = max((going_on, before), (value, None), key=lambda way: way[0])
            yield _Step(value + _value(self._placed[position], notes), position, last, before)

    def _path(self, final: _Step | None) -> list[Chosen]:
        chosen: list[Chosen] = []
        while final is not None:
            mark = self._placed[final.position]
            first = final.entry - len(mark.candidate.numbers) + 1
            notes = tuple(self._expected[first : final.entry + 1])
            chosen.append(Chosen(mark, notes, sure=mark.candidate.score > 0))
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


def _matches(notes: Sequence[Expected], candidate: Candidate) -> bool:
    return len(notes) == len(candidate.numbers) and all(
        note.number == number and note.run == notes[0].run
        for note, number in zip(notes, candidate.numbers, strict=True)
    )


def _costs(expected: Sequence[Expected]) -> list[float]:
    """For every entry, what it costs to pass over all before it."""
    costs = [0.0]
    last_run = expected[-1].run if expected else 0
    for index, note in enumerate(expected):
        cost = _LOST_BOTH if note.body is None else _LOST_MARK
        if note.tail and note.run != last_run:
            following = expected[index + 1]
            cost = _ANEW if following.run != note.run and following.tail else 0.0
        costs.append(costs[-1] + cost)
    return costs


def _closings(expected: Sequence[Expected]) -> list[float]:
    """For every entry, the cost of the notes with bodies after it that have no marks."""
    closings = [0.0]
    for note in reversed(expected):
        closings.append(closings[-1] + (_LOST_MARK if note.body is not None else 0.0))
    return closings[-2::-1]


def _value(mark: Placed, notes: Sequence[Expected]) -> float:
    value = mark.candidate.score
    for note in notes:
        if note.body is None:
            value -= _WITHOUT_BODY
        elif note.page_note and mark.place > note.body:
            value -= _AFTER_ITS_BODY
        elif note.page_note and mark.place < note.after:
            value -= _FAR_FROM_ITS_BODY
    return value


def _out_of_order(
    placed: Sequence[Placed], expected: Sequence[Expected], chosen: Sequence[Chosen]
) -> list[Chosen]:
    """Marks that extraction put out of order: clear, the only ones, and above their bodies."""
    used = {(one.mark.passage, one.mark.candidate.start) for one in chosen}
    marked = {(note.run, note.number) for one in chosen for note in one.notes}
    found: list[Chosen] = []
    for note in expected:
        if note.body is None or (note.run, note.number) in marked:
            continue
        fitting = [
            mark
            for mark in placed
            if mark.candidate.numbers == (note.number,)
            and mark.candidate.score >= _CLEAR
            and (mark.passage, mark.candidate.start) not in used
            and (not note.page_note or note.after <= mark.place <= note.body)
        ]
        if len(fitting) == 1:
            used.add((fitting[0].passage, fitting[0].candidate.start))
            found.append(Chosen(fitting[0], (note,), sure=False))
    return found


def _repeated(placed: Sequence[Placed], chosen: Sequence[Chosen]) -> list[Chosen]:
    """Raised figures left over that repeat the mark of a note before them."""
    used = {(one.mark.passage, one.mark.candidate.start) for one in chosen}
    found: list[Chosen] = []
    for mark in placed:
        candidate = mark.candidate
        single = candidate.raised and len(candidate.numbers) == 1
        if not single or (mark.passage, candidate.start) in used:
            continue
        earlier = [
            note
            for one in chosen
            for note in one.notes
            if one.mark.place <= mark.place and note.number == candidate.numbers[0]
        ]
        if earlier and earlier[-1].body is not None:
            found.append(Chosen(mark, (earlier[-1],), sure=False))
    return found


class _BestBefore:
    """The best step that ends before an entry, kept in a tree of prefix maxima."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._best: list[tuple[float, _Step] | None] = [None] * (size + 1)

    def add(self, entry: int, step: _Step, value: float) -> None:
        """Offer a step that ends at an entry."""
        index = entry + 1
        while index <= self._size:
            held = self._best[index]
            if held is None or held[0] < value:
                self._best[index] = (value, step)
            index += index & -index

    def before(self, entry: int) -> _Step | None:
        """Return the best step that ends before an entry, or None."""
        found: tuple[float, _Step] | None = None
        index = entry
        while index > 0:
            held = self._best[index]
            if held is not None and (found is None or held[0] > found[0]):
                found = held
            index -= index & -index
        return found[1] if found else None
