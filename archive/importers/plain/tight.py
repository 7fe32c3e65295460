"""Paragraphs that no blank line parts: told by short last lines, and by headings among them.

Some tools write no blank line between paragraphs at all. A line that ends a sentence well before
the margin, though the next word had room on it, ends a paragraph; a short line that ends no
sentence, before a capital, is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from archive.importers.plain.contents import title_key
from archive.importers.plain.floats import is_caption
from archive.importers.plain.fragments import Fragment
from archive.importers.plain.fullness import (
    Fullness,
    local_limit,
    measure_fullness,
    with_next_word,
)
from archive.importers.plain.indents import part_at_indents
from archive.importers.plain.lines import Line
from archive.importers.plain.part_names import is_notes_heading
from archive.importers.plain.shapes import (
    HYPHENS,
    ends_open,
    ends_sentence,
    is_capitals,
    starts_low,
)
from archive.importers.plain.widths import printed_width, width

__all__ = ["part_tight", "tight_fullness"]

_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}\.|(?:section|chapter|part)\s+\w+[:.]?)\s+[^\W\d_]",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•▪●■◦‣·☐☑☒□✓✔➢➤►–-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
_OPENING = re.compile(r"[“\"‘'(]?[A-Z0-9À-Þ•▪●■◦‣☐☑☒□✓✔➢➤►–-]")
_TIGHT = 0.3
_LEAST_REACH = 0.8
_LOW, _LOWEST = 0.08, 0.01
_HARDLY_PARTED = 0.6
_PLAINLY = 0.95
_NEARLY = 0.9
_LEAST_BROKEN = 0.03
_HEADING = 0.8
_CUT_SHORT = 0.75
_CUT_APART = 0.88
_MOST_LINES = 4
_FEWEST_FIRSTS = 6
_USUAL_INDENT = 1.0
_LEAST_DIFFERENCE = 0.015
_SHORT_HEADING = 60
_SHORTEST_SENTENCE = 20


def part_tight(fragments: Sequence[Fragment], titles: frozenset[str]) -> tuple[Fragment, ...]:
    """Part fragments that hold several paragraphs, or a heading and the text under it.

    Args:
        fragments: runs of lines between blank lines.
        titles: keys of the titles in the table of contents.
    """
    whole, fragments = fragments, part_at_indents(fragments)
    measure = _measure(fragments)
    if measure is None:
        return tuple(fragments)
    indented = len(fragments) > len(whole)
    signs = _Signs(measure, titles, tight=indented or measure.tight, indented=indented)
    return tuple(
        part
        for fragment in fragments
        for part in ([fragment] if is_caption(fragment.text) else _parted(fragment, signs))
    )


def tight_fullness(fragments: Sequence[Fragment]) -> Fullness | None:
    """How full lines are, where no blank line parts paragraphs; None in other documents."""
    measure = _measure(fragments)
    return measure.fullness if measure and measure.tight else None


@dataclass(frozen=True, slots=True)
class _Measure:
    """How wide the lines of a document are, in ems.

    Attributes:
        fullness: of its lines, as they are.
        reach: a line and the next word, if narrower than this, would have fitted on one line.
        least: a line narrower than this would have held a part of the next word; 0 where words
            are not broken at line ends.
        tight: no blank lines stand between paragraphs.
        indent: how far first lines of paragraphs stand in, which the text itself may not show.
    """

    fullness: Fullness
    reach: float
    least: float
    tight: bool
    indent: float = 0


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the lines of a document are like.

    Attributes:
        measure: how wide they are.
        titles: keys of the titles in the table of contents.
        tight: no blank lines stand between paragraphs.
        indented: paragraphs start with an indented line, and have been parted there.
    """

    measure: _Measure
    titles: frozenset[str]
    tight: bool
    indented: bool


def _measure(fragments: Sequence[Fragment]) -> _Measure | None:
    """Measure the lines; None where paragraphs stand on one line each.

    Where some paragraphs are parted by blank lines, only a line that is plainly short ends one.
    """
    fullness = measure_fullness(fragment.lines for fragment in fragments)
    if fullness is None:
        return None
    full, reach = fullness.full, fullness.reach
    inside = [
        line
        for fragment in fragments
        for line, after in pairwise(fragment.lines)
        if starts_low(after.text) and with_next_word(line, after) > _LEAST_REACH * full
    ]
    share = _tightness(fragments, full, reach)
    sure = share > _HARDLY_PARTED
    broken = sum(line.text.endswith(HYPHENS) for line in inside)
    hyphenated = broken >= _LEAST_BROKEN * len(inside)
    widths = [printed_width(line.text) for line in inside] if hyphenated else []
    if sure:
        indent = _indent(fragments, full, reach)
        return _Measure(fullness, reach, _low(widths), tight=True, indent=indent)
    least = _PLAINLY * _low(widths, _LOWEST)
    return _Measure(fullness, _PLAINLY * reach, least, tight=share > _TIGHT)


def _indent(fragments: Sequence[Fragment], full: float, reach: float) -> float:
    """How far first lines stand in: lines that go on are narrower under ends of paragraphs."""
    firsts: list[float] = []
    others: list[float] = []
    for fragment in fragments:
        for above, line, after in zip(
            *(fragment.lines[start:] for start in range(3)), strict=False
        ):
            if starts_low(after.text) and not _BULLET.match(line.text):
                first = _ends_paragraph(above, line, reach)
                (firsts if first else others).append(printed_width(line.text))
    if len(firsts) < _FEWEST_FIRSTS or len(others) < _FEWEST_FIRSTS:
        return 0
    difference = median(others) - median(firsts)
    return max(_USUAL_INDENT, difference) if difference > _LEAST_DIFFERENCE * full else 0


def _low(widths: Sequence[float], share: float = _LOW) -> float:
    """The width that all but a small share reach; 0 if there are none."""
    return sorted(widths)[int(share * len(widths))] if widths else 0


def _tightness(fragments: Sequence[Fragment], full: float, reach: float) -> float:
    """The share of paragraphs that end inside fragments, and not at blank lines."""
    inside = sum(
        _ends_paragraph(line, after, reach)
        for fragment in fragments
        for line, after in pairwise(fragment.lines)
    )
    at_blanks = sum(
        len(fragment.lines) > 1 and ends_sentence(fragment.last.text) and _apart(after, full)
        for fragment, after in pairwise(fragments)
    )
    return inside / max(1, inside + at_blanks)


def _apart(fragment: Fragment, full: float) -> bool:
    """Whether nothing but blank lines parts a paragraph from the one before; not a heading."""
    only_blanks = fragment.blanks > 0 and not fragment.page and not fragment.taken
    return only_blanks and width(fragment.first.text) > _HEADING * full


def _ends_paragraph(line: Line, after: Line, reach: float, least: float = 0) -> bool:
    if not (ends_sentence(line.text) or line.text.endswith(":")):
        return False
    if not _OPENING.match(after.text):
        return False
    return with_next_word(line, after) < reach or printed_width(line.text) < least


def _parted(fragment: Fragment, signs: _Signs) -> list[Fragment]:
    parts: list[list[Line]] = []
    lines = fragment.lines
    index = 0
    headed = 0
    while index < len(lines):
        length = _heading_length(lines, index, signs, under_heading=0 < index == headed)
        if length:
            parts += [list(lines[index : index + length]), []]
            index += length
            headed = index
            continue
        if not parts:
            parts.append([])
        parts[-1].append(lines[index])
        below = lines[index + 1 :]
        if below and (_ends_block(lines, index, parts[-1], signs) or _heading_told(lines, index)):
            parts.append([])
        index += 1
    kept = [part for part in parts if part]
    first = replace(fragment, lines=tuple(kept[0]))
    return [first, *(Fragment(tuple(part)) for part in kept[1:])]


def _ends_block(lines: Sequence[Line], index: int, part: Sequence[Line], signs: _Signs) -> bool:
    """Whether a line is the last of a paragraph, item or heading; `part` is what it ends so far."""
    line, after = lines[index], lines[index + 1]
    if line.goes_on is not None:
        return not line.goes_on and not starts_low(after.text)
    in_list = any(_BULLET.match(line.text) for line in part)
    by_length = signs.tight and (in_list or not signs.indented)
    measure = signs.measure
    indent = measure.indent if len(part) == 1 else 0
    if not by_length:
        return False
    if _told_by_indent(line, lines[index + 1 :], measure) or _breaks_off(part, after, measure):
        return True
    if not _ends_paragraph(line, after, measure.reach - indent, measure.least - indent):
        return False
    return line.text.endswith(":") or with_next_word(line, after) < local_limit(lines, index)


def _breaks_off(part: Sequence[Line], after: Line, measure: _Measure) -> bool:
    """Whether a line ends far from the margin, its neighbours do not, and a capital follows.

    Lists of keywords, lines of verse and addresses end so, with no full stop.
    """
    if len(part) < 2 or ends_open(part[-1].text) or not _OPENING.match(after.text):
        return False
    neighbours = min(printed_width(part[-2].text), printed_width(after.text))
    return (
        neighbours >= _NEARLY * measure.fullness.full
        and with_next_word(part[-1], after) < _CUT_SHORT * measure.fullness.full
    )


def _told_by_indent(line: Line, below: Sequence[Line], measure: _Measure) -> bool:
    """Whether a sentence ends above a line that would be full, were it not for its indent."""
    if len(below) < 2 or not measure.indent or not _OPENING.match(below[0].text):
        return False
    with_next = with_next_word(below[0], below[1])
    return ends_sentence(line.text) and measure.reach - measure.indent <= with_next < measure.reach


def _heading_told(lines: Sequence[Line], index: int) -> bool:
    """Whether the ends of the next lines tell that a heading stands under a sentence's end."""
    if lines[index].goes_on is not None or not ends_sentence(lines[index].text):
        return False
    for end in range(index + 1, min(index + 1 + _MOST_LINES, len(lines) - 1)):
        if lines[end].goes_on is None or ends_sentence(lines[end].text):
            return False
        if lines[end].goes_on is False:
            return not (
                lines[end].text.endswith((":", ";", ",")) or starts_low(lines[end + 1].text)
            )
    return False


def _heading_length(
    lines: Sequence[Line], index: int, signs: _Signs, *, under_heading: bool
) -> int:
    """How many lines a heading takes that starts here, maybe right under another; 0 if none."""
    if index + 1 == len(lines):
        return int(index > 0 and is_notes_heading(lines[index].text))
    if not (signs.tight or index == 0 or under_heading):
        return 0
    if lines[index].goes_on is not None or (index and lines[index - 1].goes_on):
        return 0
    text = lines[index].text
    listed = title_key(text) in signs.titles
    if index and not (under_heading or listed or _can_precede(lines[index - 1].text)):
        return 0
    if not _heading_start(text):
        return 0
    longest = min(_MOST_LINES, len(lines) - index - 1)
    for length in range(1, longest + 1):
        heading, after = lines[index : index + length], lines[index + length]
        if _BULLET.match(text) and (_BULLET.match(after.text) or _in_list(lines, index)):
            return 0
        if _is_heading(heading, after, signs, apart=index == 0):
            return length
    return 0


def _is_heading(heading: Sequence[Line], after: Line, signs: _Signs, *, apart: bool) -> bool:
    """Whether lines are a heading as a whole, with the line after them the start of text.

    Where a blank line stands above (`apart`), longer lines may be a heading's.
    """
    texts = [line.text for line in heading]
    whole = " ".join(texts)
    if whole.endswith((",", ";", ":")) or not _OPENING.match(after.text):
        return False
    if any(len(text) > _SHORTEST_SENTENCE and ends_sentence(text) for text in texts):
        return False
    if any(ends_sentence(text) for text in texts[1:-1]):
        return False
    if title_key(whole) in signs.titles:
        return True
    if ends_open(whole) or (_BULLET.match(texts[0]) and not _like_numbered_heading(texts)):
        return False
    longest = max(map(width, texts))
    if len(texts) == 1:
        return longest < _HEADING * signs.measure.fullness.full
    marked = (_NUMBERED.match(whole) and _counts(whole)) or is_capitals(whole)
    narrow = longest < (_CUT_APART if apart else _CUT_SHORT) * signs.measure.fullness.full
    short_end = width(texts[-1]) < _HEADING * signs.measure.fullness.full
    long_text = width(after.text) > _CUT_SHORT * signs.measure.fullness.full
    return bool(marked and short_end) or (narrow and long_text)


def _like_numbered_heading(texts: Sequence[str]) -> bool:
    """Whether `3. Boats of the North` may be a heading and no item: a capital, and no full stop."""
    return bool(_NUMBERED.match(texts[0])) and _counts(texts[0]) and not texts[-1].endswith(".")


def _in_list(lines: Sequence[Line], index: int) -> bool:
    """Whether a list is announced or goes on above a line."""
    above = lines[index - 1].text if index else ""
    return above.endswith((":", ";")) or bool(_BULLET.match(above))


def _counts(text: str) -> bool:
    """Whether the number at the start is a heading's and not a quantity's."""
    return bool(re.match(r"\d+(?:\.\d+)*\.?\s+[A-Z]|[^\d]", text))


def _can_precede(text: str) -> bool:
    """Whether a heading can follow a line: it ends a sentence, or is a heading itself."""
    if ends_sentence(text) or text.endswith(":"):
        return True
    return _heading_start(text) and not ends_open(text) and len(text) < _SHORT_HEADING


def _heading_start(text: str) -> bool:
    """Whether a heading can start with the words."""
    if starts_low(text) or text.endswith((".", ";")):
        return False
    return sum(sign.isalpha() for sign in text) > 3 and not text.startswith(
        ("•", "(", "http", "www")
    )
