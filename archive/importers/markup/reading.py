"""From a tree of HTML to blocks and notes: the steps in their order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from bs4.element import Tag

from archive.html import read_document_html
from archive.importers.markup.account import Account
from archive.importers.markup.blocks import (
    drop_pull_quotes,
    drop_rules,
    label_items,
    part_paragraphs,
    simplify_lists,
)
from archive.importers.markup.headings import (
    drop_bare_headings,
    drop_title,
    join_bylines,
    level_headings,
)
from archive.importers.markup.inline_notes import take_inline_notes
from archive.importers.markup.links import keep_good_links, link_places
from archive.importers.markup.listed_notes import list_notes
from archive.importers.markup.note_labels import NOTES_HEADING
from archive.importers.markup.notes import FoundNote, NoteIds, link_notes, notes_section
from archive.importers.markup.pictures import leave_out_pictures
from archive.importers.markup.tables import write_out_tables
from archive.importers.markup.tree import drop_hidden, elements, text_of, value_of
from archive.models import Block, BlockKind, Note, SpanKind

__all__ = ["TitlePage", "read_blocks", "take_notes"]

_KEPT = frozenset({"href", "id", "role", "data-label", "data-missing", "start", "value"})
_ROLES = frozenset({"doc-noteref", "doc-endnotes"})
_Passage = TypeVar("_Passage", Block, Note)


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What stands at the head of a text and is said by the metadata already."""

    title: str
    known: Collection[str] = ()


def take_notes(root: Tag, account: Account) -> list[FoundNote]:
    """Take the notes of a page out of its text, whatever convention links them to their marks.

    Then what is hidden goes, and the headings of notes with nothing left under them.
    """
    ids = NoteIds()
    notes = link_notes(root, ids, account)
    notes += take_inline_notes(root, ids)
    notes += list_notes(root, ids, account)
    drop_hidden(root, account)
    if notes:
        drop_bare_headings(root, NOTES_HEADING, account)
    return notes


def read_blocks(
    root: Tag, notes: list[FoundNote], title_page: TitlePage, base: str, account: Account
) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Read an article whose notes have been taken out as blocks and notes.

    Args:
        root: the article; the steps change it.
        notes: the notes of the page.
        title_page: what is taken off the head of the text.
        base: the address of the page, or the empty text.
        account: of the import.
    """
    root.name = "div"
    root.append(notes_section(notes))
    _release_strays(root, {note.id for note in notes}, account)
    drop_pull_quotes(root, account)
    leave_out_pictures(root, account)
    write_out_tables(root, account)
    part_paragraphs(root)
    drop_rules(root, account)
    label_items(root)
    simplify_lists(root)
    drop_title(root, title_page.title, title_page.known, account)
    level_headings(root, account)
    join_bylines(root)
    keep_good_links(root, base)
    link_places(root)
    _strip_attributes(root)
    content = read_document_html(f"<body>{root}</body>", Path("document.html"))
    return _renumbered(content.blocks, content.notes)


def _release_strays(root: Tag, notes: Collection[str], account: Account) -> None:
    """Let what calls itself a note mark, but leads to no note, be plain text."""
    for tag in root.find_all(role="doc-noteref"):
        if value_of(tag, "href").removeprefix("#") not in notes:
            account.doubted("note mark", f"'{text_of(tag)}' leads to no note.", tag)
            del tag["role"]


def _strip_attributes(root: Tag) -> None:
    for tag in elements(root):
        if tag.get("role") not in _ROLES:
            del tag["role"]
        for name in set(tag.attrs) - _KEPT:
            del tag[name]


def _renumbered(
    blocks: tuple[Block, ...], notes: tuple[Note, ...]
) -> tuple[tuple[Block, ...], tuple[Note, ...]]:
    """Give blocks the ids `h1` and `p1` in the order of reading, and lead links to them."""
    names: dict[str, str] = {}
    counts = {"h": 0, "p": 0}
    for block in blocks:
        kind = "h" if block.kind is BlockKind.HEADING else "p"
        counts[kind] += 1
        names[block.id] = f"{kind}{counts[kind]}"
    named = [replace(_followed(block, names), id=names[block.id]) for block in blocks]
    return tuple(_levelled(named)), tuple(_followed(note, names) for note in notes)


def _levelled(blocks: Iterable[Block]) -> Iterator[Block]:
    """Let no item be more than one level deeper than the item before it."""
    deepest, box = 0, None
    for block in blocks:
        deepest = deepest if block.box == box else 0
        level = min(block.level, deepest + 1) if block.kind is BlockKind.ITEM else block.level
        deepest, box = (level if block.kind is BlockKind.ITEM else 0), block.box
        yield replace(block, level=level)


def _followed(passage: _Passage, names: dict[str, str]) -> _Passage:
    spans = tuple(
        replace(span, href=f"#{names[span.href[1:]]}")
        if span.kind is SpanKind.LINK and span.href and span.href[1:] in names
        else span
        for span in passage.spans
    )
    return replace(passage, spans=spans)
