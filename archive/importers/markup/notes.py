"""Notes of a page: found, taken out of the text, numbered, and put at its end.

What the steps leave is what `document.html` has: marks are links of the role `doc-noteref`, notes
the items of one list in a section of the role `doc-endnotes`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bs4.element import Tag

from archive.importers.markup.account import Account
from archive.importers.markup.note_bodies import Extents, clean_body
from archive.importers.markup.note_labels import looks_like_backlink
from archive.importers.markup.note_links import Anchors, MarkLink, mark_links
from archive.importers.markup.note_marks import place_mark
from archive.importers.markup.tree import new_tag, text_of

__all__ = ["FoundNote", "NoteIds", "link_notes", "notes_section"]


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A note taken out of the page; `body` is None where it is missing."""

    id: str
    label: str
    body: Tag | None


class NoteIds:
    """Gives notes their ids: `fn3`, and where numbering starts anew `fn2-3`."""

    def __init__(self) -> None:
        self._run = 1
        self._used: set[str] = set()
        self._signs = 0

    def give(self, label: str) -> str:
        """Return an id for the next note in the order of reading."""
        name = re.sub(r"[^a-z0-9]+", "-", label.lower()).strip("-")
        if not name:
            self._signs += 1
            return f"fn-sign-{self._signs}"
        if name in self._used:
            self._run += 1
            self._used.clear()
        self._used.add(name)
        return f"fn{name}" if self._run == 1 else f"fn{self._run}-{name}"


def link_notes(root: Tag, ids: NoteIds, account: Account) -> list[FoundNote]:
    """Take the notes that marks lead to out of the page, and put marks in their form."""
    anchors = Anchors(root)
    links = _without_chains(list(mark_links(root, anchors)))
    by_target: dict[int | str, list[MarkLink]] = {}
    for link in links:
        key = link.fragment if link.target is None else id(link.target)
        by_target.setdefault(key, []).append(link)
    starts = [group[0].target for group in by_target.values()]
    backlinks = _backlinks(root, anchors, [start for start in starts if start is not None], links)
    extents = Extents(
        [start for start in starts if start is not None], [link.mark for link in links]
    )
    given = {key: ids.give(group[0].label) for key, group in by_target.items()}
    fragments = {link.fragment: given[key] for key, group in by_target.items() for link in group}
    taken = {
        key: None if group[0].target is None else extents.take(group[0].target)
        for key, group in by_target.items()
    }
    for link in links:
        place_mark(link.mark, fragments[link.fragment])
    notes: list[FoundNote] = []
    for key, group in by_target.items():
        parts, label = taken[key], group[0].label
        body = None if parts is None else clean_body(parts, label, backlinks)
        if body is None or not text_of(body):
            account.doubted("note", f"Note {label} has a mark and no body.", passage=given[key])
            body = None
        notes.append(FoundNote(given[key], label, body))
    _follow(root, notes, fragments)
    return notes


def _without_chains(links: list[MarkLink]) -> list[MarkLink]:
    """Leave out links that lead to another mark: no note begins there."""
    marks = {id(link.mark) for link in links}
    return [link for link in links if id(link.target) not in marks]


def _backlinks(
    root: Tag, anchors: Anchors, starts: Sequence[Tag], links: Sequence[MarkLink]
) -> dict[int, Tag]:
    """The links, by `id()`, that lead back from where notes are to where marks are."""
    notes = {id(start) for start in starts}
    marks = {id(link.mark) for link in links}
    found: dict[int, Tag] = {}
    for link in root.find_all("a", href=True):
        target = anchors.target(link)
        if target is None or id(link) in marks or id(target) in notes:
            continue
        if anchors.is_after(link, target) and looks_like_backlink(link):
            found[id(link)] = link
    return found


def _follow(root: Tag, notes: Sequence[FoundNote], fragments: Mapping[str, str]) -> None:
    """Let links from elsewhere to a note, such as `see note 3`, lead to it under its new id."""
    for tree in (root, *(note.body for note in notes if note.body is not None)):
        for link in tree.find_all("a", href=True):
            name = str(link["href"])
            if link.get("role") != "doc-noteref" and name.startswith("#") and name[1:] in fragments:
                link["href"] = f"#{fragments[name[1:]]}"


def notes_section(notes: Sequence[FoundNote]) -> Tag:
    """Return the section of notes as `document.html` has it."""
    section = new_tag("section", role="doc-endnotes")
    items = new_tag("ol")
    section.append(items)
    for note in notes:
        item = new_tag("li", **{"id": note.id, "data-label": note.label})
        if note.body is None:
            item["data-missing"] = ""
        else:
            for child in list(note.body.contents):
                item.append(child)
        items.append(item)
    return section
