"""Random documents of which every block, note and mark is known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from random import Random

from archive import Block, BlockKind, Document, Metadata, Note, NoteMark, PartialDate
from tests.archive.importers.generated.wording import body_text, heading_text, name, sentences

__all__ = ["Shape", "make_truth"]

_MARK_PLACES = re.compile(r"(?<=[.?,])(?=\s|$)|(?<=[a-z]{3})(?=\s)|(?<=-making)(?=\s)")


@dataclass(frozen=True, slots=True)
class Shape:
    """What a generated document is like.

    Attributes:
        chapters: headings of level 1.
        anew: notes are counted anew in each chapter.
        numbered: headings carry numbers, also in their text.
        long_notes: now and then a note is long enough to run over a page.
        bylines: chapters have authors of their own.
        notes_in_boxes: the text in boxes has notes.
    """

    chapters: int = 4
    anew: bool = False
    numbered: bool = False
    long_notes: bool = True
    bylines: bool = False
    notes_in_boxes: bool = True


def make_truth(seed: int, shape: Shape = Shape()) -> Document:
    """Return the document that belongs to a seed."""
    random = Random(seed)  # noqa: S311 -- it must give the same document every time
    return _Maker(random, shape).document(f"generated-{seed}")


@dataclass
class _Maker:
    """Builds one document; notes are numbered as they are met."""

    random: Random
    shape: Shape
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    counted: int = 0
    boxes: int = 0

    def document(self, identifier: str) -> Document:
        title = heading_text(self.random, 6)
        authors = tuple(dict.fromkeys(name(self.random) for _ in range(2)))
        for chapter in range(1, self.shape.chapters + 1):
            self.chapter(chapter)
        metadata = Metadata(
            title,
            authors=authors,
            publisher="Belmora Institute",
            date=PartialDate(self.random.randint(1995, 2019), self.random.randint(1, 12)),
        )
        return Document(identifier, metadata, tuple(self.blocks), tuple(self.notes))

    def chapter(self, number: int) -> None:
        if self.shape.anew:
            self.counted = 0
        self.heading(1, f"{number}.", self.random.choice((3, 6, 14)))
        if self.shape.bylines:
            self.blocks[-1] = replace(self.blocks[-1], byline=name(self.random))
        self.flow(self.random.randint(2, 4))
        for section in range(1, self.random.randint(1, 3)):
            self.heading(2, f"{number}.{section}", self.random.choice((3, 6)))
            self.flow(self.random.randint(2, 4))
            if self.random.random() < 0.4:
                self.heading(3, f"{number}.{section}.1", 3)
                self.flow(2)

    def heading(self, level: int, number: str, words: int) -> None:
        text = heading_text(self.random, words)
        self.add(
            BlockKind.HEADING, f"{number} {text}" if self.shape.numbered else text, level=level
        )

    def flow(self, paragraphs: int) -> None:
        """Add paragraphs, and among them lists, quotations and boxes."""
        for _ in range(paragraphs):
            self.paragraph()
            chance = self.random.random()
            if chance < 0.14:
                self.list_of(self.random.randint(2, 5))
                self.paragraph()
            elif chance < 0.26:
                self.marked(BlockKind.QUOTATION, " ".join(sentences(self.random, 2, 4)), 0.02)
                self.paragraph()
            elif chance < 0.32:
                self.box()
                self.paragraph()

    def paragraph(self) -> None:
        self.marked(BlockKind.PARAGRAPH, " ".join(sentences(self.random, 3, 8)), 0.03)

    def list_of(self, items: int) -> None:
        form = self.random.choice(("•", "{}.", "({})"))
        self.blocks[-1] = self.ended(self.blocks[-1])
        for number in range(1, items + 1):
            counted = chr(96 + number) if form == "({})" else str(number)
            label = None if form == "•" else form.format(counted)
            text = " ".join(sentences(self.random, 1, 3))
            self.marked(BlockKind.ITEM, text, 0.02, level=1, label=label)

    def ended(self, block: Block) -> Block:
        """Let a paragraph lead to a list."""
        lead = " ".join(sentences(self.random, 1, 1))[:-1] + ":"
        return Block(block.id, block.kind, f"{block.text} {lead}", marks=block.marks)

    def box(self) -> None:
        self.boxes += 1
        box = f"box{self.boxes}"
        title = f"Box {self.boxes}. {heading_text(self.random, 4)}"
        self.add(BlockKind.HEADING, title, level=3, box=box)
        for _ in range(self.random.randint(1, 2)):
            chance = 0.02 if self.shape.notes_in_boxes else 0.0
            self.marked(BlockKind.ASIDE, " ".join(sentences(self.random, 2, 4)), chance, box=box)

    def marked(self, kind: BlockKind, text: str, chance: float, **fields: object) -> None:
        """Add a block, with a note mark at some of the places where one can stand."""
        marks: list[NoteMark] = []
        for place in _MARK_PLACES.finditer(text):
            likely = chance * (8 if text[place.start() - 1] in ".?," else 0.4)
            if text.endswith("-making", 0, place.start()):
                likely = chance * 10
            if self.random.random() < likely:
                marks += [NoteMark(place.start(), self.note())]
                if self.random.random() < 0.06:
                    marks += [NoteMark(place.start(), self.note())]
        self.add(kind, text, marks=tuple(marks), **fields)

    def note(self) -> str:
        self.counted += 1
        long = self.shape.long_notes and self.random.random() < 0.06
        text = body_text(self.random, 8, 14) if long else body_text(self.random)
        self.notes.append(Note(f"fn{len(self.notes) + 1}", str(self.counted), text))
        return self.notes[-1].id

    def add(self, kind: BlockKind, text: str, **fields: object) -> None:
        self.blocks.append(Block(f"b{len(self.blocks) + 1}", kind, text, **fields))  # type: ignore[arg-type]
