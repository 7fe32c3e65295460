"""document.html to the model, with every fault found on the way.

Beyond what `write_document_html` writes, this reads what people and pandoc write: elements that
group (`div`, `section`, `main`) are looked through, blocks without an id are given one, and
paragraphs inside a list item or a note become paragraphs of its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import PageElement, Tag

from archive.faults import Fault
from archive.html.checking import IdGiver, check_content
from archive.html.gathering import Inline, attribute, gather, identifier, inline_of, role
from archive.models import Block, BlockKind, Note
from archive.text import clean_text

__all__ = ["HtmlContent", "read_document_html"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_TEXT_BLOCKS = {"p", "pre", "dt", "dd", "tr", "figcaption", "caption", "address"}
_GROUPS = {
    "article", "aside", "blockquote", "body", "details", "div", "dl", "fieldset", "figure",
    "footer", "form", "header", "hgroup", "main", "nav", "ol", "section", "table", "tbody",
    "tfoot", "thead", "ul",
}  # fmt: skip
_IGNORED = {"head", "hr", "iframe", "noscript", "object", "script", "style", "svg", "template"}
_BLOCKS = _TEXT_BLOCKS | _GROUPS | _IGNORED | _HEADINGS.keys()
_LISTS = {"ul", "ol"}
_NOTE_ROLES = {"doc-endnotes", "doc-footnotes"}


@dataclass(frozen=True, slots=True)
class HtmlContent:
    """What a document.html holds: its blocks, notes, title element, and the faults found."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    title: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """What the elements around a block make of it."""

    kind: BlockKind = BlockKind.PARAGRAPH
    box: str | None = None


def read_document_html(source: str, path: Path) -> HtmlContent:
    """Read the text of a document.html; `path` is only named in faults.

    Faults that are errors: an id given twice, a note mark whose note does not exist. Warnings: a
    block without an id, a note that nothing refers to, a link to a place that does not exist.
    """
    soup = BeautifulSoup(source, "lxml")
    giver = IdGiver(str(tag["id"]) for tag in soup.find_all(id=True))
    reader = _Reader(giver)
    reader.read(soup.body or soup, _Place())
    faults = check_content(source, path, reader.blocks, reader.notes, giver.given)
    title = clean_text(soup.title.get_text()) if soup.title else ""
    return HtmlContent(tuple(reader.blocks), tuple(reader.notes), title, tuple(faults))


class _Reader:
    """Walks the tree once and gathers blocks and notes."""

    def __init__(self, giver: IdGiver) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self._giver = giver

    def read(self, parent: Tag, place: _Place) -> None:
        """Read the blocks inside an element that groups; loose text becomes a paragraph."""
        loose: list[PageElement] = []
        for child in parent.children:
            if isinstance(child, Tag) and child.name in _BLOCKS:
                self._add_loose(loose, place)
                self._read_block(child, place)
            else:
                loose.append(child)
        self._add_loose(loose, place)

    def _add_loose(self, loose: list[PageElement], place: _Place) -> None:
        inline = Inline()
        for child in loose:
            gather(child, inline)
        loose.clear()
        self._add_text("", inline, place)

    def _read_block(self, tag: Tag, place: _Place) -> None:
        if tag.name in _IGNORED:
            return
        if role(tag) in _NOTE_ROLES:
            self._read_notes(tag)
        elif tag.name in _HEADINGS:
            self._add_heading(tag, None, place)
        elif tag.name == "hgroup":
            self._read_hgroup(tag, place)
        elif tag.name in _LISTS:
            self._read_list(tag, 1, place)
        elif tag.name == "blockquote":
            self.read(tag, _Place(BlockKind.QUOTATION, place.box))
        elif tag.name == "aside":
            self.read(tag, _Place(BlockKind.ASIDE, identifier(tag) or self._giver.give("box")))
        elif tag.name in _TEXT_BLOCKS and not _has_blocks(tag):
            self._add_text(identifier(tag), inline_of(tag), place)
        else:
            self.read(tag, place)

    def _read_hgroup(self, tag: Tag, place: _Place) -> None:
        heading = tag.find(list(_HEADINGS))
        if heading is None:
            self.read(tag, place)
            return
        byline = clean_text(" ".join(p.get_text() for p in tag.find_all("p"))).replace("\n", " ")
        self._add_heading(heading, byline or None, place)

    def _add_heading(self, tag: Tag, byline: str | None, place: _Place) -> None:
        text, spans, marks = inline_of(tag).result()
        if text:
            block_id = identifier(tag) or self._giver.give("h")
            level = _HEADINGS[tag.name]
            self.blocks.append(
                Block(
                    block_id,
                    BlockKind.HEADING,
                    text,
                    level=level,
                    byline=byline,
                    box=place.box,
                    spans=spans,
                    marks=marks,
                )
            )

    def _add_text(self, block_id: str, inline: Inline, place: _Place) -> None:
        text, spans, marks = inline.result()
        if text or marks:
            block_id = block_id or self._giver.give("p")
            self.blocks.append(
                Block(block_id, place.kind, text, box=place.box, spans=spans, marks=marks)
            )

    def _read_list(self, tag: Tag, level: int, place: _Place) -> None:
        for item, number in _numbered_items(tag):
            nested = [c for c in item.children if isinstance(c, Tag) and c.name in _LISTS]
            inline = inline_of(item, leave_out=nested)
            label = attribute(item, "data-label")
            if label is None and tag.name == "ol":
                label = f"{number}."
            self._add_item(item, inline, level, label, place)
            for child in nested:
                self._read_list(child, level + 1, place)

    def _add_item(
        self, item: Tag, inline: Inline, level: int, label: str | None, place: _Place
    ) -> None:
        text, spans, marks = inline.result()
        if text or marks:
            block_id = identifier(item) or self._giver.give("p")
            self.blocks.append(
                Block(
                    block_id,
                    BlockKind.ITEM,
                    text,
                    level=level,
                    label=label,
                    box=place.box,
                    spans=spans,
                    marks=marks,
                )
            )

    def _read_notes(self, tag: Tag) -> None:
        for element in _outer_lists(tag):
            for item, number in _numbered_items(element):
                text, spans, marks = inline_of(item).result()
                missing = item.has_attr("data-missing") and not text
                self.notes.append(
                    Note(
                        identifier(item) or self._giver.give("fn"),
                        attribute(item, "data-label") or str(number),
                        None if missing else text,
                        spans,
                        marks,
                    )
                )


def _has_blocks(tag: Tag) -> bool:
    return any(isinstance(child, Tag) and child.name in _BLOCKS for child in tag.children)


def _outer_lists(tag: Tag) -> Iterator[Tag]:
    """The lists of notes in a section of notes, not the lists inside notes."""
    for element in tag.find_all("ol"):
        if element.find_parent("li") is None:
            yield element


def _numbered_items(tag: Tag) -> Iterator[tuple[Tag, int]]:
    """The items of a list with their numbers, as a browser counts them."""
    number = _whole_number(attribute(tag, "start"), 1) - 1
    for item in tag.children:
        if isinstance(item, Tag) and item.name == "li":
            number = _whole_number(attribute(item, "value"), number + 1)
            yield item, number


def _whole_number(text: str | None, default: int) -> int:
    text = (text or "").strip()
    return int(text) if text.isascii() and text.isdigit() else default
