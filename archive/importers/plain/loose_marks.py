"""Note marks that extraction put on a line of their own, put back behind the words above.

Where a mark ends a line, some tools write it, being raised, as the next line; and of two marks
side by side each figure and the comma between them. A figure alone is a mark only where the one
before it is marked above, its own is not, and no note with the label before it has begun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from archive.importers.plain.labels import plain_label
from archive.importers.plain.lines import Line
from archive.importers.plain.note_starts import strong_marks

__all__ = ["attach_loose_marks"]

_ROW_GOES_ON = re.compile(r"\d{1,3},$")
_LOOKED_BACK = 40


def attach_loose_marks(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with marks that stand alone put behind the words they belong to."""
    marks = {
        int(value): set(places)
        for value, places in strong_marks(lines).items()
        if value.isdecimal()
    }
    result: list[Line] = []
    for index, line in enumerate(lines):
        before = result[-1] if result else None
        if before is not None and before.text and _belongs(lines, index, before, marks):
            result[-1] = replace(before, text=before.text + line.text, goes_on=None)
            if line.text.isdecimal():
                marks.setdefault(int(line.text), set()).add(index)
        else:
            result.append(line)
    return tuple(result)


def _belongs(lines: Sequence[Line], index: int, before: Line, marks: dict[int, set[int]]) -> bool:
    """Whether a line is nothing but a mark, or the comma between two, of the line above."""
    text = lines[index].text
    if lines[index].starts_page or not text:
        return False
    if text == ",":
        return before.text[-1:].isdecimal()
    if not (text.isdecimal() and len(text) <= 3 and not text.startswith("0")):
        return False
    if _ROW_GOES_ON.search(before.text) and before.text.endswith(f"{int(text) - 1},"):
        return True
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or not below.text or below.starts_page:
        return False
    return _next_in_order(lines, index, int(text), marks)


def _next_in_order(
    lines: Sequence[Line], index: int, value: int, marks: dict[int, set[int]]
) -> bool:
    first = max(0, index - _LOOKED_BACK)
    near = range(first, index)
    if any(place in near for place in marks.get(value, ())):
        return False
    leaders = [place for place in marks.get(value - 1, ()) if place in near]
    if not leaders:
        return False
    return not any(
        plain_label(re.split(r"\D", line.text, maxsplit=1)[0]) in {str(value - 1), str(value)}
        for line in lines[min(leaders) + 1 : index]
        if line.text[:1].isdecimal()
    )
