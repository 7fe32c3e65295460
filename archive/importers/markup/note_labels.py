"""Labels of notes, and the words by which pages name what belongs to notes."""

from __future__ import annotations

import re

from bs4.element import Tag

from archive.importers.markup.tree import text_of, value_of

__all__ = ["is_backlink", "label_of", "leads_by_name", "names_a_note", "without_label"]

_LABEL = re.compile(
    r"(?:(?:foot|end)?notes?|fn|nb|n)?\.?\s*(?:\d{1,4}|[ivxlc]{1,6}|[a-z])|[*†‡§¶#]{1,4}",
    re.IGNORECASE,
)
_AROUND = " \t\n\u00a0[](){}.,;:^↑\ufe0e"
_NOTE_NAME = re.compile(
    r"(?:^|[^a-z])(?:_?ftn|_?edn|fn|en|n|note|footnote|endnote|cite[-_]note|ref|reference)"
    r"(?:s|text)?[-_:.]*\d|foot-?notes?|end-?notes?|cite[-_]note|(?:^|[-_])sdfoot",
    re.IGNORECASE,
)
_BACK_NAME = re.compile(r"back|return|to-?top|ref(?=\W|_|\d|$)|cite[-_]ref|fnref|anc$", re.IGNORECASE)
_ARROWS = re.compile(r"[↩↑⏎⤴⇑^\ufe0e\s]+|back|return(?: to text)?", re.IGNORECASE)


def label_of(tag: Tag) -> str | None:
    """Return the label that a note mark shows, without brackets, or None if it shows none."""
    text = text_of(tag).strip(_AROUND)
    return text if _LABEL.fullmatch(text) else None


def names_a_note(name: str) -> bool:
    """Say whether an id, a class or the end of an address speaks of a note."""
    return _NOTE_NAME.search(name) is not None


def leads_by_name(tag: Tag) -> bool | None:
    """Say what a link calls itself: True for a note mark, False for a way back, else None."""
    roles = f"{value_of(tag, 'role')} {value_of(tag, 'epub:type')}"
    if "noteref" in roles:
        return True
    if "backlink" in roles or "back" in value_of(tag, "class").lower():
        return False
    fragment = value_of(tag, "href").rpartition("#")[2]
    own = value_of(tag, "id") or value_of(tag, "name")
    if _BACK_NAME.search(fragment) and not _BACK_NAME.search(own):
        return False
    if _BACK_NAME.search(own) and not _BACK_NAME.search(fragment):
        return True
    return None


def is_backlink(tag: Tag) -> bool:
    """Say whether a link calls itself a way back from a note, by its name or its arrow."""
    return leads_by_name(tag) is False or _ARROWS.fullmatch(text_of(tag)) is not None


def without_label(text: str, label: str) -> str:
    """Return the beginning of a note's text without its label, brackets and dot."""
    start = re.compile(
        rf"\s*[\^↑]?\s*(?:[\[(]\s*{re.escape(label)}\s*[\])]|{re.escape(label)}(?:\s*[.):]|(?=\s)))\s*",
        re.IGNORECASE,
    )
    return start.sub("", text, count=1) if start.match(text) else text
