"""Words in capitals, and the symbols of UN documents, which a page sets a little smaller.

At full size a line with three acronyms shouts. Words of two letters stay as they are, as do
headings, which are set larger anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive import Block, BlockKind, Passage
from archive.html import Element

__all__ = ["capitals"]

_DEPTH = 15
_OPENING, _CLOSING = '<span class="caps">', "</span>"
_SESSION = r"\d{4}|[A-Z]{1,3}-[IVX]+|[IVXLC]+"
_SYMBOL = rf"[A-Z]{{1,4}}(?:/[A-Z0-9]+(?:[.-][A-Z0-9]+)*)+(?:\s\((?:{_SESSION})\))?"
_ACRONYM = r"(?=[A-Z0-9]{3})[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*"
_CAPITALS = re.compile(rf"(?<![\w/])(?:{_SYMBOL}|{_ACRONYM})(?=s?(?![A-Za-z0-9]))")


def capitals(passage: Passage) -> Iterator[Element]:
    """Yield an element around every word in capitals of a block or note."""
    if isinstance(passage, Block) and passage.kind is BlockKind.HEADING:
        return
    for match in _CAPITALS.finditer(passage.text or ""):
        yield Element(match.start(), match.end(), _OPENING, _CLOSING, _DEPTH)
