"""The importer of PDFs: the steps in their order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from archive.errors import ImportFailedError
from archive.importers.identifiers import propose_id
from archive.importers.pdf.boxes import Box, find_boxes
from archive.importers.pdf.drafting import drafts_of
from archive.importers.pdf.front import FrontMatter, find_front_matter
from archive.importers.pdf.furniture import furniture
from archive.importers.pdf.lines import PrintedLine, page_lines
from archive.importers.pdf.metadata import cover_drafts, describe
from archive.importers.pdf.notes import PrintedNotes, find_notes
from archive.importers.pdf.pull_quotes import find_pull_quotes
from archive.importers.pdf.reading import PdfContent, UnreadablePdfError, read_pdf
from archive.importers.pdf.reporting import Pages
from archive.importers.pdf.typography import Typography, read_typography
from archive.importers.plain.assemble import assemble
from archive.importers.plain.author_date import find_author_dates
from archive.importers.plain.back_matter import back_matter_start
from archive.importers.plain.drafts import Draft
from archive.importers.plain.front_matter import body_start
from archive.importers.plain.words import Vocabulary
from archive.importers.protocol import ImportOverrides, ImportResult, Source
from archive.importers.report import ImportReport, Omission, counts_of
from archive.metadata import Metadata
from archive.models import Document

__all__ = ["PdfImporter"]


class PdfImporter:
    """Reads PDFs that hold text: type and place on the page tell what is what."""

    name = "pdf"

    def recognises(self, head: bytes, name: str) -> float:
        """Say how sure it is that the file is a PDF."""
        del name
        return 1.0 if b"%PDF-" in head[:1024] else 0.0

    def read(self, source: Source, overrides: ImportOverrides) -> ImportResult:
        """Read a PDF as a document.

        Raises:
            ImportFailedError: the file is encrypted, damaged, or holds no text.
        """
        try:
            content = read_pdf(source.content)
        except UnreadablePdfError as error:
            raise ImportFailedError(error.problem, path=source.path, remedy=error.remedy) from error
        parts = _parted(content)
        vocabulary = Vocabulary.of(line.text for line in parts.read)
        drafts = drafts_of(parts.text, parts.boxes, parts.typography, vocabulary)
        start, end = body_start(drafts, parts.front.lists_end), back_matter_start(drafts)
        body = drafts[start:end]
        made = assemble(body, parts.notes.found, vocabulary, signs=parts.notes.signs)
        cover = [*cover_drafts(parts.front), *drafts[:start]]
        described = describe(parts.front, cover, body, parts.read, content.properties, vocabulary)
        metadata = _overridden(described.metadata, overrides, source)
        document = Document(
            overrides.id or propose_id(metadata.title, source.path.stem),
            metadata,
            made.blocks,
            made.notes,
        )
        pages = Pages(parts.lines)
        report = ImportReport(
            importer=self.name,
            source=source.path.name,
            doubts=pages.remarks(made.doubts),
            evidence=pages.evidence(described.evidence),
            author_dates=tuple(
                cited for passage in document.passages() for cited in find_author_dates(passage)
            ),
            links=made.links,
            omissions=pages.omissions(
                (
                    *parts.omissions,
                    *(_left_out("front matter", draft) for draft in drafts[:start]),
                    *(_left_out("back matter", draft) for draft in drafts[end:]),
                )
            ),
            counts=counts_of(document, made.doubts),
        )
        return ImportResult(document, report)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The lines of a PDF, told apart.

    Attributes:
        lines: all.
        read: all but page furniture.
        text: the running text.
        boxes: boxes beside it.
        notes: the bodies of notes.
        front: cover, contents, abbreviations.
        typography: how the text is set.
        omissions: what is left out, and why; the numbers are those of lines.
    """

    lines: list[PrintedLine]
    read: list[PrintedLine]
    text: list[PrintedLine]
    boxes: list[Box]
    notes: PrintedNotes
    front: FrontMatter
    typography: Typography
    omissions: list[Omission]


def _parted(content: PdfContent) -> _Parts:
    """Tell the running text from all that stands around it."""
    lines = page_lines(content.pages)
    edges = furniture(lines)
    read = [line for line in lines if line.number not in edges]
    boxes = find_boxes(content.pages, read)
    text = _without(read, (line.number for box in boxes for line in box.lines))
    typography = read_typography(text)
    front = find_front_matter(text, typography)
    text = _without(text, front.taken)
    notes = find_notes(content.pages, text, typography)
    text = _without(text, notes.taken)
    quotes = find_pull_quotes(text, typography)
    text = _without(text, (number for quote in quotes for number in quote.lines))
    omissions = [
        *(_omission("page furniture", line) for line in lines if line.number in edges),
        *(_omission(front.taken[line.number], line) for line in read if line.number in front.taken),
        *quotes,
    ]
    return _Parts(lines, read, text, boxes, notes, front, typography, omissions)


def _without(lines: Iterable[PrintedLine], numbers: Iterable[int]) -> list[PrintedLine]:
    gone = frozenset(numbers)
    return [line for line in lines if line.number not in gone]


def _omission(why: str, line: PrintedLine) -> Omission:
    return Omission(why, (line.number,), line.text)


def _left_out(why: str, draft: Draft) -> Omission:
    return Omission(why, tuple(line.number for line in draft.lines), draft.text)


def _overridden(metadata: Metadata, overrides: ImportOverrides, source: Source) -> Metadata:
    """The metadata with what a person says, and a title in any case."""
    return replace(
        metadata,
        title=overrides.title or metadata.title or source.path.stem,
        authors=metadata.authors if overrides.authors is None else overrides.authors,
        date=overrides.date or metadata.date,
        missions=overrides.missions or (),
        themes=overrides.themes or (),
        source={"file": source.path.name},
    )
