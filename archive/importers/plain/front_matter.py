"""Front matter: the cover and imprint before the text, which are data and not text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.importers.plain.contents import title_key
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
    r"|tel(?:ephone)?[.:]|\*?corresponding author|\(?received:? \d|keywords?:|vol(?:ume|\.) \d"
    r"|original: [a-z]+$|distr\.:? |[a-z]/(?:[a-z\d.]+/)+\d+$|agenda item \d|doc(?:ument)?\.? no)",
    re.IGNORECASE,
)
_PART = re.compile(
    r"(?:part|chapter|section|box)\s+\w+\b|(?:\d{1,2}(?:\.\d{1,2})*\.?|(?:[IVXLC]{1,5}|[A-Z])\.)\s+(?=[^\W\d_])",
    re.IGNORECASE,
)
_PROSE = 25
_SENTENCE = 4


def is_imprint(text: str) -> bool:
    """Whether the words are of the kind that stands in an imprint."""
    return bool(_IMPRINT.match(text.lstrip("*_ ")))


def body_start(
    drafts: Sequence[Draft], lists_end: int, titles: frozenset[str] = frozenset()
) -> int:
    """Return the position of the first draft that belongs to the text.

    The text starts with its first paragraph of prose, and the headings above it. Only an
    imprint, and what stands before the contents under no heading of its own, is no text.

    Args:
        drafts: of the whole document.
        lists_end: the number of the line after which contents and abbreviations at the front are
            over, or 0 if there are none.
        titles: keys of the titles in the table of contents.
    """
    for position, draft in enumerate(drafts):
        if not _is_prose(drafts, position) or is_imprint(draft.text):
            continue
        start = _with_headings(drafts, position, titles)
        early = draft.lines[0].number < lists_end
        if early and not any(is_known_heading(head.text) for head in drafts[start:position]):
            continue
        return start if start > _last_imprint(drafts, position) else position
    return 0


def _is_prose(drafts: Sequence[Draft], position: int) -> bool:
    """Whether a draft is an item, a long paragraph, or a sentence under a part's usual name."""
    draft = drafts[position]
    if draft.kind is BlockKind.ITEM or len(draft.text.split()) >= _PROSE:
        return True
    above = drafts[position - 1] if position else draft
    headed = above.kind is BlockKind.HEADING and is_known_heading(above.text)
    return headed and _leads_on(draft)


def _with_headings(drafts: Sequence[Draft], position: int, titles: frozenset[str]) -> int:
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
    return _without_cover(drafts, start, short, titles)


def _leads_on(draft: Draft) -> bool:
    """Whether a paragraph too short to be prose is a sentence, or announces a list."""
    if draft.kind is not BlockKind.PARAGRAPH or is_imprint(draft.text):
        return False
    words = len(draft.text.split())
    return words >= _SENTENCE and (ends_sentence(draft.text) or draft.text.endswith(":"))


def _without_cover(drafts: Sequence[Draft], start: int, end: int, titles: frozenset[str]) -> int:
    """The first of several headings in a row that is a part's and not the cover's.

    Parts have usual names, or numbers, or stand in the contents. Where none does, only the last
    heading is the text's.
    """
    first = end
    while first > start and _names_part(drafts[first - 1], titles):
        first -= 1
    if first == end > start:
        return end - 1
    return first


def _names_part(draft: Draft, titles: frozenset[str]) -> bool:
    text = draft.text
    return is_known_heading(text) or bool(_PART.match(text)) or title_key(text) in titles


def _last_imprint(drafts: Sequence[Draft], position: int) -> int:
    return max(
        (at for at, draft in enumerate(drafts[:position]) if is_imprint(draft.text)), default=-1
    )
