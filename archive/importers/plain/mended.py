"""Lines that extraction broke after raised figures, put together again.

Some tools end the line wherever the type gets smaller or larger. Two pieces that fit on one line
of the usual length, the first of which ends in what looks like a note mark, were one line. That
the tool was of this kind is known from pieces that go on with a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import ends_sentence

__all__ = ["mend_broken_lines"]

_MARK_AT_END = re.compile(r"[^\W\d_]\d{1,3}$|[.,;:!?)\]”’\"']\d{1,3}(?:,\d{1,3})*$")
_FEWEST = 3
_PERCENTILE = 0.97
_LONGEST = 200
_SPARE = 2
_FILLED = 0.75


def mend_broken_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put lines together that were one, if the document has enough of them to be sure."""
    lengths = sorted(len(line.text) for line in lines if 0 < len(line.text) <= _LONGEST)
    if not lengths:
        return tuple(lines)
    width = lengths[int(_PERCENTILE * (len(lengths) - 1))] + _SPARE
    sure = sum(
        _were_one(one, other, width) and other.text[0].islower() for one, other in pairwise(lines)
    )
    if sure < _FEWEST:
        return tuple(lines)
    result: list[Line] = []
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        before = result[-1] if result else None
        if (
            before is not None
            and _were_one(before, line, width)
            and not _is_full(line, after, width)
            and not _stands_alone(before, line, width)
        ):
            result[-1] = replace(before, text=f"{before.text} {line.text}")
        else:
            result.append(line)
    return tuple(result)


def _were_one(before: Line, line: Line, width: int) -> bool:
    if not before.text or not line.text or line.starts_page or line.text[0].isdigit():
        return False
    fits = len(before.text) + 1 + len(line.text) <= width
    return fits and bool(_MARK_AT_END.search(before.text))


def _is_full(line: Line, after: Line | None, width: int) -> bool:
    """Whether a line is a whole one, so that a paragraph may start with it."""
    if line.text[0].islower() or after is None or not after.text:
        return False
    return len(line.text) + 1 + len(after.text.split()[0]) >= width - 2 * _SPARE


def _stands_alone(before: Line, line: Line, width: int) -> bool:
    """Whether a piece neither fills the line nor ends a sentence: a heading under a paragraph."""
    if line.text[0].islower() or ends_sentence(line.text) or _MARK_AT_END.search(line.text):
        return False
    return len(before.text) + 1 + len(line.text) < _FILLED * width
