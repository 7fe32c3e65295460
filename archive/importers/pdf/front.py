"""Front matter: the title page, and the table of contents and abbreviations as data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.importers.pdf.lines import PrintedLine, plain_line
from archive.importers.pdf.typography import Typography
from archive.importers.plain.abbreviations import take_abbreviations
from archive.importers.plain.contents import take_contents
from archive.importers.plain.lines import Line

__all__ = ["FrontMatter", "find_front_matter"]

_TITLE = 1.3
_LITTLE_TEXT = 600
_SAME_SIZE = 0.3
_PAGES_OF_TITLE = 3
_FEWEST_LINES_OF_TEXT = 4
_FULL_LINE = 40
_CONTENTS = re.compile(r"(?:table of )?contents", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the text.

    Attributes:
        title: the lines of the title, if there is one set larger than the text.
        cover: all lines of the title page, or of the title above the text.
        abbreviations: short forms and what they stand for.
        taken: for the number of every line that is no text, why.
        lists_end: the last line of the contents and abbreviations, or 0.
    """

    title: tuple[PrintedLine, ...]
    cover: tuple[PrintedLine, ...]
    abbreviations: Mapping[str, str]
    taken: Mapping[int, str]
    lists_end: int = 0


def find_front_matter(lines: Sequence[PrintedLine], typography: Typography) -> FrontMatter:
    """Find the title, the contents and the list of abbreviations."""
    title = _title(lines, typography)
    cover = _cover(lines, title)
    rest = [line for line in lines if line.number not in {line.number for line in cover}]
    plain = _plain(rest, typography)
    contents = take_contents(plain[: _end_of_contents(rest, plain)])
    after = plain[len(contents.lines) :]
    abbreviations = take_abbreviations([*contents.lines, *after], contents.keys)
    taken = {line.number: line.taken.value for line in abbreviations.lines if line.taken}
    lists_end = max(taken, default=0)
    taken |= {line.number: "front matter" for line in cover}
    return FrontMatter(tuple(title), tuple(cover), abbreviations.forms, taken, lists_end)


def _end_of_contents(lines: Sequence[PrintedLine], plain: Sequence[Line]) -> int:
    """The index of the plain line with the first heading as large as that of the contents."""
    sizes = {line.number: line.size for line in lines}
    start = next((i for i, line in enumerate(plain) if _CONTENTS.fullmatch(line.text)), None)
    if start is None:
        return len(plain)
    size = sizes[plain[start].number] - _SAME_SIZE
    return next(
        (i for i in range(start + 1, len(plain)) if sizes.get(plain[i].number, 0.0) >= size),
        len(plain),
    )


def _plain(lines: Sequence[PrintedLine], typography: Typography) -> list[Line]:
    """The lines as the plain chain has them, blank ones where there is more than the leading."""
    plain: list[Line] = []
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        new_page = before is None or before.page != line.page
        if before is not None and (before.band != line.band or typography.gap(before, line)):
            plain.append(Line(0, ""))
        indent = max(0, round(typography.inset(line) / 5))
        plain.append(replace(plain_line(line), indent=indent, starts_page=new_page))
    return plain


def _title(lines: Sequence[PrintedLine], typography: Typography) -> list[PrintedLine]:
    """The largest lines of the first pages, if nothing after them is set as large.

    On a title page they only have to be the largest of their page.
    """
    first = [line for line in lines if line.page <= _PAGES_OF_TITLE]
    size = max((line.size for line in first), default=0.0)
    if size < _TITLE * typography.size:
        return []
    start = next(index for index, line in enumerate(lines) if line.size > size - _SAME_SIZE)
    end = start + 1
    while end < len(lines) and _same_title(lines[end - 1], lines[end]):
        end += 1
    title = list(lines[start:end])
    after = lines[end:]
    if _is_cover_page(lines, title[0].page):
        after = [line for line in after if line.page == title[0].page]
    return [] if any(line.size > size - _SAME_SIZE for line in after) else title


def _same_title(before: PrintedLine, line: PrintedLine) -> bool:
    return before.page == line.page and abs(before.size - line.size) < _SAME_SIZE


def _is_cover_page(lines: Sequence[PrintedLine], page: int) -> bool:
    """Whether a page holds but a few short lines, and the text follows on others."""
    here = [line for line in lines if line.page == page]
    full = [line for line in here if len(line.text) >= _FULL_LINE]
    little = sum(len(line.text) for line in here) < _LITTLE_TEXT
    return little and len(full) < _FEWEST_LINES_OF_TEXT and lines[-1].page > page


def _cover(lines: Sequence[PrintedLine], title: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The title page and what stands before it; above a text, the title alone."""
    if not title:
        return []
    page = title[0].page
    if _is_cover_page(lines, page):
        return [line for line in lines if line.page <= page]
    return [line for line in lines if line.number <= title[-1].number]
