"""Lists: bullets, boxes to tick, and bullets of which only a leading blank is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.importers.plain.drafts import Draft, draft_of
from archive.importers.plain.fragments import Fragment
from archive.importers.plain.lines import Line
from archive.importers.plain.numbered import with_numbered_items
from archive.importers.plain.shapes import ends_sentence
from archive.models import BlockKind

__all__ = ["with_items"]

_BULLET = re.compile(r"(?P<sign>[•▪●■◦‣·☐☑☒□✓✔➢➤►]|o(?=\s+[^\W\d_])|[-–—*](?=\s))\s*(?P<rest>\S.*)")
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
    return with_numbered_items(drafts)


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
        draft = draft.with_nothing_before()
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
