"""Figures, tables and set-apart words that the layout puts where they fit, also inside sentences.

A caption says what it is; rows of figures under it are its table. Anything else inside a broken
sentence is known by the sentence: it breaks off above, and goes on with a small letter below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from archive.importers.plain.box_titles import is_box_title
from archive.importers.plain.drafts import Draft
from archive.importers.plain.fragments import Fragment
from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import ends_sentence, starts_low, without_marks
from archive.models import BlockKind

__all__ = ["is_caption", "part_floats", "with_floats"]

_CAPTION = re.compile(
    r"(?:figure|fig\.|table|map|chart|graph|diagram|exhibit|photo(?:graph)?|image)\s+"
    r"(?:[A-Z]?\d{1,2}(?:[.-]\d{1,2})?|[IVX]{1,4}|[A-Z])(?:[.:]|\s[–—-])(?:\s|$)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?:sources?|notes?|credits?|photo(?:graph)?s?(?: credits?)?):\s", re.IGNORECASE
)
_CELL = re.compile(
    r"[-–—+~<>$€£]?\(?\d[\d.,]*(?:[–-]\d[\d.,]*)?\)?%?|[–—-]|n/?a|\.\.|…", re.IGNORECASE
)
_GAP = re.compile(r"\S\s{2,}\S")
_NARROW = 0.85
_USUAL = 0.75
_FEWEST_LINES = 20
_LONGEST_BOX = 30
_LONGEST_CELL = 28
_MOST_CAPTION_LINES = 3
_LONGEST_ROW = 90
_MOST_INSIDE = 4
_MOST_WORDS = 80


def is_caption(text: str) -> bool:
    """Whether words start as the caption of a figure or table does: `Table 2. Boats by lake`."""
    return bool(_CAPTION.match(text))


def part_floats(fragments: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """Part fragments where a caption with its table stands in them, or a sentence is broken."""
    result: list[Fragment] = []
    narrow = _NARROW * _usual_length(fragments)
    for number, fragment in enumerate(fragments):
        lines = fragment.lines
        cuts = {0, len(lines)}
        for index, line in enumerate(lines):
            if is_caption(line.text):
                cuts |= {index, _float_end(lines, index)}
        above = fragments[number - 1].text if number else ""
        for order, resumed in enumerate(_resumed(lines)):
            start = _set_apart_start(lines, resumed, narrow)
            whole = order == 0 and _is_open(above) and not starts_low(fragment.text)
            if start is not None or whole:
                cuts |= {start or 0, resumed}
        if result and _is_table(result[-1]) and _are_cells(lines):
            result[-1] = replace(result[-1], lines=(*result[-1].lines, *lines))
            continue
        parts = [lines[a:b] for a, b in pairwise(sorted(cuts))]
        result += [replace(fragment, lines=parts[0]), *(Fragment(part) for part in parts[1:])]
    return tuple(result)


def _is_table(fragment: Fragment) -> bool:
    return fragment.text.lower().startswith("table") and is_caption(fragment.text)


def _are_cells(lines: Sequence[Line]) -> bool:
    """Whether lines are the cells of a column of a table, one under the other."""
    return len(lines) > 1 and all(
        len(line.text) <= _LONGEST_CELL and not ends_sentence(line.text) for line in lines
    )


def _usual_length(fragments: Sequence[Fragment]) -> int:
    lengths = sorted(len(line.text) for fragment in fragments for line in fragment.lines[:-1])
    return lengths[int(_USUAL * len(lengths))] if len(lengths) >= _FEWEST_LINES else 0


def with_floats(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with captions, tables, and what stands inside sentences as asides."""
    result = [
        replace(draft, kind=BlockKind.ASIDE) if _is_float(drafts, position) else draft
        for position, draft in enumerate(drafts)
    ]
    position = 0
    while position < len(result):
        end = _inside_end(result, position)
        for inside in range(position, end):
            result[inside] = replace(result[inside], kind=BlockKind.ASIDE)
        position = max(end, position + 1)
    return result


def _is_float(drafts: Sequence[Draft], position: int) -> bool:
    draft = drafts[position]
    if draft.kind is not BlockKind.PARAGRAPH:
        return False
    above = drafts[position - 1].text if position else ""
    return is_caption(draft.text) or bool(_SOURCE.match(draft.text) and is_caption(above))


def _float_end(lines: Sequence[Line], start: int) -> int:
    """The index after the lines of a caption, of the table under it, and of their source."""
    end = start + 1
    while (
        end < len(lines)
        and end - start < _MOST_CAPTION_LINES
        and not ends_sentence(lines[end - 1].text)
        and (starts_low(lines[end].text) or lines[end - 1].text.endswith(","))
        and lines[end].indent >= min(1, lines[start].indent)
    ):
        end += 1
    end = _table_end(lines, end)
    while end < len(lines) and _SOURCE.match(lines[end].text):
        end += 1
        while end < len(lines) and not ends_sentence(lines[end - 1].text):
            end += 1
    return end


def _table_end(lines: Sequence[Line], start: int) -> int:
    """The index after the rows of a table; its head may be a row of words."""
    end = start
    if _are_cells(lines[start:]):
        return len(lines)
    while end < len(lines) and (
        _is_row(lines[end].text)
        or (end == start and end + 1 < len(lines) and _is_row(lines[end + 1].text))
    ):
        end += 1
    return end


def _is_row(text: str) -> bool:
    """Whether a line is a row of a table: most of its words are figures, or it has gaps."""
    words = text.split()
    if len(text) > _LONGEST_ROW and not _GAP.search(text):
        return False
    cells = sum(bool(_CELL.fullmatch(word)) for word in words)
    return cells > 1 and (cells * 2 >= len(words) or len(_GAP.findall(text)) > 1)


def _is_open(text: str) -> bool:
    """Whether a sentence breaks off at the end of a text."""
    plain = without_marks(text)
    return bool(plain) and not ends_sentence(plain) and not ends_sentence(text) and plain[-1] != ":"


def _resumed(lines: Sequence[Line]) -> list[int]:
    """The indexes of lines that go on with a small letter though the line above ends a sentence."""
    return [
        index
        for index in range(1, len(lines))
        if ends_sentence(lines[index - 1].text) and lines[index].text[:1].islower()
    ]


def _set_apart_start(lines: Sequence[Line], end: int, narrow: float) -> int | None:
    """The index at which what stands inside a sentence starts: narrow lines, or a box's title."""
    start = end
    while start > 1 and len(lines[start - 1].text) <= narrow:
        start -= 1
    apart = 0 < start < end and not starts_low(lines[start].text)
    if apart and _is_open(lines[start - 1].text):
        return start
    for index in range(end - 1, max(0, end - _LONGEST_BOX), -1):
        if is_box_title(lines[index].text):
            return index
    return None


def _inside_end(drafts: Sequence[Draft], position: int) -> int:
    """The position after the drafts that stand inside the sentence before this; else its own."""
    before = next((d for d in reversed(drafts[:position]) if d.kind is not BlockKind.ASIDE), None)
    if before is None or before.kind is not BlockKind.PARAGRAPH or not _is_open(before.text):
        return position
    end = position
    while end < len(drafts) and end - position < _MOST_INSIDE and _set_apart(drafts[end]):
        end += 1
    if end == position or end == len(drafts) or drafts[end].kind is not BlockKind.PARAGRAPH:
        return position
    last = drafts[end - 1]
    whole = last.kind is BlockKind.ASIDE or ends_sentence(without_marks(last.text))
    goes_on = drafts[end].text[:1].islower()
    return end if whole and goes_on else position


def _set_apart(draft: Draft) -> bool:
    if draft.kind is BlockKind.ASIDE:
        return True
    short = len(draft.text.split()) <= _MOST_WORDS
    return draft.kind is BlockKind.PARAGRAPH and short and not starts_low(draft.text)
