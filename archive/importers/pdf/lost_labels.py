"""Notes printed without their label: known by the gap in the count and a start of their own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.typography import Typography
from archive.importers.plain.note_starts import NoteStart
from archive.importers.plain.shapes import ends_sentence, starts_low

__all__ = ["lost_starts"]

_LEAST_ROOM = 2.0


def lost_starts(
    lines: Sequence[PrintedLine], starts: Sequence[NoteStart], typography: Typography
) -> dict[int, str]:
    """For the indexes of lines that start notes without a label, the labels that are missing there.

    Args:
        lines: of notes.
        starts: the notes that have labels.
        typography: of the document.
    """
    found: dict[int, str] = {}
    for before, after in pairwise(starts):
        first, last = before.label.number, after.label.number
        if before.run != after.run or first is None or last is None:
            continue
        missing = [str(number) for number in range(first + 1, last)]
        places = [
            index
            for index in range(before.index + 1, after.index)
            if _starts_anew(lines[index - 1], lines[index], typography)
        ]
        if len(places) == len(missing):
            found |= dict(zip(places, missing, strict=True))
    return found


def _starts_anew(above: PrintedLine, line: PrintedLine, typography: Typography) -> bool:
    """Whether a line stands apart from the finished note above it."""
    if not ends_sentence(above.text) or starts_low(line.text):
        return False
    if above.band == line.band:
        return typography.gap(above, line)
    return typography.free(above) > _LEAST_ROOM * above.size + line.opening
