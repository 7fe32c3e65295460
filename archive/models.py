"""The words of the project as frozen dataclasses: document, block, note, mark, section, mention.

All offsets are code points into the plain `text` of a block or note, half-open. The plain text
holds no note marks: a mark is a place between two characters. Text is *clean* as `archive.text`
says; a line feed in it is a line break (in a block) or a paragraph break (in an item or note).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.metadata import Metadata

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "Note",
    "NoteMark",
    "NoteRef",
    "Passage",
    "Section",
    "Span",
    "SpanKind",
]


class BlockKind(StrEnum):
    """What a block is; the values are those of the JSON export."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    ASIDE = "aside"


class SpanKind(StrEnum):
    """Inline formatting that the archive keeps; the values are the HTML elements."""

    EMPHASIS = "em"
    STRONG = "strong"
    SUPERSCRIPT = "sup"
    SUBSCRIPT = "sub"
    LINK = "a"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A formatted stretch of a text, `start` to `end` (code points, half-open, not empty).

    Spans of one kind and `href` neither overlap nor touch, links never overlap each other, and no
    span holds a line feed: `archive.text.normal_spans` makes them so. `href` is for links only.
    """

    start: int
    end: int
    kind: SpanKind
    href: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class NoteMark:
    """The place in a text where the note with id `note` is referred to."""

    offset: int
    note: str


@dataclass(frozen=True, slots=True)
class Block:
    """One heading, paragraph, list item, quotation or paragraph of an aside.

    Attributes:
        id: never changes once given; unique among the blocks and notes of the document.
        kind: what the block is.
        text: clean plain text without note marks.
        level: depth of a heading (1 to 6) or of a list item (1 and up); 0 for other kinds. The
            first item of a list has level 1, and none is more than one deeper than that before.
        label: what stands before a list item, such as `3.` or `(b)`; None for a bullet.
        byline: the authors under the heading of a section by authors of its own.
        box: the id of the aside (a box of its own title and notes) the block stands in, or None.
            Paragraphs with a box are of kind ASIDE, and only they.
        spans: inline formatting, sorted.
        marks: note marks, sorted by offset; equal offsets keep the order of reading.
    """

    id: str
    kind: BlockKind
    text: str
    level: int = 0
    label: str | None = None
    byline: str | None = None
    box: str | None = None
    spans: tuple[Span, ...] = ()
    marks: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote. `text` is None when the note is *missing*: it has marks, no body.

    The label is what readers see (`12`, `*`); where numbering starts anew labels repeat, ids
    do not. A note's body may itself refer to notes and so has marks.
    """

    id: str
    label: str
    text: str | None
    spans: tuple[Span, ...] = ()
    marks: tuple[NoteMark, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteRef:
    """Where a note is referred to: the id of a block or note, and the offset in its text."""

    passage: str
    offset: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading of its level or above.

    Attributes:
        heading: the heading's block.
        start: index of the heading among the document's blocks.
        end: index after the last block of the section, subsections included.
        parent: id of the heading of the section around it, or None.
    """

    heading: Block
    start: int
    end: int
    parent: str | None


Passage = Block | Note


@dataclass(frozen=True)
class Document:
    """One publication: metadata, a sequence of blocks, and its notes in order."""

    id: str
    metadata: Metadata
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Passage]:
        """Every block and note by its id."""
        return {passage.id: passage for passage in self.passages()}

    @cached_property
    def refs(self) -> dict[str, tuple[NoteRef, ...]]:
        """For every note, by its id, the places that refer to it, in the order of reading."""
        found: dict[str, list[NoteRef]] = {note.id: [] for note in self.notes}
        for passage in self.passages():
            for mark in passage.marks:
                found.setdefault(mark.note, []).append(NoteRef(passage.id, mark.offset))
        return {note: tuple(refs) for note, refs in found.items()}

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The sections in the order of reading. Headings inside asides open none."""
        sections: list[Section] = []
        open_headings: list[tuple[Block, int, str | None]] = []

        def close(level: int, end: int) -> None:
            while open_headings and open_headings[-1][0].level >= level:
                heading, start, parent = open_headings.pop()
                sections.append(Section(heading, start, end, parent))

        for index, block in enumerate(self.blocks):
            if block.kind is BlockKind.HEADING and block.box is None:
                close(block.level, index)
                parent = open_headings[-1][0].id if open_headings else None
                open_headings.append((block, index, parent))
        close(0, len(self.blocks))
        return tuple(sorted(sections, key=lambda section: section.start))

    @cached_property
    def section_paths(self) -> dict[str, tuple[str, ...]]:
        """For every block, by its id, the texts of the headings above it, outermost first.

        A heading's own text is the last of its path.
        """
        paths: dict[str, tuple[str, ...]] = {}
        stack: list[Block] = []
        for block in self.blocks:
            if block.kind is BlockKind.HEADING and block.box is None:
                while stack and stack[-1].level >= block.level:
                    stack.pop()
                stack.append(block)
            paths[block.id] = tuple(heading.text for heading in stack)
        return paths

    def passages(self) -> Iterator[Passage]:
        """Every block, then every note."""
        yield from self.blocks
        yield from self.notes
