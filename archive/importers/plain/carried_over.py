"""Notes that run over to the next page: their last lines stand above the first label there."""

from __future__ import annotations

from collections.abc import Sequence

from archive.importers.plain.lines import Line
from archive.importers.plain.note_blocks import NoteBlock
from archive.importers.plain.shapes import ends_sentence, starts_low

__all__ = ["carried_over"]

_FEWEST, _MOST = 5, 14
_WIDER = 1.05
_LOOKED_BACK = 40


def carried_over(lines: Sequence[Line], block: NoteBlock, unfinished: str) -> tuple[Line, ...]:
    """Return the lines above a block that end the note before it.

    Args:
        lines: of the document.
        block: the block of notes on the page after that of the note.
        unfinished: the last line of that note, as far as it is known.
    """
    if ends_sentence(unfinished):
        return ()
    above = _run_above(lines, block.first)
    if not above or not ends_sentence(lines[above[-1]].text):
        return ()
    first = _first_of_note(lines, above)
    if first is None or not lines[first].text:
        return ()
    return tuple(lines[index] for index in above if index >= first)


def _run_above(lines: Sequence[Line], end: int) -> list[int]:
    """The indexes of the lines of text above a line, back to the start of its page."""
    run: list[int] = []
    for index in range(end - 1, max(-1, end - _LOOKED_BACK - 1), -1):
        if lines[index].text:
            run.insert(0, index)
        if lines[index].starts_page:
            return run
    return []


def _first_of_note(lines: Sequence[Line], above: Sequence[int]) -> int | None:
    """Where the note goes on: after a rule, or where lines get longer, being set smaller."""
    near = above[-_MOST:]
    for index in reversed(near[1:]):
        if any(line.rule for line in lines[index - 3 : index]) and not lines[index - 1].text:
            return index
    widths = [len(lines[index].text) for index in above]
    for cut in range(len(above) - 1, max(_FEWEST, len(above) - _MOST), -1):
        text, note = widths[:cut], widths[cut:]
        before = lines[above[cut] - 1].text
        apart = not before or ends_sentence(before) or starts_low(lines[above[cut]].text)
        if apart and len(note) > 1 and min(note[:-1]) > _WIDER * max(text):
            return above[cut]
    return None
