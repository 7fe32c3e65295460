"""The importer of PDFs: the steps in their order."""

from __future__ import annotations

from dataclasses import replace

from archive.errors import ImportFailedError
from archive.importers.identifiers import propose_id
from archive.importers.pdf.boxes import find_boxes
from archive.importers.pdf.drafting import drafts_of
from archive.importers.pdf.front import find_front_matter
from archive.importers.pdf.furniture import furniture
from archive.importers.pdf.lines import page_lines
from archive.importers.pdf.notes import find_notes
from archive.importers.pdf.reading import UnreadablePdfError, read_pdf
from archive.importers.pdf.typography import read_typography
from archive.importers.plain.assemble import assemble
from archive.importers.plain.words import Vocabulary
from archive.importers.protocol import ImportOverrides, ImportResult, Source
from archive.importers.report import ImportReport, counts_of
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
        lines = page_lines(content.pages)
        edges = furniture(lines)
        lines = read = [line for line in lines if line.number not in edges]
        boxes = find_boxes(content.pages, lines)
        boxed = {line.number for box in boxes for line in box.lines}
        lines = [line for line in lines if line.number not in boxed]
        typography = read_typography(lines)
        notes = find_notes(content.pages, lines, typography)
        lines = [line for line in lines if line.number not in notes.taken]
        front = find_front_matter(lines, typography)
        lines = [line for line in lines if line.number not in front.taken]
        drafts = drafts_of(lines, boxes, typography)
        vocabulary = Vocabulary.of(line.text for line in read)
        made = assemble(drafts, notes.bodies, vocabulary)
        title = overrides.title or " ".join(line.text for line in front.title) or source.path.stem
        document = Document(
            overrides.id or propose_id(title, source.path.stem),
            Metadata(title), made.blocks, made.notes
        )
        report = ImportReport(
            importer=self.name, source=source.path.name, doubts=made.doubts,
            counts=counts_of(document, made.doubts),
        )
        return ImportResult(document, report)
