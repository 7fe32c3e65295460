"""Links from note marks to notes, whatever convention a page follows.

Conventions differ in names, but not in this: a mark is a link that shows a label and leads to a
place *later* in the same page, and that place begins a note. It does when it calls itself a note,
when it leads back to the mark, or when it begins with the mark's label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from bs4.element import NavigableString, Tag

from archive.importers.markup.note_labels import (
    calls_itself_backlink,
    calls_itself_mark,
    label_of,
    names_a_note,
    without_label,
)
from archive.importers.markup.tree import HEADINGS, elements, text_of, value_of

__all__ = ["Anchors", "MarkLink", "mark_links"]

_NOTE_WORD_BEFORE = re.compile(r"\b(?:notes?|footnotes?|endnotes?|nn?\.|fn\.?)\s*$", re.IGNORECASE)
_SPELLED_OUT = re.compile(r"(?:(?:foot|end)?notes?|fn|nb)\b", re.IGNORECASE)
_LONGEST_MARK = 12
_RAISED = ("sup",)


@dataclass(frozen=True, slots=True)
class MarkLink:
    """A link that marks a note; `target` is where the note begins, None where it is missing."""

    mark: Tag
    label: str
    target: Tag | None
    fragment: str


class Anchors:
    """The places of a page that links can lead to, and the order of its elements."""

    def __init__(self, root: Tag) -> None:
        self._order: dict[int, int] = {}
        self._targets: dict[str, Tag] = {}
        for number, tag in enumerate(elements(root)):
            self._order[id(tag)] = number
            for name in (value_of(tag, "id"), value_of(tag, "name")):
                if name:
                    self._targets.setdefault(name, tag)

    def target(self, link: Tag) -> Tag | None:
        """Return the element that a link within the page leads to."""
        fragment = fragment_of(link)
        return self._targets.get(fragment) or self._targets.get(unquote(fragment))

    def is_after(self, tag: Tag, other: Tag) -> bool:
        """Say whether an element begins after another and does not stand in it."""
        return self._order[id(tag)] > self._order[id(other)] and not any(
            parent is other for parent in tag.parents
        )


def fragment_of(link: Tag) -> str:
    """Return what stands after `#` in the address of a link."""
    return value_of(link, "href").partition("#")[2]


def mark_links(root: Tag, anchors: Anchors) -> Iterator[MarkLink]:
    """Yield the links that mark notes, in the order of reading."""
    for link in root.find_all("a", href=True):
        fragment = fragment_of(link)
        label = _mark_label(link)
        if not fragment or label is None:
            continue
        target = anchors.target(link)
        if target is None:
            if value_of(link, "href").startswith("#") and _surely_marks(link, fragment):
                yield MarkLink(link, label, None, fragment)
        elif anchors.is_after(target, link) and _begins_a_note(target, link, label, anchors):
            yield MarkLink(link, label, target, fragment)


def _mark_label(link: Tag) -> str | None:
    """The label of a link that can be a mark: raised, in brackets, or bare and not named."""
    if calls_itself_mark(link):
        return label_of(link) or text_of(link)[:_LONGEST_MARK].strip("[]() ")
    label = label_of(link)
    if label is None or calls_itself_backlink(link):
        return None
    if _is_raised(link) or text_of(link).startswith(("[", "(")):
        return label
    before = link.previous_sibling
    words = str(before) if isinstance(before, NavigableString) else ""
    if words.rstrip().endswith("["):
        return label
    return None if _SPELLED_OUT.match(label) or _NOTE_WORD_BEFORE.search(words) else label


def _is_raised(link: Tag) -> bool:
    return (
        any(parent.name in _RAISED for parent in link.parents)
        or link.find(_RAISED) is not None
        or "super" in value_of(link, "style")
        or "footnote" in value_of(link, "class").lower()
    )


def _surely_marks(link: Tag, fragment: str) -> bool:
    return calls_itself_mark(link) or (_is_raised(link) and names_a_note(fragment))


def _begins_a_note(target: Tag, link: Tag, label: str, anchors: Anchors) -> bool:
    if target.name in HEADINGS:
        return False
    if calls_itself_mark(link):
        return True
    if target.find(HEADINGS) is not None:
        return False
    if _names_itself(target):
        return True
    place = (
        target if target.name in ("li", "p", "dd", "dt", "tr", "div", "aside") else target.parent
    )
    if place is None:
        return False
    if any(_leads_back(back, link, anchors) for back in (target, *place.find_all("a", href=True))):
        return True
    text = " ".join(place.get_text(" ").split())
    return without_label(text, label) != text or _ordinal(target) == label


def _names_itself(target: Tag) -> bool:
    names = [value_of(target, name) for name in ("id", "name", "class", "role", "epub:type")]
    parent = target.parent
    names += [value_of(parent, "class")] if parent is not None and parent.name == "li" else []
    return any(names_a_note(name) for name in names)


def _leads_back(back: Tag, link: Tag, anchors: Anchors) -> bool:
    """Say whether a link leads to a mark, to what it stands in, or to what stands beside it."""
    there = anchors.target(back) if back.has_attr("href") else None
    if there is None:
        return False
    near = [link, link.previous_sibling, *elements(link)]
    near += [parent for parent, _ in zip(link.parents, range(2), strict=False)]
    return any(there is place for place in near)


def _ordinal(target: Tag) -> str | None:
    """The number that a browser shows before a list item."""
    item = target if target.name == "li" else target.find_parent("li")
    if item is None or item.parent is None or item.parent.name != "ol":
        return None
    number = (
        int(value_of(item.parent, "start") or 1) if value_of(item.parent, "start").isdigit() else 1
    )
    for other in item.parent.find_all("li", recursive=False):
        if other is item:
            return str(number)
        number += 1
    return None
