"""Which notes marks are looked for: those with bodies, those missing between, some after."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.importers.plain.note_bodies import NotesFound

__all__ = ["Expected", "expected_notes"]

_TAIL = 4
_LAST_TAIL = 400
_RUNS_WITHOUT_BODIES = 12


@dataclass(frozen=True, slots=True)
class Expected:
    """A note for which a mark is looked for.

    Attributes:
        run: of labels, counted from 1.
        number: its label.
        body: the place at which its body starts, or None if it has none.
        after: no mark is expected much before this place (the block of notes before its own).
        page_note: the body stands under the text it belongs to, so its mark comes before it.
        tail: nothing says that the note exists; it only may.
    """

    run: int
    number: int
    body: int | None = None
    after: int = 0
    page_note: bool = False
    tail: bool = False


def expected_notes(found: NotesFound) -> list[Expected]:
    """List the notes to look for, run by run.

    Where there are no bodies at all, numbering may still start anew a few times.
    """
    runs: dict[int, dict[int, int]] = {}
    for body in found.bodies:
        if body.label.isdigit():
            runs.setdefault(body.run, {})[int(body.label)] = body.place
    if not runs:
        return [
            Expected(run, number, tail=True)
            for run in range(1, _RUNS_WITHOUT_BODIES + 1)
            for number in range(1, _LAST_TAIL + 1)
        ]
    blocks = sorted({body.block: body.place for body in reversed(found.bodies)}.values())
    expected: list[Expected] = []
    for run in sorted(runs):
        bodies = runs[run]
        page_notes = run not in found.listed
        for number in range(1, max(bodies) + 1):
            place = bodies.get(number)
            paged = page_notes and place is not None
            after = _block_before(blocks, place) if paged and place is not None else 0
            expected.append(Expected(run, number, place, after, page_note=paged))
        tail = _LAST_TAIL if run == max(runs) else _TAIL
        expected += [Expected(run, max(bodies) + more, tail=True) for more in range(1, tail + 1)]
    return expected


def _block_before(blocks: Sequence[int], place: int) -> int:
    """The start of the block of notes before the one that holds a place."""
    earlier = [start for start in blocks if start <= place]
    return earlier[-2] if len(earlier) > 1 else 0
