"""Where notes stand: at the feet of pages and columns, or under a heading of their own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.marginalia import MARGIN
from archive.importers.pdf.runs import Frame, Sheet
from archive.importers.pdf.typography import Typography, body_size
from archive.importers.plain.labels import read_label

__all__ = ["feet", "note_sections"]

_NOTES_HEADING = re.compile(
    r"(?:(?:\d+\.?|[IVX]+\.?)\s+)?(?:end\s?notes?|foot\s?notes?|notes?|notes and references|"
    r"references and notes)(?: (?:to|for) (?:chapter|part|section)\b.{0,60})?\s*:?",
    re.IGNORECASE,
)
_SMALL = 0.95
_THIN = 2.5
_SHORTEST_RULE = 15.0
_SAME_SIZE = 0.3
_FEWEST_RULES = 2


def note_sections(lines: Sequence[PrintedLine], typography: Typography) -> list[list[PrintedLine]]:
    """The lists of notes under headings such as `Notes`, each with its heading first."""
    sections: list[list[PrintedLine]] = []
    for index, line in enumerate(lines):
        if not _NOTES_HEADING.fullmatch(line.text) or not _is_head(line, typography):
            continue
        following = lines[index + 1 : index + 2]
        if not following or read_label(following[0].text) is None:
            continue
        section = [line]
        for other in lines[index + 1 :]:
            if _as_large(other, line):
                break
            section.append(other)
        sections.append(section)
    return sections


def _is_head(line: PrintedLine, typography: Typography) -> bool:
    return line.bold or line.italic or line.size > typography.size * 1.04


def _as_large(line: PrintedLine, heading: PrintedLine) -> bool:
    return line.size >= heading.size - _SAME_SIZE and line.bold == heading.bold


def feet(
    sheets: Sequence[Sheet], lines: Sequence[PrintedLine], typography: Typography
) -> list[PrintedLine]:
    """The lines of notes at the feet of columns.

    A note that goes on from the page before has no label; it is known by the size of its type, or
    by a rule as long as those above the notes of other pages.
    """
    frames = {sheet.number: sheet.frames for sheet in sheets}
    found = [
        _foot(band, _rules(frames[band[0].page], band), typography)
        for band in _last(lines)
        if band[0].column != MARGIN
    ]
    size = _usual_size(foot for foot in found if foot.sure)
    lengths = Counter(foot.rule for foot in found if foot.sure and foot.rule)
    notes: list[PrintedLine] = []
    for foot in found:
        if foot.sure or (foot.lines and foot.size == size):
            notes += foot.lines
        elif lengths[foot.rule] >= _FEWEST_RULES:
            notes += foot.under
    return notes


@dataclass(frozen=True, slots=True)
class _Foot:
    """Lines at the foot of a column that may be notes.

    Attributes:
        lines: that may be notes.
        sure: a rule or a label says so.
        under: the lines under the lowest rule of the column.
        rule: how long it is, in whole points, or 0 if there is none.
    """

    lines: Sequence[PrintedLine]
    sure: bool = False
    under: Sequence[PrintedLine] = ()
    rule: int = 0

    @property
    def size(self) -> float:
        """The size of their type."""
        return body_size(self.lines) if self.lines else 0.0


def _usual_size(feet: Iterable[_Foot]) -> float:
    lines = [line for foot in feet for line in foot.lines]
    return body_size(lines) if lines else 0.0


def _last(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The bands under which nothing stands on their pages."""
    bands: dict[int, list[PrintedLine]] = defaultdict(list)
    pages: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        bands[line.band].append(line)
        pages[line.page].append(line)
    return [
        band
        for band in bands.values()
        if not any(
            other.base < band[-1].base
            and other.column in (0, band[-1].column)
            and other.band != band[-1].band
            for other in pages[band[-1].page]
        )
    ]


def _rules(frames: Iterable[Frame], band: Sequence[PrintedLine]) -> list[Frame]:
    """The rules drawn in a column."""
    left, right = min(line.left for line in band), max(line.right for line in band)
    return [
        frame
        for frame in frames
        if frame.height <= _THIN
        and frame.width >= _SHORTEST_RULE
        and frame.left < right
        and frame.right > left
    ]


def _is_small(line: PrintedLine, last: PrintedLine, typography: Typography) -> bool:
    """Whether a line is set smaller than the text, and as the last line of its column."""
    return line.size < _SMALL * typography.size and abs(line.size - last.size) < _SAME_SIZE


def _foot(band: Sequence[PrintedLine], rules: Sequence[Frame], typography: Typography) -> _Foot:
    """The last lines of a column that may be notes: small ones, under a rule or a label."""
    start = len(band)
    while start and _is_small(band[start - 1], band[-1], typography):
        start -= 1
    small = band[start:]
    above = [rule for rule in rules if band[-1].base < rule.bottom]
    lowest = min(above, key=lambda rule: rule.bottom, default=None)
    under = [line for line in band if lowest and line.base < lowest.bottom]
    length = round(lowest.width) if lowest else 0
    if under and (under[0] in small or read_label(under[0].text)):
        return _Foot(under, sure=True, under=under, rule=length)
    for index, line in enumerate(small):
        label = read_label(line.text)
        if label is None or label.style == "round":
            continue
        cut = index if index and typography.gap(small[index - 1], line) else 0
        return _Foot(small[cut:], sure=True)
    apart = len(small) == len(band) or (bool(small) and typography.gap(band[start - 1], small[0]))
    return _Foot(small if apart else (), under=under, rule=length)
