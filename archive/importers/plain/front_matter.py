"""Front matter: the cover and imprint before the text, which are data and not text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.importers.plain.drafts import Draft
from archive.importers.plain.part_names import is_known_heading
from archive.importers.plain.shapes import ends_sentence
from archive.models import BlockKind

__all__ = ["body_start", "is_imprint"]

_IMPRINT = re.compile(
    r"(?:©|copyright\b|all rights reserved|isbn\b|issn\b|suggested citation"
    r"|cover (?:photo|image|design|illustration)|(?:front )?cover:|disclaimer\b"
    r"|the views expressed|views and opinions|published (?:by|in)\b|printed (?:by|in)\b"
    r"|first published|design(?:ed)? (?:by|and layout)|layout:|photo(?:graph)?(?:s| credits?)?:"
    r"|www\.|https?://|doi:|this (?:work|publication) is licensed|creative commons|e-?mail:"
    r"|tel(?:ephone)?[.:])",
    re.IGNORECASE,
)
_PROSE = 25
_SENTENCE = 4


def is_imprint(text: str) -> bool:
    """Whether the words are of the kind that stands in an imprint."""
    return bool(_IMPRINT.match(text.lstrip("*_ ")))


def body_start(drafts: Sequence[Draft], lists_end: int) -> int:
    """Return the position of the first draft that belongs to the text.

    The text starts with its first paragraph of prose, and the headings above it. Only an
    imprint, and what stands before the contents under no heading of its own, is no text.

    Args:
        drafts: of the whole document.
        lists_end: the number of the line after which contents and abbreviations at the front are
            over, or 0 if there are none.
    """
    for position, draft in enumerate(drafts):
        if not _is_prose(draft) or is_imprint(draft.text):
            continue
        start = _with_headings(drafts, position)
        early = draft.lines[0].number < lists_end
        if early and not any(is_known_heading(head.text) for head in drafts[start:position]):
            continue
        return start if start > _last_imprint(drafts, position) else position
    return 0


def _is_prose(draft: Draft) -> bool:
    return draft.kind is BlockKind.ITEM or len(draft.text.split()) >= _PROSE


def _with_headings(drafts: Sequence[Draft], position: int) -> int:
    """The position of the first of the headings above a paragraph, and above what leads to it.

    A short sentence belongs to the text where a heading stands above it, or nothing at all.
    """
    short = position
    while short > 0 and _leads_on(drafts[short - 1]):
        short -= 1
    start = short
    while start > 0 and drafts[start - 1].kind is BlockKind.HEADING:
        start -= 1
    if start == short > 0:
        announced = position > 0 and drafts[position - 1].text.endswith(":")
        start = position - 1 if announced else position
    while start < position and _is_title_above(drafts, start, position):
        start += 1
    return start


def _leads_on(draft: Draft) -> bool:
    """Whether a paragraph too short to be prose is a sentence, or announces a list."""
    if draft.kind is not BlockKind.PARAGRAPH or is_imprint(draft.text):
        return False
    words = len(draft.text.split())
    return words >= _SENTENCE and (ends_sentence(draft.text) or draft.text.endswith(":"))


def _is_title_above(drafts: Sequence[Draft], start: int, position: int) -> bool:
    """Whether the first of several headings is the title on a page of its own, not a part's."""
    return position - start > 1 and is_known_heading(drafts[start + 1].text) and start == 0


def _last_imprint(drafts: Sequence[Draft], position: int) -> int:
    return max(
        (at for at, draft in enumerate(drafts[:position]) if is_imprint(draft.text)), default=-1
    )
