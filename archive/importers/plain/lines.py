"""Text to lines that know their number, their indent, and whether a page starts with them.

Extractors tell pages apart by a form feed, by a lone space in its place, or not at all. A line
that a later step takes out of the running text stays in its place as an empty line that says
what took it: so every step still sees what stood between two lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from archive.importers.plain.shapes import ends_with_mark

__all__ = ["Line", "Taken", "read_lines", "take", "with_places"]

_RULE = re.compile(r"[ \t\u00a0]{15,}|\s*[_\u2014\u2015\u2500=-]{8,}\s*|\s*(?:[*_-]\s*){12,}")
_ORNAMENT = re.compile(r"\s*(?:([^\w\s.,;:*†‡§¶…'\"“”‘’()\[\]–—-])(?:\s?\1)+|\*(?:\s*\*){2,})\s*")
_FEED = re.compile(r"[\f\x0b]")
_MOST_INDENTED = 0.15
_FEW = 8
_FEWEST_STARTS = 3


class Taken(StrEnum):
    """What took a line out of the running text."""

    FURNITURE = "page furniture"
    NOTES = "notes"
    CONTENTS = "contents"
    ABBREVIATIONS = "abbreviations"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source.

    Attributes:
        number: 1-based, in the source as it was given (lines end at line feeds only).
        text: without blanks at either end; empty if the line is blank or was taken.
        indent: blanks before the text, the one that stands for a form feed not counted.
        starts_page: the line is the first of a page.
        rule: the line is a drawn rule, or the long row of blanks that extraction makes of one.
        taken: what took the line out of the running text, or None.
        place: its position in the order of reading, which columns make another than the numbers'.
        blank_after: a blank stands after the text.
        goes_on: whether the words go on in the next line, as far as the line's end tells; see
            `line_ends`.
    """

    number: int
    text: str
    indent: int = 0
    starts_page: bool = False
    rule: bool = False
    taken: Taken | None = None
    place: int = 0
    blank_after: bool = False
    goes_on: bool | None = None

    @property
    def order(self) -> int:
        """What lines are ordered by: the place, or the number where no place was given."""
        return self.place or self.number

    @property
    def blank(self) -> bool:
        """Whether nothing is left of the line."""
        return not self.text


def take(line: Line, by: Taken) -> Line:
    """Return the line as one that was taken out of the running text."""
    return replace(line, text="", indent=0, rule=False, taken=line.taken or by, goes_on=None)


def with_places(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines with their places in the order of reading, which is now settled."""
    return tuple(replace(line, place=place) for place, line in enumerate(lines))


def read_lines(text: str) -> tuple[Line, ...]:
    """Split text into lines and find where pages start."""
    lines: list[Line] = []
    fed = False
    for number, raw in enumerate(text.split("\n"), start=1):
        for position, piece in enumerate(_FEED.split(raw)):
            fed = fed or position > 0
            if position and not piece.strip():
                continue
            line = _line(number, piece, starts_page=fed)
            fed = fed and not line.text
            lines.append(line)
    if not _FEED.search(text):
        return _spaces_for_feeds(lines)
    return tuple(lines)


def _line(number: int, raw: str, *, starts_page: bool) -> Line:
    if _RULE.fullmatch(raw):
        return Line(number, "", rule=True)
    text = "" if _ORNAMENT.fullmatch(raw) else raw.strip()
    return Line(
        number,
        text,
        _indent(raw) if text else 0,
        starts_page=starts_page and bool(text),
        blank_after=bool(text) and raw[-1].isspace(),
    )


def _indent(text: str) -> int:
    expanded = text.expandtabs(4)
    return len(expanded) - len(expanded.lstrip())


def _spaces_for_feeds(lines: list[Line]) -> tuple[Line, ...]:
    """Read a lone leading space after a line of text as the form feed it was.

    Only where lines are not indented otherwise: in a text laid out with spaces they say nothing.
    Nor do they after note marks in a text whose lines were cut at those.
    """
    written = [index for index, line in enumerate(lines) if line.text]
    indented = sum(bool(lines[index].indent) for index in written)
    if indented > max(_MOST_INDENTED * len(written), _FEW):
        return tuple(lines)
    starts = {index for index in written if _may_start_page(lines, index, written[0])}
    starts = {index for index in starts if index - 1 not in starts and index + 1 not in starts}
    cut = {index for index in starts if index and ends_with_mark(lines[index - 1].text)}
    if len(cut) * 2 > len(starts):
        starts -= cut
    if len(starts) < _FEWEST_STARTS and not (starts and starts & set(written[:1])):
        return tuple(lines)
    return tuple(
        replace(line, indent=line.indent - 1, starts_page=True) if index in starts else line
        for index, line in enumerate(lines)
    )


def _may_start_page(lines: list[Line], index: int, first: int) -> bool:
    return lines[index].indent in {1, 2} and (index == first or bool(lines[index - 1].text))
