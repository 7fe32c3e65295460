"""Paragraphs that no blank line parts: told by short last lines, and by headings among them.

Some tools write no blank line between paragraphs at all. A line that ends a sentence well before
the margin, though the next word had room on it, ends a paragraph; a short line that ends no
sentence, before a capital, is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.importers.plain.contents import title_key
from archive.importers.plain.floats import is_caption
from archive.importers.plain.fragments import Fragment
from archive.importers.plain.indents import part_at_indents
from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import ends_open, ends_sentence, is_capitals, starts_low
from archive.importers.plain.widths import width

__all__ = ["part_tight", "tight_reach"]

_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,4}\.?|[IVX]{1,5}\.|(?:section|chapter|part)\s+\w+[:.]?)\s+[^\W\d_]",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•▪●■◦‣·–-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
_OPENING = re.compile(r"[“\"‘'(]?[A-Z0-9À-Þ•▪●■◦‣–-]")
_LONG_LINE = 200
_FEWEST_LINES = 20
_TIGHT = 0.3
_LEAST_REACH = 0.8
_LOW = 0.08
_HEADING = 0.8
_CUT_SHORT = 0.75
_CUT_APART = 0.88
_MOST_LINES = 4
_SHORT_HEADING = 60
_SHORTEST_SENTENCE = 20
_PERCENTILE = 0.9


def part_tight(fragments: Sequence[Fragment], titles: frozenset[str]) -> tuple[Fragment, ...]:
    """Part fragments that hold several paragraphs, or a heading and the text under it.

    Args:
        fragments: runs of lines between blank lines.
        titles: keys of the titles in the table of contents.
    """
    whole, fragments = fragments, part_at_indents(fragments)
    full = _full_width(fragments)
    if not full:
        return tuple(fragments)
    reach = _reach(fragments, full)
    indented = len(fragments) > len(whole)
    tight = indented or _is_tight(fragments, reach)
    signs = _Signs(full, reach, titles, tight=tight, indented=indented)
    return tuple(
        part
        for fragment in fragments
        for part in ([fragment] if is_caption(fragment.text) else _parted(fragment, signs))
    )


def tight_reach(fragments: Sequence[Fragment]) -> float:
    """How far full lines reach, where no blank line parts paragraphs; 0 in other documents."""
    full = _full_width(fragments)
    reach = _reach(fragments, full) if full else 0
    return reach if full and _is_tight(fragments, reach) else 0


@dataclass(frozen=True, slots=True)
class _Signs:
    """What the lines of a document are like.

    Attributes:
        full: the width of a full line, in ems.
        reach: a line and the next word, if narrower than this, would have fitted on one line.
        titles: keys of the titles in the table of contents.
        tight: no blank lines stand between paragraphs.
        indented: paragraphs start with an indented line, and have been parted there.
    """

    full: float
    reach: float
    titles: frozenset[str]
    tight: bool
    indented: bool


def _full_width(fragments: Sequence[Fragment]) -> float:
    """The width of a full line in ems; 0 where paragraphs stand on one line each."""
    lengths = sorted(
        width(line.text)
        for fragment in fragments
        for line in fragment.lines[:-1]
        if len(line.text) <= _LONG_LINE
    )
    if len(lengths) < _FEWEST_LINES:
        return 0
    return lengths[int(_PERCENTILE * (len(lengths) - 1))]


def _reach(fragments: Sequence[Fragment], full: float) -> float:
    """The shortest that lines are, with the next word, where no sentence ends."""
    lengths = sorted(
        with_next
        for fragment in fragments
        for line, after in zip(fragment.lines, fragment.lines[1:], strict=False)
        if not ends_sentence(line.text)
        and (with_next := _with_next_word(line, after)) > _LEAST_REACH * full
    )
    return lengths[int(_LOW * len(lengths))] if lengths else _LEAST_REACH * full


def _with_next_word(line: Line, after: Line) -> float:
    return width(f"{line.text} {after.text.split()[0]}")


def _is_tight(fragments: Sequence[Fragment], reach: float) -> bool:
    """Whether paragraphs end inside fragments as a rule, and not only at blank lines."""
    inside = sum(
        _ends_paragraph(line, after, reach)
        for fragment in fragments
        for line, after in zip(fragment.lines, fragment.lines[1:], strict=False)
    )
    at_blanks = sum(
        len(fragment.lines) > 1 and ends_sentence(fragment.last.text) for fragment in fragments
    )
    return inside > _TIGHT * (inside + at_blanks)


def _ends_paragraph(line: Line, after: Line, reach: float) -> bool:
    if not (ends_sentence(line.text) or line.text.endswith(":")):
        return False
    if not _OPENING.match(after.text):
        return False
    return _with_next_word(line, after) < reach


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
        if below and (_ends_block(parts[-1], below[0], signs) or _heading_told(lines, index)):
            parts.append([])
        index += 1
    kept = [part for part in parts if part]
    first = replace(fragment, lines=tuple(kept[0]))
    return [first, *(Fragment(tuple(part)) for part in kept[1:])]


def _ends_block(part: Sequence[Line], after: Line, signs: _Signs) -> bool:
    """Whether the last of some lines is the last of a paragraph, item or heading."""
    line = part[-1]
    if line.goes_on is not None:
        return not line.goes_on and not starts_low(after.text)
    in_list = any(_BULLET.match(line.text) for line in part)
    by_length = signs.tight and (in_list or not signs.indented)
    return by_length and _ends_paragraph(line, after, signs.reach)


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
    if index + 1 >= len(lines) or not (signs.tight or index == 0):
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
    if title_key(whole) in signs.titles:
        return True
    if ends_open(whole) or (_BULLET.match(texts[0]) and not _like_numbered_heading(texts)):
        return False
    longest = max(map(width, texts))
    if len(texts) == 1:
        return longest < _HEADING * signs.full
    marked = (_NUMBERED.match(whole) and _counts(whole)) or is_capitals(whole)
    narrow = longest < (_CUT_APART if apart else _CUT_SHORT) * signs.full
    short_end = width(texts[-1]) < _HEADING * signs.full
    long_text = width(after.text) > _CUT_SHORT * signs.full
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
