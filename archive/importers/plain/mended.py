"""Lines that extraction broke after raised figures, put together again.

Some tools end the line wherever the type gets smaller or larger. Two pieces that fit on one line
of the usual length, the first of which ends in what looks like a note mark, were one line. That
the tool was of this kind is known from pieces that go on with a small letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from archive.importers.plain.line_ends import MARK_AT_END, is_led
from archive.importers.plain.lines import Line

__all__ = ["mend_broken_lines"]

_FEWEST = 3
_PERCENTILE = 0.97
_LONGEST = 200
_SPARE = 2


def mend_broken_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put lines together that were one, if the document has enough of them to be sure."""
    lengths = sorted(len(line.text) for line in lines if 0 < len(line.text) <= _LONGEST)
    if not lengths:
        return tuple(lines)
    width = lengths[int(_PERCENTILE * (len(lengths) - 1))] + _SPARE
    led = sum(_is_cut(one, other) for one, other in pairwise(lines)) >= _FEWEST
    sure = sum(
        _were_one(one, other, width) and other.text[0].islower() for one, other in pairwise(lines)
    )
    if sure < _FEWEST and not led:
        return tuple(lines)
    result: list[Line] = []
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        before = result[-1] if result else None
        if before is not None and (
            _is_cut(before, line)
            if led
            else _were_one(before, line, width) and not _is_full(line, after, width)
        ):
            result[-1] = replace(before, text=f"{before.text} {line.text}", goes_on=line.goes_on)
        else:
            result.append(line)
    return tuple(result)


def _is_cut(before: Line, line: Line) -> bool:
    """Whether a line goes on, a blank first, after a mark at which the one above was cut."""
    below = bool(line.text) and not line.starts_page and is_led(line)
    return below and bool(MARK_AT_END.search(before.text))


def _were_one(before: Line, line: Line, width: int) -> bool:
    if not before.text or not line.text or line.starts_page or line.text[0].isdigit():
        return False
    fits = len(before.text) + 1 + len(line.text) <= width
    return fits and bool(MARK_AT_END.search(before.text))


def _is_full(line: Line, after: Line | None, width: int) -> bool:
    """Whether a line is a whole one, so that a paragraph may start with it."""
    if line.text[0].islower() or after is None or not after.text:
        return False
    return len(line.text) + 1 + len(after.text.split()[0]) >= width - 2 * _SPARE
