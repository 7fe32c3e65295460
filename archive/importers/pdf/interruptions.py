"""Sentences that something set in other type interrupts: a pull quote, a caption, a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archive.importers.pdf.items import is_labelled
from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.typography import Typography
from archive.importers.plain.shapes import ends_sentence, starts_low, without_marks

__all__ = ["goes_on_in", "inside_sentence", "is_caption", "of_one_size"]

_CAPTION = re.compile(
    r"(?:figure|fig\.|table|map|chart|graph|diagram|photo(?:graph)?|plate|exhibit)\s+"
    r"(?:[A-Z]\.?)?\d+(?:\.\d+)*(?:\s*[:.|–—]|\s*$|\s+[A-Z])",
    re.IGNORECASE,
)
_FAR = 60
_SAME = 0.03


def of_one_size(line: PrintedLine, other: PrintedLine) -> bool:
    """Whether two lines are set in one size of type."""
    return abs(line.size - other.size) <= _SAME * other.size


def is_caption(text: str) -> bool:
    """Whether words name a figure or table and its number, as `Figure 2.` does."""
    return bool(_CAPTION.match(text)) and text[:1].isupper()


def goes_on_in(before: PrintedLine, after: PrintedLine) -> bool:
    """Whether the sentence at the end of one line plainly goes on at the start of another."""
    if ends_sentence(before.text) or ends_sentence(without_marks(before.text)):
        return False
    return starts_low(after.text) and not is_labelled(after.text)


def inside_sentence(
    lines: Sequence[PrintedLine], start: int, end: int, typography: Typography
) -> bool:
    """Whether the lines from one index to another stand between two parts of one sentence."""
    before = _text(lines[max(0, start - _FAR) : start][::-1], typography)
    after = _text(lines[end : end + _FAR], typography)
    return before is not None and after is not None and goes_on_in(before, after)


def _text(lines: Iterable[PrintedLine], typography: Typography) -> PrintedLine | None:
    """The first of the lines that is set as the text is."""
    for line in lines:
        same = abs(line.size - typography.size) <= _SAME * typography.size
        if same and not line.bold and not line.italic:
            return line
    return None
