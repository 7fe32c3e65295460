"""The bodies of notes: how far a note reaches from the place that a mark leads to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from bs4.element import NavigableString, PageElement, Tag

from archive.importers.markup.note_labels import (
    ARROWS,
    calls_itself_backlink,
    label_of,
    names_a_note,
    without_label,
)
from archive.importers.markup.tree import (
    HEADINGS,
    INLINE,
    child_elements,
    new_tag,
    text_of,
    value_of,
)

__all__ = ["Extents", "clean_body"]

_ENDS = frozenset({"li", "tr"})
_BLOCKS_OF_A_NOTE = frozenset({"p", "td", "th", "dd", "dt", *_ENDS})
_GROUPS = frozenset({"div", "aside", "section", "dl"})
_CONTINUES = frozenset({"p", "blockquote", "ul", "ol", "div", "pre"})
_NOT_IN_NOTES = ("tr", "td", "th", "dt", "dd", "li", *HEADINGS)
_NO_WORDS = f" \t\r\n\u00a0[](){ARROWS}"
_TRAILING = re.compile(rf"[\s\u00a0]*[{re.escape(ARROWS.replace('^', ''))}\s]+$")
_LABEL_NAME = re.compile(r"label|number", re.IGNORECASE)


class Extents:
    """Knows where notes begin and marks stand, and so where each note ends."""

    def __init__(self, starts: Sequence[Tag], marks: Iterable[Tag]) -> None:
        self._starts = _counted(starts)
        self._marks = _counted(marks)

    def take(self, start: Tag) -> list[PageElement]:
        """Take a note out of the page and return its parts."""
        top = self._top(start)
        parts: list[PageElement] = [top]
        if top.name == "dt":
            parts += self._following(top, frozenset({"dd"}))
        elif top.name in INLINE:
            parts += self._following(top, None)
        elif top.name in ("p", "div"):
            parts += self._continuation(top)
        for part in parts:
            part.extract()
        return parts

    def _top(self, start: Tag) -> Tag:
        """The largest element that holds this note and nothing else."""
        top = start
        while top.name not in _ENDS:
            parent = top.parent
            if parent is None or self._starts[id(parent)] > 1 or self._marks[id(parent)]:
                break
            if not (
                parent.name in INLINE
                or parent.name in _BLOCKS_OF_A_NOTE
                or (parent.name in _GROUPS and _holds_just(parent, top))
            ):
                break
            top = parent
        return top

    def _following(self, top: Tag, names: frozenset[str] | None) -> list[PageElement]:
        """What follows a note's beginning up to the next note's, a heading or another kind."""
        found: list[PageElement] = []
        for sibling in top.next_siblings:
            if isinstance(sibling, Tag):
                if (
                    self._starts[id(sibling)]
                    or sibling.name in HEADINGS
                    or self._marks[id(sibling)]
                ):
                    break
                if names is not None and sibling.name not in names:
                    break
            found.append(sibling)
        return found

    def _continuation(self, top: Tag) -> list[PageElement]:
        """Further paragraphs of a note: those between it and the next note of the same row."""
        found: list[PageElement] = []
        for sibling in top.next_siblings:
            if not isinstance(sibling, Tag):
                found.append(sibling)
            elif self._starts[id(sibling)]:
                return found
            elif sibling.name not in _CONTINUES or self._marks[id(sibling)]:
                return []
            else:
                found.append(sibling)
        return []


def _counted(tags: Iterable[Tag]) -> Counter[int]:
    """How many of the elements each element of the page holds, itself included."""
    counts: Counter[int] = Counter()
    for tag in tags:
        counts[id(tag)] += 1
        counts.update(id(parent) for parent in tag.parents)
    return counts


def _holds_just(group: Tag, top: Tag) -> bool:
    names = f"{value_of(group, 'id')} {value_of(group, 'class')} {value_of(group, 'role')}"
    if group.find(HEADINGS) is not None:
        return False
    if names_a_note(names) or "mso-element" in value_of(group, "style"):
        return True
    return all(child is top or not text_of(child) for child in child_elements(group))


def clean_body(parts: Sequence[PageElement], label: str, backlinks: Mapping[int, Tag]) -> Tag:
    """Return a list item that holds a note's body without its label and ways back.

    Args:
        parts: the note as it stood.
        label: what its mark shows.
        backlinks: the links, by `id()`, that lead from notes back to marks.
    """
    item = new_tag("li")
    numbered = isinstance(parts[0], Tag) and parts[0].name == "li"
    for part in parts:
        item.append(part)
    shown = False
    for link in item.find_all("a"):
        if calls_itself_backlink(link) or id(link) in backlinks:
            shown = shown or text_of(link).strip(f"[](). {ARROWS}") == label
            link.extract()
    for part in item.find_all(["span", "sup", "strong", "b"], class_=_LABEL_NAME):
        if label_of(part) == label and not shown:
            shown = True
            part.extract()
    for part in item.find_all(_NOT_IN_NOTES):
        part.name = "span" if part.name == "dt" else "div"
    if shown:
        _rewrite_start(item, lambda text: text.lstrip(f" .:)]\u00a0\n\t{ARROWS}"))
    else:
        _rewrite_start(item, lambda text: without_label(text, label, bare=not numbered))
    _strip_end(item)
    return item


def _rewrite_start(item: Tag, rewrite: Callable[[str], str]) -> None:
    """Rewrite the first words of a note; arrows and brackets alone are no words."""
    for string in list(item.find_all(string=True)):
        text = str(string)
        rest = rewrite(text) if text.strip(_NO_WORDS) else ""
        if rest != text:
            string.replace_with(NavigableString(rest))
        if text.strip(_NO_WORDS):
            return


def _strip_end(item: Tag) -> None:
    for string in reversed(list(item.find_all(string=True))):
        text = str(string)
        rest = _TRAILING.sub("", text)
        if rest != text:
            string.replace_with(NavigableString(rest))
        if rest.strip():
            return
