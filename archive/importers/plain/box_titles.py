"""The titles of boxes: the word and a number or letter, and what the box is about."""

from __future__ import annotations

import re

from archive.importers.plain.shapes import ends_sentence

__all__ = ["is_box_title"]

_TITLE = re.compile(
    r"(?:text\s?)?box\s+(?:\d{1,2}|[A-Z])\b\s*[.:–—-]?\s*(?P<title>\S.*)?", re.IGNORECASE
)
_LONGEST = 160


def is_box_title(text: str) -> bool:
    """Whether words are the title of a box, as in `Box 2. Boats of the North`."""
    plain = text.strip("*_ ")
    match = _TITLE.fullmatch(plain)
    return match is not None and len(plain) <= _LONGEST and not ends_sentence(plain)
