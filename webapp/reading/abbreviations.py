"""The abbreviations of a document's own list, where its text uses them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import escape

from archive import Block, BlockKind, Document
from archive.html import Element

__all__ = ["abbreviation_id", "abbreviations_used"]

_DEPTH = 1
_NOT_IN_AN_ID = re.compile(r"[^A-Za-z0-9]+")


def abbreviation_id(short: str) -> str:
    """Return the id that an abbreviation has in the list of the page."""
    return f"page-abbr-{_NOT_IN_AN_ID.sub('-', short)}"


def abbreviations_used(document: Document) -> Mapping[str, list[Element]]:
    """Return, by passage, the abbreviations as links to the list.

    Each is linked where a section uses it first, and where a note does: more would disturb
    reading. Headings have none, for they stand in the contents as well.
    """
    expansions = document.metadata.abbreviations
    longest_first = sorted(filter(None, expansions), key=len, reverse=True)
    if not longest_first:
        return {}
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    used: defaultdict[str, list[Element]] = defaultdict(list)
    seen: set[str] = set()
    for passage in document.passages():
        if not isinstance(passage, Block):
            seen = set()
        elif passage.kind is BlockKind.HEADING:
            seen = set()
            continue
        for match in _first_uses(pattern, passage.text or "", seen):
            used[passage.id].append(_element(match, expansions[match[0]]))
    return used


def _first_uses(pattern: re.Pattern[str], text: str, seen: set[str]) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(text):
        if match[0] not in seen:
            seen.add(match[0])
            yield match


def _element(match: re.Match[str], expansion: str) -> Element:
    address, title = escape(abbreviation_id(match[0])), escape(expansion)
    opening = f'<a class="abbr" href="#{address}" title="{title}">'
    return Element(match.start(), match.end(), opening, "</a>", _DEPTH, exclusive=True)
