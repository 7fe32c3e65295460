"""Headings: lines that type sets apart, their levels by the rank of their type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.importers.pdf.interruptions import inside_sentence, is_caption
from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.marginalia import MARGIN
from archive.importers.pdf.typography import Typography
from archive.importers.plain.shapes import is_capitals

__all__ = ["HeadingStyle", "heading_at", "levels_of", "run_at", "style_of"]

_LARGE = 1.06
_BOLD = 0.88
_ITALIC = 0.93
_SAME_SIZE = 0.3
_LEADING = 1.65
_TIGHT = 1.4
_USUAL = 1.4
_MOST_CHARACTERS = 300
_LONG = 150
_NUMBERED = re.compile(
    r"(?:(?:section|part|chapter|annex|box)\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[IVXLC]+)\.?\s"
)
_MOST_LEVELS = 6


@dataclass(frozen=True, slots=True, order=True)
class HeadingStyle:
    """What a heading is set in; the first in order is the highest.

    Attributes:
        smallness: the size of type, negative, so that large ones come first.
        thin: not bold.
        small_letters: not in capitals.
        italic: slanted.
    """

    smallness: float
    thin: bool
    small_letters: bool
    italic: bool


def style_of(line: PrintedLine) -> HeadingStyle:
    """The style that a line is set in."""
    return HeadingStyle(
        -round(line.size, 1), not line.bold, not is_capitals(line.text), line.italic
    )


def heading_at(
    lines: Sequence[PrintedLine], index: int, typography: Typography
) -> Sequence[PrintedLine]:
    """The lines of the heading that starts at an index, or nothing if none starts there."""
    found = run_at(lines, index, typography)
    return found if _is_heading(lines, index, index + len(found), typography) else ()


def run_at(
    lines: Sequence[PrintedLine], index: int, typography: Typography
) -> Sequence[PrintedLine]:
    """The lines set apart from the text in one style that start at an index, or nothing."""
    if not _set_apart(lines[index], typography):
        return ()
    if index and _goes_on(lines[index - 1], lines[index], typography):
        return ()
    end = index + 1
    while end < len(lines) and _goes_on(lines[end - 1], lines[end], typography):
        end += 1
    return lines[index:end]


def _set_apart(line: PrintedLine, typography: Typography) -> bool:
    if line.column == MARGIN:
        return False
    if line.size > _LARGE * typography.size:
        return True
    return line.size > (_BOLD if line.bold else _ITALIC) * typography.size and (
        line.bold or line.italic
    )


def _goes_on(before: PrintedLine, line: PrintedLine, typography: Typography) -> bool:
    same = abs(before.size - line.size) < _SAME_SIZE and before.band == line.band
    if not same or (before.bold, before.italic) != (line.bold, line.italic):
        return False
    wide = max(1.0, typography.leading(typography.size) / (_USUAL * typography.size))
    step = (before.base - line.base) / (line.size * wide)
    return step < _LEADING and not (step > _TIGHT and _NUMBERED.match(line.text))


def _is_heading(lines: Sequence[PrintedLine], start: int, end: int, typography: Typography) -> bool:
    found = lines[start:end]
    if not found:
        return False
    text = " ".join(line.text for line in found)
    if len(text) > _MOST_CHARACTERS:
        return False
    if sum(sign.isalpha() for sign in text) < 3 or is_caption(text):
        return False
    if inside_sentence(lines, start, end, typography):
        return False
    if found[0].size > _LARGE * typography.size:
        return True
    if text.endswith((".", ";", ",")) and not _NUMBERED.match(text):
        return False
    cut_off = typography.free(found[-1]) < typography.size and text[-1:].islower()
    if cut_off and len(text) > _LONG:
        return False
    return _stands_alone(lines, start, typography)


def _stands_alone(lines: Sequence[PrintedLine], start: int, typography: Typography) -> bool:
    """Whether there is more than the leading above, or the head of a column."""
    if start == 0 or lines[start - 1].band != lines[start].band:
        return True
    return typography.gap(lines[start - 1], lines[start])


def levels_of(styles: Sequence[HeadingStyle]) -> dict[HeadingStyle, int]:
    """Give every style the level of its rank."""
    ranked = sorted(set(styles))
    return {style: min(rank, _MOST_LEVELS) for rank, style in enumerate(ranked, start=1)}
