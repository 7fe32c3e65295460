"""Front matter: the title page, and the table of contents and abbreviations as data."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from archive.importers.pdf.headings import style_of
from archive.importers.pdf.lines import PrintedLine, plain_line
from archive.importers.pdf.typography import Typography
from archive.importers.plain.abbreviations import take_abbreviations
from archive.importers.plain.contents import take_contents
from archive.importers.plain.lines import Line
from archive.importers.plain.names import read_names
from archive.importers.plain.publication_date import published_at
from archive.importers.plain.words import Vocabulary

__all__ = ["FrontMatter", "find_front_matter"]

_TITLE = 1.3
_LITTLE_TEXT = 600
_SAME_SIZE = 0.3
_PAGES_OF_TITLE = 3
_FEWEST_LINES_OF_TEXT = 4
_FEWEST_LINES_ABOVE = 3
_FULL_LINE = 40
_SUBTITLE = 1.06
_BODY = 0.95
_MOST_LINES = 3
_BY = re.compile(r"(?:written |prepared |edited |compiled )?by\s+[A-Z]", re.IGNORECASE)
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


def find_front_matter(
    lines: Sequence[PrintedLine], typography: Typography, vocabulary: Vocabulary
) -> FrontMatter:
    """Find the title, the contents and the list of abbreviations."""
    title = _title(lines, typography)
    cover = _cover(lines, title, typography, vocabulary)
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

    On a title page they only have to be the largest of their page. A line with a wide blank in it
    is the head of a form, not a title.
    """
    first = [line for line in lines if line.page <= _PAGES_OF_TITLE and not line.parted]
    opening = [line for line in first if line.page == lines[0].page]
    if opening and _is_cover_page(lines, opening[0].page) and _has_large(opening, typography):
        first = opening
    size = max((line.size for line in first), default=0.0)
    if not first or size < _TITLE * typography.size:
        return []
    start = next(i for i, line in enumerate(lines) if _is_large(line, size))
    end = start + 1
    while end < len(lines) and _same_title(lines[end - 1], lines[end]):
        end += 1
    title = list(lines[start:end])
    if _hold_text(lines[:start], typography):
        return []
    after = lines[end:]
    if _is_cover_page(lines, title[0].page):
        after = [line for line in after if line.page == title[0].page]
    return [] if any(_is_large(line, size) for line in after) else title


def _has_large(lines: Sequence[PrintedLine], typography: Typography) -> bool:
    return any(line.size >= _TITLE * typography.size for line in lines)


def _hold_text(lines: Sequence[PrintedLine], typography: Typography) -> bool:
    """Whether paragraphs of the text stand among lines above what may be a title."""
    full = [line for line in lines if len(line.text) >= _FULL_LINE]
    return sum(line.size > _BODY * typography.size for line in full) >= _FEWEST_LINES_ABOVE


def _is_large(line: PrintedLine, size: float) -> bool:
    return line.size > size - _SAME_SIZE and not line.parted


def _same_title(before: PrintedLine, line: PrintedLine) -> bool:
    return before.page == line.page and abs(before.size - line.size) < _SAME_SIZE


def _is_cover_page(lines: Sequence[PrintedLine], page: int) -> bool:
    """Whether a page holds but a few short lines, and the text follows on others."""
    here = [line for line in lines if line.page == page]
    full = [line for line in here if len(line.text) >= _FULL_LINE]
    little = sum(len(line.text) for line in here) < _LITTLE_TEXT
    return little and len(full) < _FEWEST_LINES_OF_TEXT and lines[-1].page > page


def _cover(
    lines: Sequence[PrintedLine],
    title: Sequence[PrintedLine],
    typography: Typography,
    vocabulary: Vocabulary,
) -> list[PrintedLine]:
    """The title page and what stands before it; above a text, the title and what is under it."""
    if not title:
        return []
    page = title[0].page
    if _is_cover_page(lines, page):
        return [line for line in lines if line.page <= page]
    above = [line for line in lines if line.number <= title[-1].number]
    below = [line for line in lines if line.number > title[-1].number and line.page == page]
    subtitle = _subtitle(below, typography)
    matter = takewhile(lambda line: _is_matter(line, vocabulary), below[len(subtitle) :])
    return [*above, *subtitle, *matter]


def _subtitle(below: Sequence[PrintedLine], typography: Typography) -> Sequence[PrintedLine]:
    """What stands right under a title, larger than the text, in type that nothing else has."""
    if not below or below[0].size <= _SUBTITLE * typography.size:
        return ()
    run = list(takewhile(lambda line: style_of(line) == style_of(below[0]), below))
    others = below[len(run) :]
    alone = len(run) <= _MOST_LINES and style_of(below[0]) not in map(style_of, others)
    return run if alone else ()


def _is_matter(line: PrintedLine, vocabulary: Vocabulary) -> bool:
    """Whether a line under a title says who wrote the text, or when it appeared."""
    text = line.unraised or line.text
    short = len(text) < _FULL_LINE
    return bool(read_names(text, vocabulary)) or (
        short and bool(_BY.match(text) or published_at(text))
    )
