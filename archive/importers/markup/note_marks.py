"""Note marks in the form that documents have them, with what pages put around them taken away."""

from __future__ import annotations

import re

from bs4.element import NavigableString, Tag

from archive.importers.markup.tree import new_tag

__all__ = ["place_mark"]

_ONLY_AROUND_MARKS = re.compile(r"[\s\u00a0\u200b\[\](),;–-]*")
_STAYS_AFTER_MARK = re.compile(r"[\s.,;:!?)\]”’\"'»]|$")
_WRAPPERS = frozenset({"sup", "span", "b", "strong", "small", "font", "a", "em", "i"})


def place_mark(link: Tag, note_id: str) -> Tag:
    """Put a note mark where a link stood; brackets, raising and blanks before it go."""
    mark = new_tag("a", role="doc-noteref", href=f"#{note_id}")
    link.replace_with(mark)
    outer = _unwrap(mark)
    _drop_brackets(outer)
    _close_up(outer)
    return mark


def _unwrap(mark: Tag) -> Tag:
    """Take away the elements around a mark that hold nothing but marks, brackets and commas."""
    parent = mark.parent
    while parent is not None and parent.name in _WRAPPERS and parent.parent is not None:
        strings = list(parent.find_all(string=True))
        if not all(_ONLY_AROUND_MARKS.fullmatch(str(string)) for string in strings):
            break
        if any(link.get("role") != "doc-noteref" for link in parent.find_all("a")):
            break
        for string in strings:
            string.extract()
        parent.unwrap()
        parent = mark.parent
    return mark


def _drop_brackets(mark: Tag) -> None:
    before, after = mark.previous_sibling, mark.next_sibling
    if not isinstance(before, NavigableString) or not isinstance(after, NavigableString):
        return
    opening = re.search(r"[\[(]\s*$", str(before))
    closing = re.match(r"\s*[\])]", str(after))
    if opening and closing and opening[0].strip() + closing[0].strip() in ("[]", "()"):
        before.replace_with(NavigableString(str(before)[: opening.start()]))
        after.replace_with(NavigableString(str(after)[closing.end() :]))


def _close_up(mark: Tag) -> None:
    """Let a mark stand at the end of its word: blanks before it move behind it, or go."""
    before, after = mark.previous_sibling, mark.next_sibling
    if not isinstance(before, NavigableString) or str(before) == str(before).rstrip():
        return
    follows = str(after) if isinstance(after, NavigableString) else ""
    before.replace_with(NavigableString(str(before).rstrip()))
    if not _STAYS_AFTER_MARK.match(follows):
        mark.insert_after(NavigableString(" "))
