"""Back matter: the publisher's word about itself, addresses and numbers at the very end."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.importers.plain.drafts import Draft
from archive.importers.plain.shapes import ends_sentence
from archive.models import BlockKind

__all__ = ["back_matter_start"]

_CONTACT = re.compile(
    r"\b(?:tel|fax|phone|e-?mail|p\.?\s?o\.? box|isbn|issn|printed (?:in|by)|all rights reserved)\b"
    r"|www\.|https?://|@[\w.-]+\.\w|©|\+\d[\d\s()-]{6,}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"(?:the\s+)?[*_]*[A-Z][^.]{3,120}\b(?:is|was founded|was established)\b[^.]{0,60}\b"
    r"(?:independent|international|non-?profit|not-for-profit|non-?partisan|non-?governmental|leading"
    r"|think tank|institute|organi[sz]ation|foundation|centre|center)\b",
)
_HEADING = re.compile(r"(?:about (?:the|us)\b|contact|imprint|impressum)", re.IGNORECASE)
_STREET = re.compile(r"[^\W\d_]\s\d+[^,]{0,3},|^\d+[^,]*,|,\s[A-Z]{0,2}-?\d{4,6}\b")
_LONG_LINE = 70


def back_matter_start(drafts: Sequence[Draft]) -> int:
    """Return the position at which the back matter starts; the number of drafts if there is none.

    Only a tail that gives an address or a number to call counts: a last short paragraph is text.
    """
    start = len(drafts)
    while start > 0 and _address_like(drafts[start - 1]):
        start -= 1
    if not any(_CONTACT.search(draft.text) for draft in drafts[start:]):
        return len(drafts)
    while start > 0 and _about_publisher(drafts[start - 1]):
        start -= 1
    if start > 0 and start < len(drafts) and _HEADING.match(drafts[start - 1].text):
        start -= 1
    return start


def _address_like(draft: Draft) -> bool:
    if draft.kind is BlockKind.HEADING:
        return bool(_CONTACT.search(draft.text) or _STREET.search(draft.text))
    if draft.kind is not BlockKind.PARAGRAPH:
        return False
    short = all(len(line.text) <= _LONG_LINE for line in draft.lines)
    if short and _CONTACT.search(draft.text):
        return True
    return short and not ends_sentence(draft.text) and len(draft.text) <= 4 * _LONG_LINE


def _about_publisher(draft: Draft) -> bool:
    return draft.kind is BlockKind.PARAGRAPH and bool(_ABOUT.match(draft.text))
