"""Line ends that tell whether the words go on: some tools keep the blank at which a line broke.

PDFs made by word processors hold that blank, and extractors that write what they find leave it
at the end of every line but the last of a paragraph. Whether a text is of this kind is seen on
its own lines: nearly all that a small letter follows must have the blank, and hardly any that end
a sentence early. A hyphen, and a note mark, stand where no blank would be in any case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import ends_sentence, ends_with_mark

__all__ = ["is_led", "with_line_ends"]

_WORD = re.compile(r"[^\W\d_]")
_WITHOUT_BLANK = ("-", "\u00ad", "\u2010", "–", "—", "/")
_FEWEST_INSIDE, _FEWEST_ENDS = 20, 4
_MOST_EXCEPTIONS = 0.04
_MOST_ENDS_WITH_BLANK = 0.15
_SHORT = 0.6
_PERCENTILE = 0.9


def with_line_ends(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with what their ends tell, in a text where they do."""
    if not _tells(lines):
        return tuple(lines)
    after = (*lines[1:], None)
    return tuple(
        replace(line, goes_on=_goes_on(line, below))
        for line, below in zip(lines, after, strict=True)
    )


def is_led(line: Line) -> bool:
    """Whether a lone blank stands before the text: where a line was cut at a raised figure."""
    return line.indent == 1


def _goes_on(line: Line, below: Line | None) -> bool | None:
    if not line.text:
        return None
    if line.blank_after:
        return True
    if _has_no_blank(line.text) or (below is not None and below.text and is_led(below)):
        return None
    return False


def _has_no_blank(text: str) -> bool:
    """Whether a line has no blank at its end though the words go on."""
    return text.endswith(_WITHOUT_BLANK) or ends_with_mark(text)


def _tells(lines: Sequence[Line]) -> bool:
    lengths = sorted(len(line.text) for line in lines if line.text)
    if not lengths:
        return False
    short = _SHORT * lengths[int(_PERCENTILE * (len(lengths) - 1))]
    inside: list[bool] = []
    ends: list[bool] = []
    for line, below in pairwise(lines):
        if not (line.text and below.text) or is_led(below):
            continue
        if line.starts_page or below.starts_page or not _WORD.search(line.text):
            continue
        if below.text[0].islower() and not _has_no_blank(line.text):
            inside.append(line.blank_after)
        elif below.text[0].isupper() and ends_sentence(line.text) and len(line.text) < short:
            ends.append(line.blank_after)
    if len(inside) < _FEWEST_INSIDE or len(ends) < _FEWEST_ENDS:
        return False
    all_inside = inside.count(False) <= _MOST_EXCEPTIONS * len(inside)
    return all_inside and sum(ends) <= _MOST_ENDS_WITH_BLANK * len(ends)
