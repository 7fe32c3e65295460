"""The importer of plain text taken from PDFs: the steps in their order."""

from __future__ import annotations

from pathlib import Path

from archive.errors import ImportFailedError
from archive.importers.identifiers import propose_id
from archive.importers.plain.abbreviations import take_abbreviations
from archive.importers.plain.assemble import assemble
from archive.importers.plain.back_matter import back_matter_start
from archive.importers.plain.boxes import with_boxes
from archive.importers.plain.columns import unfold_columns
from archive.importers.plain.contents import take_contents
from archive.importers.plain.decode import NotTextError, decode
from archive.importers.plain.fragments import fragments
from archive.importers.plain.front_matter import body_start
from archive.importers.plain.furniture import take_furniture
from archive.importers.plain.glyphs import repair_glyphs
from archive.importers.plain.headings import with_headings
from archive.importers.plain.items import with_items
from archive.importers.plain.lines import read_lines
from archive.importers.plain.note_bodies import take_notes
from archive.importers.plain.paragraphs import make_whole
from archive.importers.plain.pull_quotes import drop_pull_quotes
from archive.importers.plain.quotations import with_quotations
from archive.importers.plain.tight import part_tight
from archive.importers.plain.title_page import read_title_page
from archive.importers.plain.words import Vocabulary
from archive.importers.protocol import ImportOverrides, ImportResult, Source
from archive.importers.report import ImportReport, counts_of
from archive.metadata import Metadata
from archive.models import Block, Document

__all__ = ["TextImporter"]


class TextImporter:
    """Reads plain text, as tools extract it from PDFs."""

    name = "text"

    def recognises(self, head: bytes, name: str) -> float:
        """Say how sure it is that the file is plain text."""
        del name
        if head.startswith(
            (b"%PDF", b"PK", b"\x7fELF", b"\x89PNG", b"\xff\xd8", b"GIF8", b"\xd0\xcf")
        ):
            return 0.0
        if b"\x00" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
            return 0.2
        return 0.5

    def read(self, source: Source, overrides: ImportOverrides) -> ImportResult:
        """Read the text of a PDF as a document.

        Raises:
            ImportFailedError: the file holds no text.
        """
        try:
            decoded = decode(source.content)
        except NotTextError as error:
            raise ImportFailedError(error.problem, path=source.path, remedy=error.remedy) from error
        repaired = repair_glyphs(unfold_columns(read_lines(decoded.text)))
        vocabulary = Vocabulary.of(line.text for line in repaired.lines)
        furniture = take_furniture(repaired.lines)
        contents = take_contents(furniture.lines)
        abbreviations = take_abbreviations(contents.lines, contents.keys)
        notes = take_notes(abbreviations.lines)
        drafts = with_headings(with_items(part_tight(fragments(notes.lines), contents.keys)), contents.keys, vocabulary)
        start = body_start(drafts, max(contents.after, abbreviations.after))
        end = back_matter_start(drafts)
        page = read_title_page(drafts[:start], drafts[start:end], furniture.heads, repaired.lines, vocabulary)
        quotes = drop_pull_quotes(drafts[start:end])
        whole = with_quotations(make_whole(with_boxes(quotes.drafts), vocabulary))
        made = assemble(whole, notes, vocabulary)
        title = overrides.title or page.title or _provisional_title(made.blocks, source.path)
        metadata = Metadata(
            title=title,
            subtitle=page.subtitle,
            authors=page.authors if overrides.authors is None else overrides.authors,
            publisher=page.publisher,
            date=overrides.date or page.date,
            missions=overrides.missions or (),
            themes=overrides.themes or (),
            source={"file": source.path.name},
            abbreviations=abbreviations.forms,
        )
        document = Document(
            overrides.id or propose_id(title, source.path.stem), metadata, made.blocks, made.notes
        )
        doubts = (*repaired.doubts, *notes.doubts, *made.doubts)
        report = ImportReport(
            importer=self.name,
            source=source.path.name,
            encoding=decoded.encoding,
            repairs=repaired.repairs,
            doubts=doubts,
            evidence=page.evidence,
            omissions=(*quotes.omissions, *notes.omissions),
            counts=counts_of(document, doubts),
        )
        return ImportResult(document, report)


def _provisional_title(blocks: tuple[Block, ...], path: Path) -> str:
    """The first words of the text, until a person gives a title."""
    words = blocks[0].text.split() if blocks else []
    return f"{' '.join(words[:8])}…" if words else path.stem
