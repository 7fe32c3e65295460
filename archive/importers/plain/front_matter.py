"""Front matter: the cover and imprint before the text, which are data and not text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.importers.plain.drafts import Draft
from archive.importers.plain.part_names import is_known_heading
from archive.models import BlockKind

__all__ = ["body_start", "is_imprint"]

_IMPRINT = re.compile(
    r"(?:©|copyright\b|all rights reserved|isbn\b|issn\b|suggested citation|cover (?:photo|image|design|illustration)"
    r"|(?:front )?cover:|disclaimer\b|the views expressed|views and opinions|published (?:by|in)\b|printed (?:by|in)\b"
    r"|first published|design(?:ed)? (?:by|and layout)|layout:|photo(?:graph)?(?:s| credits?)?:|www\.|https?://|doi:"
    r"|this (?:work|publication) is licensed|creative commons|e-?mail:|tel(?:ephone)?[.:])",
    re.IGNORECASE,
)
_PROSE = 25
_FARTHEST = 60


def is_imprint(text: str) -> bool:
    """Whether the words are of the kind that stands in an imprint."""
    return bool(_IMPRINT.match(text.lstrip("*_ ")))


def body_start(drafts: Sequence[Draft], lists_end: int) -> int:
    """Return the position of the first draft that belongs to the text.

    Args:
        drafts: of the whole document.
        lists_end: the number of the line after which contents and abbreviations at the front are
            over, or 0 if there are none.
    """
    imprint = _after_imprint(drafts)
    for position, draft in enumerate(drafts[: _FARTHEST * 2]):
        if position < imprint:
            continue
        if draft.kind is BlockKind.HEADING and _leads_to_prose(drafts, position):
            if not _is_cover_title(drafts, position, lists_end):
                return position
        elif draft.kind is BlockKind.PARAGRAPH and _is_text(drafts, position, lists_end):
            return position
    return 0


def _after_imprint(drafts: Sequence[Draft]) -> int:
    """The position after the last imprint line that stands before any long run of text."""
    last = 0
    prose = 0
    for position, draft in enumerate(drafts[:_FARTHEST]):
        if is_imprint(draft.text):
            last, prose = position + 1, 0
        elif len(draft.text.split()) > _PROSE:
            prose += 1
            if prose > 2:
                break
    return last


def _leads_to_prose(drafts: Sequence[Draft], position: int) -> bool:
    """Whether a heading, or one right under it, stands over text."""
    for draft in drafts[position + 1 : position + 4]:
        if draft.kind is BlockKind.HEADING:
            continue
        return len(draft.text.split()) >= _PROSE or draft.kind is BlockKind.ITEM
    return False


def _is_cover_title(drafts: Sequence[Draft], position: int, lists_end: int) -> bool:
    """Whether a heading is a title on a cover: the contents still follow it."""
    draft = drafts[position]
    if is_known_heading(draft.text):
        return False
    return draft.lines[0].number < lists_end and not any(
        is_known_heading(other.text) and other.lines[0].number < draft.lines[0].number
        for other in drafts[:position]
        if other.kind is BlockKind.HEADING
    )


def _is_text(drafts: Sequence[Draft], position: int, lists_end: int) -> bool:
    """Whether running text starts with a paragraph that has no heading."""
    draft = drafts[position]
    if draft.lines[0].number < lists_end or is_imprint(draft.text):
        return False
    longs = [len(other.text.split()) >= _PROSE for other in drafts[position : position + 3]]
    return all(longs) if len(longs) > 1 else bool(longs and longs[0])
