"""Links of a page: made whole, kept where they lead somewhere, taken off where they cannot."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

from bs4.element import Tag

from archive.importers.markup.tree import BLOCKS, HEADINGS, elements, text_of, value_of

__all__ = ["keep_good_links", "link_places"]

_SCHEMES = frozenset({"http", "https", "mailto", "ftp"})
_TEXT_BLOCKS = frozenset({"p", "li", "dt", "dd", "pre", "address", *HEADINGS})
_BLANKS = re.compile(r"[\x00-\x20]+")


def keep_good_links(root: Tag, base: str) -> None:
    """Resolve addresses against that of the page; unwrap links that lead nowhere outside it."""
    for link in root.find_all("a", href=True):
        if value_of(link, "role") == "doc-noteref":
            continue
        href = _BLANKS.sub("", value_of(link, "href"))
        if href.startswith("#") and len(href) > 1:
            continue
        whole = _joined(base, href)
        if whole is None:
            link.unwrap() if text_of(link) or link.contents else link.extract()
        else:
            link["href"] = whole


def _joined(base: str, href: str) -> str | None:
    if not href:
        return None
    try:
        whole = urljoin(base, href)
        parts = urlsplit(whole)
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or not (parts.netloc or parts.scheme == "mailto"):
        return None
    return whole


def link_places(root: Tag) -> None:
    """Let links within the page lead to blocks: their targets are given ids of their own.

    Links to nowhere are unwrapped. Blocks are left with an id only if a link leads to them.
    """
    targets = _targets(root)
    given: dict[int, str] = {}
    for link in root.find_all("a"):
        href = value_of(link, "href")
        if not href.startswith("#") or value_of(link, "role") == "doc-noteref":
            continue
        place = targets.get(href[1:]) or targets.get(unquote(href[1:]))
        if place is not None and _is_note(place):
            continue
        block = None if place is None else _block_of(place)
        if block is None:
            link.unwrap()
        else:
            link["href"] = f"#{given.setdefault(id(block), f'place-{len(given) + 1}')}"
    for tag in elements(root):
        if not _is_note(tag):
            del tag["id"]
        if id(tag) in given:
            tag["id"] = given[id(tag)]


def _targets(root: Tag) -> dict[str, Tag]:
    found: dict[str, Tag] = {}
    for tag in elements(root):
        for name in (value_of(tag, "id"), value_of(tag, "name")):
            if name:
                found.setdefault(name, tag)
    return found


def _is_note(tag: Tag) -> bool:
    return tag.name == "li" and tag.has_attr("data-label") and _in_notes(tag)


def _block_of(place: Tag) -> Tag | None:
    """The block of text that a place is in, begins with, or stands before; never a note."""
    for tag in (place, *place.parents):
        if tag.name in _TEXT_BLOCKS:
            return None if _in_notes(tag) else tag
        if tag.name in BLOCKS:
            break
    block = place.find(list(_TEXT_BLOCKS)) or place.find_next(list(_TEXT_BLOCKS))
    return None if block is None or _in_notes(block) else block


def _in_notes(tag: Tag) -> bool:
    return tag.find_parent(role="doc-endnotes") is not None
