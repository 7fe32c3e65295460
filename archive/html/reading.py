"""document.html to the model, with every fault found on the way.

Beyond what `write_document_html` writes, this reads what people and pandoc write: elements that
group (`div`, `section`, `main`) are looked through, blocks without an id are given one, and
paragraphs inside a list item or a note become paragraphs of its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bs4 import BeautifulSoup, CData, Comment, NavigableString, Tag
from bs4.element import PreformattedString

from archive.faults import Fault, Severity
from archive.models import Block, BlockKind, Note, NoteMark, Span, SpanKind
from archive.text import fold, normal_spans

__all__ = ["HtmlContent", "read_document_html"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPANS = {
    "em": SpanKind.EMPHASIS,
    "i": SpanKind.EMPHASIS,
    "cite": SpanKind.EMPHASIS,
    "strong": SpanKind.STRONG,
    "b": SpanKind.STRONG,
    "sup": SpanKind.SUPERSCRIPT,
    "sub": SpanKind.SUBSCRIPT,
    "a": SpanKind.LINK,
}
_TEXT_BLOCKS = {"p", "pre", "dt", "dd", "tr", "figcaption", "caption", "address"}
_PARAGRAPHS = _TEXT_BLOCKS | {"div", "section", "blockquote"}
_LISTS = {"ul", "ol"}
_IGNORED = {"script", "style", "head", "hr", "template", "noscript", "svg", "iframe", "object"}


@dataclass(frozen=True, slots=True)
class HtmlContent:
    """What a document.html holds: its blocks, notes, title element, and the faults found."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    title: str
    faults: tuple[Fault, ...]


def read_document_html(source: str, path: Path) -> HtmlContent:
    """Read the text of a document.html; `path` is only named in faults.

    Faults that are errors: an id given twice, a note mark whose note does not exist. Warnings: a
    block without an id, a note that nothing refers to, a link to a place that does not exist.
    """
    soup = BeautifulSoup(source, "lxml")
    reader = _Reader(source, path)
    reader.read(soup.body or soup)
    title = soup.title.get_text() if soup.title else ""
    reader.give_ids()
    reader.check()
    return HtmlContent(
        tuple(reader.blocks), tuple(reader.notes), fold(title)[0], tuple(reader.faults)
    )


@dataclass(slots=True)
class _Inline:
    """Text gathered from inline HTML, with offsets into it as it stands before folding."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def result(self) -> tuple[str, tuple[Span, ...], tuple[NoteMark, ...]]:
        text, offsets = fold("".join(self.pieces))
        spans = [
            Span(offsets[span.start], offsets[span.end], span.kind, span.href)
            for span in self.spans
        ]
        marks = tuple(NoteMark(offsets[mark.offset], mark.note) for mark in self.marks)
        return text, normal_spans(text, spans), marks


class _Reader:
    """Walks the tree once and gathers blocks, notes and faults."""

    def __init__(self, source: str, path: Path) -> None:
        self.source = source
        self.path = path
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.faults: list[Fault] = []

    def read(
        self, parent: Tag, *, kind: BlockKind = BlockKind.PARAGRAPH, box: str | None = None
    ) -> None:
        """Read the blocks inside an element that groups."""
        loose: list[Tag | NavigableString] = []
        for child in parent.children:
            if isinstance(child, NavigableString) or (
                isinstance(child, Tag) and not _is_block(child)
            ):
                loose.append(child)
                continue
            self._add_loose(loose, kind, box)
            if isinstance(child, Tag):
                self._read_block(child, kind, box)
        self._add_loose(loose, kind, box)

    def _add_loose(
        self, loose: list[Tag | NavigableString], kind: BlockKind, box: str | None
    ) -> None:
        """Text that stands in no paragraph of its own becomes one."""
        inline = _Inline()
        for child in loose:
            _gather(child, inline)
        loose.clear()
        self._add("", kind, inline, box=box)

    def _read_block(self, tag: Tag, kind: BlockKind, box: str | None) -> None:
        if tag.name in _IGNORED:
            return
        if _role(tag) in {"doc-endnotes", "doc-footnotes"}:
            self._read_notes(tag)
        elif tag.name in _HEADINGS:
            self._add_heading(tag, None, box)
        elif tag.name == "hgroup":
            self._read_hgroup(tag, box)
        elif tag.name in _LISTS:
            self._read_list(tag, 1, box)
        elif tag.name == "blockquote":
            self.read(tag, kind=BlockKind.QUOTATION, box=box)
        elif tag.name == "aside":
            self.read(tag, kind=BlockKind.ASIDE, box=_id(tag) or self._new_box())
        elif tag.name in _TEXT_BLOCKS and not any(
            _is_block(child) for child in tag.children if isinstance(child, Tag)
        ):
            self._add(_id(tag), kind, _inline_of(tag), box=box)
        else:
            self.read(tag, kind=kind, box=box)

    def _read_hgroup(self, tag: Tag, box: str | None) -> None:
        heading = tag.find(list(_HEADINGS))
        if not isinstance(heading, Tag):
            self.read(tag, box=box)
            return
        others = [c for c in tag.find_all("p") if isinstance(c, Tag)]
        byline = fold(" ".join(p.get_text() for p in others))[0].replace("\n", " ")
        self._add_heading(heading, byline or None, box)

    def _add_heading(self, tag: Tag, byline: str | None, box: str | None) -> None:
        self._add(
            _id(tag),
            BlockKind.HEADING,
            _inline_of(tag),
            level=_HEADINGS[tag.name],
            byline=byline,
            box=box,
        )

    def _read_list(self, tag: Tag, level: int, box: str | None) -> None:
        for item, number in _numbered_items(tag):
            label = _attribute(item, "data-label")
            if label is None and tag.name == "ol":
                label = f"{number}."
            inline = _Inline()
            nested: list[Tag] = []
            for child in item.children:
                if isinstance(child, Tag) and child.name in _LISTS:
                    nested.append(child)
                else:
                    _gather(child, inline)
            self._add(_id(item), BlockKind.ITEM, inline, level=level, label=label, box=box)
            for child in nested:
                self._read_list(child, level + 1, box)

    def _read_notes(self, tag: Tag) -> None:
        lists = [
            child for child in tag.find_all("ol") if isinstance(child, Tag) and not child.find_parent("li")
        ]
        for element in lists:
            for item, number in _numbered_items(element):
                text, spans, marks = _inline_of(item).result()
                label = _attribute(item, "data-label") or str(number)
                missing = item.has_attr("data-missing")
                self.notes.append(
                    Note(_id(item), label, None, (), marks)
                    if missing and not text
                    else Note(_id(item), label, text, spans, marks)
                )

    def _add(  # noqa: PLR0913 -- the fields of a block
        self,
        identifier: str,
        kind: BlockKind,
        inline: _Inline,
        *,
        level: int = 0,
        label: str | None = None,
        byline: str | None = None,
        box: str | None = None,
    ) -> None:
        text, spans, marks = inline.result()
        if not text and not marks:
            return
        self.blocks.append(Block(identifier, kind, text, level, label, byline, box, spans, marks))

    def _new_box(self) -> str:
        return f"box{len({block.box for block in self.blocks if block.box}) + 1}"
