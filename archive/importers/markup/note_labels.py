"""Labels of notes, and the words by which pages name what belongs to notes."""

from __future__ import annotations

import re

from bs4.element import Tag

from archive.importers.markup.tree import text_of, value_of

__all__ = [
    "ARROWS",
    "NOTES_HEADING",
    "calls_itself_backlink",
    "calls_itself_mark",
    "label_of",
    "looks_like_backlink",
    "names_a_note",
    "without_label",
]

ARROWS = "↩↑⏎⤴⇑↵⤶↰^\ufe0e"
"""What stands for the way back from a note."""

NOTES_HEADING = re.compile(
    r"(?:\d+\.?\s*)?(?:(?:foot|end)?notes?|notes and references|references and notes|references"
    r"|citations)\s*:?",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:foot|end)?notes?|fn|nb|n)?\.?\s*(?:\d{1,4}|[ivxlc]{1,6}|[a-z])|[*†‡§¶#]{1,4}",
    re.IGNORECASE,
)
_AROUND = f" \t\n\u00a0[](){{}}.,;:{ARROWS}"
_NOTE_NAME = re.compile(
    r"(?:^|[^a-z])(?:ftn|edn|fn|en|n|note|footnote|endnote|cite[-_]note|ref|reference)"
    r"(?:s|text)?[-_:.]*\d|foot-?note|end-?note|cite[-_]note|sdfootnote",
    re.IGNORECASE,
)
_WAY_BACK = re.compile(
    rf"(?:[{re.escape(ARROWS)}\s]|back(?: to text)?|return(?: to text)?|jump up)*", re.IGNORECASE
)


def label_of(tag: Tag) -> str | None:
    """Return the label that a note mark shows, without brackets, or None if it shows none."""
    text = text_of(tag).strip(_AROUND)
    return text if _LABEL.fullmatch(text) else None


def names_a_note(name: str) -> bool:
    """Say whether an id, a class or the end of an address speaks of a note."""
    return _NOTE_NAME.search(name) is not None


def calls_itself_mark(tag: Tag) -> bool:
    """Say whether the role of a link is that of a note mark."""
    return "noteref" in f"{value_of(tag, 'role')} {value_of(tag, 'epub:type')}" or (
        "footnote-ref" in value_of(tag, "class")
    )


def calls_itself_backlink(tag: Tag) -> bool:
    """Say whether the role or class of a link is that of a way back from a note."""
    names = f"{value_of(tag, 'role')} {value_of(tag, 'epub:type')} {value_of(tag, 'class')}"
    return "back" in names.lower()


def looks_like_backlink(tag: Tag) -> bool:
    """Say whether the words of a link are an arrow, a label, or `back`."""
    return _WAY_BACK.fullmatch(text_of(tag)) is not None or label_of(tag) is not None


def without_label(text: str, label: str, *, bare: bool = True) -> str:
    """Return the beginning of a note's text without its label, brackets and dot.

    A label without either is taken for one if it is all of the text, or if `bare` and it is no
    letter: a note may begin with the word `a` or, in a numbered list, with a number of its own.
    """
    written = re.escape(label)
    after = r"(?:\s*[.):\]]|$)" if label.isalpha() or not bare else r"(?:\s*[.):\]]|(?=\s)|$)"
    start = re.compile(
        rf"\s*[\^↑]?\s*(?:[\[(]\s*{written}\s*[\])][.:]?|{written}{after})\s*", re.IGNORECASE
    )
    return start.sub("", text, count=1)
