"""The lines of a PDF told apart: running text, boxes, notes, front matter, furniture."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from archive.importers.pdf.boxes import Box, find_boxes
from archive.importers.pdf.front import FrontMatter, find_front_matter
from archive.importers.pdf.furniture import furniture
from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.notes import PrintedNotes, find_notes
from archive.importers.pdf.ornaments import ornaments, with_typed_rules
from archive.importers.pdf.pull_quotes import find_pull_quotes
from archive.importers.pdf.reading import PdfContent
from archive.importers.pdf.sizes import one_size_each
from archive.importers.pdf.typography import Typography, read_typography
from archive.importers.plain.words import Vocabulary
from archive.importers.report import Omission

__all__ = ["Parts", "part"]


@dataclass(frozen=True, slots=True)
class Parts:
    """The lines of a PDF, told apart.

    Attributes:
        lines: all.
        read: all but page furniture.
        text: the running text.
        boxes: boxes beside it.
        notes: the bodies of notes.
        front: cover, contents, abbreviations.
        typography: how the text is set.
        vocabulary: the words of the document.
        omissions: what is left out, and why; the numbers are those of lines.
    """

    lines: list[PrintedLine]
    read: list[PrintedLine]
    text: list[PrintedLine]
    boxes: list[Box]
    notes: PrintedNotes
    front: FrontMatter
    typography: Typography
    vocabulary: Vocabulary
    omissions: list[Omission]


def part(content: PdfContent) -> Parts:
    """Tell the running text from all that stands around it."""
    lines = one_size_each(content.lines)
    signs = ornaments(lines)
    sheets = with_typed_rules(content.sheets, lines)
    edges = furniture(_without(lines, signs))
    read = _without(lines, signs | edges)
    boxes = find_boxes(sheets, read)
    text = _without(read, (line.number for box in boxes for line in box.lines))
    typography = read_typography(text)
    vocabulary = Vocabulary.of(line.text for line in read)
    front = find_front_matter(text, typography, vocabulary)
    text = _without(text, front.taken)
    notes = find_notes(sheets, text, typography)
    text = _without(text, notes.taken)
    # Notes as large as the text may have a leading of their own.
    typography = read_typography(text) if text else typography
    quotes = find_pull_quotes(text, typography)
    text = _without(text, (number for quote in quotes for number in quote.lines))
    omissions = [
        *(_omission("page furniture", line) for line in lines if line.number in edges),
        *(_omission("ornament", line) for line in lines if line.number in signs),
        *(_omission(front.taken[line.number], line) for line in read if line.number in front.taken),
        *quotes,
    ]
    return Parts(lines, read, text, boxes, notes, front, typography, vocabulary, omissions)


def _without(lines: Iterable[PrintedLine], numbers: Iterable[int]) -> list[PrintedLine]:
    gone = frozenset(numbers)
    return [line for line in lines if line.number not in gone]


def _omission(why: str, line: PrintedLine) -> Omission:
    return Omission(why, (line.number,), line.text)
