"""Notes whose bodies stand in the text, right behind their marks: side notes and pop-ups."""

from __future__ import annotations

from bs4.element import PageElement, Tag

from archive.importers.markup.note_bodies import clean_body
from archive.importers.markup.note_labels import label_of
from archive.importers.markup.note_marks import place_mark
from archive.importers.markup.notes import FoundNote, NoteIds
from archive.importers.markup.tree import new_tag, text_of, value_of

__all__ = ["take_inline_notes"]

_NAMES = ("sidenote", "marginnote", "margin-note", "footnote__note", "inline-footnote")


def take_inline_notes(root: Tag, ids: NoteIds) -> list[FoundNote]:
    """Take notes that stand in the running text out of it and leave marks in their places."""
    notes: list[FoundNote] = []
    for body in root.find_all(["span", "small", "aside"], class_=_is_note):
        if body.find_parent(class_=_is_note) is not None or label_of(body) is not None:
            continue
        shown = _mark_before(body)
        label = (label_of(shown) if shown is not None else None) or str(len(notes) + 1)
        note_id = ids.give(label)
        link = new_tag("a")
        body.replace_with(link)
        for toggle in (shown, _toggle_before(link)):
            if toggle is not None:
                toggle.extract()
        place_mark(link, note_id)
        notes.append(FoundNote(note_id, label, clean_body([body], label, {})))
    return notes


def _is_note(name: str | None) -> bool:
    return name is not None and any(known in name for known in _NAMES)


def _mark_before(body: Tag) -> Tag | None:
    """The raised label that stands before a note's body, if there is one."""
    before = _element_before(body)
    return before if before is not None and label_of(before) is not None else None


def _toggle_before(link: Tag) -> Tag | None:
    """The empty label by which a page without scripts shows and hides the note."""
    before = _element_before(link)
    if before is None or before.name != "label":
        return None
    return before if not text_of(before) or "toggle" in value_of(before, "class") else None


def _element_before(tag: Tag) -> Tag | None:
    before: PageElement | None = tag.previous_sibling
    while before is not None and not isinstance(before, Tag) and not str(before).strip():
        before = before.previous_sibling
    return before if isinstance(before, Tag) else None
