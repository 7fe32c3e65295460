"""Lists: bullets, numbers and letters, and bullets of which only a leading blank is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.importers.plain.drafts import Draft, draft_of
from archive.importers.plain.fragments import Fragment
from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import ends_sentence
from archive.models import BlockKind

__all__ = ["with_items"]

_BULLET = re.compile(r"(?P<sign>[•▪●■◦‣·]|o(?=\s+[^\W\d_])|[-–—*](?=\s))\s*(?P<rest>\S.*)")
_NUMBERED = re.compile(
    r"(?P<label>\((?:\d{1,2}|[a-z]|[ivxl]{1,5})\)|(?:\d{1,3}|[a-z]|[ivxl]{1,5})[.)])\s+(?P<rest>\S.*)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_SHORT_HEADING = 90
_PAGES_THAT_SETTLE = 3


@dataclass(frozen=True, slots=True)
class _Start:
    label: str | None
    rest: str
    level: int


def with_items(fragments: Sequence[Fragment]) -> list[Draft]:
    """Return the fragments as drafts, those that are list items marked as such."""
    drafts: list[Draft] = []
    lost = _lost_bullets(fragments)
    for position, fragment in enumerate(fragments):
        if position in lost:
            drafts.append(replace(draft_of(fragment, BlockKind.ITEM), level=1))
        else:
            drafts += _split(fragment, drafts)
    return _numbered(drafts)


def _split(fragment: Fragment, before: Sequence[Draft]) -> list[Draft]:
    """Split a fragment where bullets start lines."""
    drafts: list[Draft] = []
    run: list[Line] = []
    start: _Start | None = None
    above = before[-1].text if before else ""
    for line in fragment.lines:
        first = not run and not drafts
        found = None
        if not (run and run[-1].goes_on):
            found = _bullet(line.text, above, first=first, open_list=start is not None)
        if found:
            if run:
                drafts.append(_draft(fragment, run, start, first=not drafts))
            run, start = [replace(line, text=found.rest)], found
        else:
            run.append(line)
        above = line.text
    drafts.append(_draft(fragment, run, start, first=not drafts))
    return drafts


def _draft(fragment: Fragment, run: list[Line], start: _Start | None, *, first: bool) -> Draft:
    draft = draft_of(fragment)
    if not first:
        draft = replace(draft, blanks=0, page=False, taken=frozenset())
    if start is None:
        return replace(draft, lines=tuple(run))
    return replace(
        draft, kind=BlockKind.ITEM, lines=tuple(run), label=start.label, level=start.level
    )


def _bullet(text: str, above: str, *, first: bool, open_list: bool) -> _Start | None:
    match = _BULLET.fullmatch(text)
    if match is None:
        return None
    sign = match["sign"]
    if (
        sign in "-–—*"
        and not first
        and not open_list
        and not ends_sentence(above)
        and above[-1:] not in ":;"
    ):
        return None
    if sign in "–—" and match["rest"][0].islower() and not (open_list or above[-1:] in ":;"):
        return None
    return _Start(None, match["rest"], 2 if sign in "o◦" else 1)


def _lost_bullets(fragments: Sequence[Fragment]) -> frozenset[int]:
    """The positions of items whose bullets were lost, so that only a leading blank is left.

    Where the starts of pages also show as a leading blank, those that follow a line of text
    directly are pages, and the others items.
    """
    if sum(f.first.indent > 2 for f in fragments) > 0.1 * len(fragments):
        return frozenset()
    led = {i for i, f in enumerate(fragments) if f.first.indent in {1, 2} and not _is_indented(f)}
    pages = sum(f.first.starts_page and not f.first.indent for f in fragments)
    if pages >= _PAGES_THAT_SETTLE:
        return frozenset(led)
    return frozenset(
        i
        for i in led
        if i - 1 in led or i + 1 in led or (i and fragments[i - 1].text.endswith((":", ";")))
    )


def _is_indented(fragment: Fragment) -> bool:
    """Whether all lines are indented, and not only the first, as a quotation's are."""
    return len(fragment.lines) > 1 and all(line.indent for line in fragment.lines)


def _numbered(drafts: Sequence[Draft]) -> list[Draft]:
    """Mark as items the drafts whose numbers or letters count on from one to the next."""
    result: list[Draft] = []
    last: int | None = None
    for draft in drafts:
        parts = _split_numbered(draft, last) if draft.kind is not BlockKind.ITEM else [draft]
        result += parts
        last = _last_value(parts, last)
    labelled = [_NUMBERED.fullmatch(draft.text) for draft in result]
    values = [_value(match["label"]) if match else None for match in labelled]
    chained = [
        value is not None
        and any(_neighbour(values, result, position, step, value) for step in (-1, 1))
        for position, value in enumerate(values)
    ]
    return [
        _labelled(draft) if chained[position] else draft for position, draft in enumerate(result)
    ]


def _last_value(drafts: Sequence[Draft], last: int | None) -> int | None:
    """The number of the item that is open after the drafts: a continuation keeps it open."""
    value = _line_value(drafts[-1].lines[0])
    if value is not None:
        return value
    return last if drafts[-1].text[:1].islower() else None


def _neighbour(
    values: Sequence[int | None], drafts: Sequence[Draft], position: int, step: int, value: int
) -> bool:
    """Whether the number before or after stands next to this one, continuations in between."""
    other = position + step
    while 0 <= other < len(values) and values[other] is None and other != position + 3 * step:
        text = drafts[other].text
        if not (text[:1].islower() or drafts[other].kind is BlockKind.ITEM):
            return False
        other += step
    if not 0 <= other < len(values) or values[other] != value + step:
        return False
    return not (_like_heading(drafts[position]) and _like_heading(drafts[other]) and step)


def _like_heading(draft: Draft) -> bool:
    text = draft.text
    return len(text) < _SHORT_HEADING and not text.endswith((".", ";", ",")) and draft.blanks > 1


def _labelled(draft: Draft) -> Draft:
    match = _NUMBERED.fullmatch(draft.lines[0].text)
    if match is None:
        return draft
    first = replace(draft.lines[0], text=match["rest"])
    return replace(
        draft,
        kind=BlockKind.ITEM,
        lines=(first, *draft.lines[1:]),
        label=match["label"],
        level=1,
    )


def _split_numbered(draft: Draft, last: int | None) -> list[Draft]:
    """Split a draft where numbers that count on start its lines."""
    starts = [0]
    first = _line_value(draft.lines[0])
    last = last if first is None else first
    for index, line in enumerate(draft.lines[1:], start=1):
        value = _line_value(line)
        above = draft.lines[index - 1].text
        if draft.lines[index - 1].goes_on:
            continue
        counts_on = last is not None and value == last + 1
        if value is not None and (counts_on or (value == 1 and above.endswith((":", ";")))):
            starts.append(index)
            last = value
    ends = [*starts[1:], len(draft.lines)]
    parts = [replace(draft, lines=draft.lines[a:b]) for a, b in zip(starts, ends, strict=True)]
    return [parts[0], *(replace(p, blanks=0, page=False, taken=frozenset()) for p in parts[1:])]


def _line_value(line: Line) -> int | None:
    match = _NUMBERED.fullmatch(line.text)
    return _value(match["label"]) if match else None


def _value(label: str) -> int | None:
    written = label.strip("().")
    if written.isdigit():
        return int(written)
    if len(written) == 1:
        return ord(written) - ord("a") + 1 if written not in _ROMAN else _roman(written)
    return _roman(written)


def _roman(written: str) -> int:
    values = [_ROMAN[sign] for sign in written]
    return sum(
        -value if value < after else value
        for value, after in zip(values, [*values[1:], 0], strict=True)
    )
