"""Numbered and lettered lists: known by labels of one style that count on, also inside each other.

A label counts only with the one before or after it: `1.` with `2.`, `(a)` with `(b)`. Between two
items nothing may stand but what goes on with the first, and lists inside it: else they are as
likely numbered headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.importers.plain.drafts import Draft
from archive.importers.plain.shapes import ends_sentence, without_marks
from archive.models import BlockKind

__all__ = ["with_numbered_items"]

_LABEL = re.compile(
    r"(?P<label>\((?:\d{1,2}|[a-z]|[ivxl]{1,5})\)|(?:\d{1,3}|[a-z]|[ivxl]{1,5})[.)])\s+(?P<rest>\S.*)"
)
_LEADS_TO_LIST = re.compile(r"(?:[.:;,!?]|\b(?:and|or|namely|those|following)|—|–)$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_SHORT_HEADING = 90
_FARTHEST = 30
_FILLED = 0.8


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that starts with a label, in one of the ways in which it can be read.

    Attributes:
        draft: the position of its draft.
        line: its position in the draft.
        label: as written.
        style: its kind of figure with what stands around it: `(a)`, `1.`, `i)`.
        value: what it counts as.
    """

    draft: int
    line: int
    label: str
    style: str
    value: int


def with_numbered_items(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those that are items of numbered lists parted and marked as such."""
    rows = [row for row in _rows(drafts) if _may_start(drafts, row)]
    chosen = _best_readings(rows, drafts)
    result: list[Draft] = []
    open_styles: list[str] = []
    for position, draft in enumerate(drafts):
        found = {row.line: row for row in chosen if row.draft == position}
        cuts = sorted({0, *found, len(draft.lines)})
        for start, end in pairwise(cuts):
            part = replace(draft, lines=draft.lines[start:end])
            if start:
                part = part.with_nothing_before()
            row = found.get(start)
            open_styles = _still_open(open_styles, part, row)
            result.append(_item(part, row, len(open_styles)) if row else part)
    return result


def _still_open(styles: list[str], draft: Draft, row: _Row | None) -> list[str]:
    """The styles of the lists that are open at a draft, one inside the other."""
    if row is not None:
        outer = styles[: styles.index(row.style)] if row.style in styles else styles
        return [*outer, row.style]
    goes_on = draft.kind is BlockKind.ITEM or draft.text[:1].islower()
    return styles if goes_on else []


def _rows(drafts: Sequence[Draft]) -> Iterator[_Row]:
    for position, draft in enumerate(drafts):
        if draft.kind is not BlockKind.PARAGRAPH:
            continue
        for number, line in enumerate(draft.lines):
            match = _LABEL.fullmatch(line.text)
            if match:
                for style, value in _readings(match["label"]):
                    yield _Row(position, number, match["label"], style, value)


def _readings(label: str) -> Iterator[tuple[str, int]]:
    """The style and the value of a label; a small letter may be a roman number as well."""
    written = label.strip("().")
    if written.isdecimal():
        yield label.replace(written, "1"), int(written)
        return
    if len(written) == 1:
        yield label.replace(written, "a"), ord(written) - ord("a") + 1
    if all(sign in _ROMAN for sign in written):
        yield label.replace(written, "i"), _roman(written)


def _roman(written: str) -> int:
    values = [_ROMAN[sign] for sign in written]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def _may_start(drafts: Sequence[Draft], row: _Row) -> bool:
    """Whether a list may start, or go on, at a line: a sentence that wraps starts none."""
    if row.line == 0 or row.value > 1:
        return True
    above = drafts[row.draft].lines[row.line - 1].text
    return bool(_LEADS_TO_LIST.search(without_marks(above))) or ends_sentence(above)


def _best_readings(rows: Sequence[_Row], drafts: Sequence[Draft]) -> list[_Row]:
    """The rows that count on with another, each read in one way."""
    linked: set[_Row] = set()
    for position, row in enumerate(rows):
        before = _before(rows, position)
        if before is not None and _count_on(before, row, drafts):
            linked |= {before, row}
    chosen: dict[tuple[int, int], _Row] = {}
    for row in rows:
        place = (row.draft, row.line)
        if row in linked and (place not in chosen or _goes_on(row, chosen.values())):
            chosen[place] = row
    return list(chosen.values())


def _goes_on(row: _Row, chosen: Iterable[_Row]) -> bool:
    """Whether a list of the row's style is open at the number before it, or starts with it."""
    values = [other.value for other in chosen if other.style == row.style]
    return row.value == 1 or (bool(values) and values[-1] == row.value - 1)


def _before(rows: Sequence[_Row], position: int) -> _Row | None:
    """The nearest row above of the same style, if its number is the one before."""
    row = rows[position]
    for other in reversed(rows[:position]):
        if row.draft - other.draft > _FARTHEST:
            return None
        if other.style == row.style and (other.draft, other.line) != (row.draft, row.line):
            if other.value == row.value - 1:
                return other
            if other.value == row.value or other.value == 1:
                return None
    return None


def _count_on(before: _Row, row: _Row, drafts: Sequence[Draft]) -> bool:
    """Whether two rows that count on are items of one list, and not numbered headings."""
    if before.draft == row.draft:
        return True
    one, other = drafts[before.draft], drafts[row.draft]
    headings = _like_heading(one), _like_heading(other)
    if all(headings) and (one.blanks > 1 or other.blanks > 1):
        return False
    between = drafts[before.draft + 1 : row.draft]
    return all(
        draft.kind is BlockKind.ITEM
        or draft.text[:1].islower()
        or _LABEL.fullmatch(draft.lines[0].text)
        for draft in between
    )


def _like_heading(draft: Draft) -> bool:
    """Whether a draft is short and no sentence, or starts with a line that is."""
    lengths = [len(line.text) for line in draft.lines]
    if len(lengths) > 1 and lengths[0] < _FILLED * max(lengths):
        return True
    return len(draft.text) < _SHORT_HEADING and not draft.text.endswith((".", ";", ",", "?"))


def _item(draft: Draft, row: _Row, level: int) -> Draft:
    match = _LABEL.fullmatch(draft.lines[0].text)
    lines = draft.lines
    if match:
        lines = (replace(lines[0], text=match["rest"]), *lines[1:])
    return replace(draft, kind=BlockKind.ITEM, lines=lines, label=row.label, level=level)
