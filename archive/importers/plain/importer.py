"""The importer of plain text taken from PDFs: the steps in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.errors import ImportFailedError
from archive.importers.identifiers import propose_id
from archive.importers.plain.abbreviations import take_abbreviations
from archive.importers.plain.accounts import joins, taken_out
from archive.importers.plain.assemble import Assembled, assemble
from archive.importers.plain.author_date import find_author_dates
from archive.importers.plain.back_matter import back_matter_start
from archive.importers.plain.boxes import with_boxes
from archive.importers.plain.columns import unfold_columns
from archive.importers.plain.contents import take_contents
from archive.importers.plain.cover import read_cover
from archive.importers.plain.decode import NotTextError, decode
from archive.importers.plain.drafts import Draft
from archive.importers.plain.floating_labels import settle_labels
from archive.importers.plain.floats import part_floats, with_floats
from archive.importers.plain.fragments import fragments
from archive.importers.plain.front_matter import body_start
from archive.importers.plain.furniture import take_furniture
from archive.importers.plain.glyphs import repair_glyphs
from archive.importers.plain.headings import with_headings
from archive.importers.plain.hyphens import reveal_hyphens
from archive.importers.plain.items import with_items
from archive.importers.plain.line_ends import with_line_ends
from archive.importers.plain.lines import read_lines, with_places
from archive.importers.plain.loose_marks import attach_loose_marks
from archive.importers.plain.mended import mend_broken_lines
from archive.importers.plain.note_bodies import take_notes
from archive.importers.plain.paragraphs import make_whole
from archive.importers.plain.pull_quotes import drop_pull_quotes
from archive.importers.plain.quotations import with_quotations
from archive.importers.plain.sign_notes import take_sign_notes
from archive.importers.plain.tight import part_tight, tight_fullness
from archive.importers.plain.title_page import TitlePage, read_title_page
from archive.importers.plain.words import Vocabulary
from archive.importers.protocol import ImportOverrides, ImportResult, Source
from archive.importers.report import Evidence, ImportReport, Omission, Remark, counts_of
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
        read = _read_text(decoded.text)
        metadata, evidence = _metadata(read, source, overrides)
        made = read.assembled
        document = Document(
            overrides.id or propose_id(metadata.title, source.path.stem),
            metadata,
            made.blocks,
            made.notes,
        )
        doubts = (*read.doubts, *made.doubts, *_metadata_doubts(evidence))
        report = ImportReport(
            importer=self.name,
            source=source.path.name,
            encoding=decoded.encoding,
            repairs=(*(Remark("encoding", done) for done in decoded.repairs), *read.repairs),
            doubts=doubts,
            evidence=evidence,
            omissions=read.omissions,
            author_dates=tuple(
                cited for passage in document.passages() for cited in find_author_dates(passage)
            ),
            links=made.links,
            counts=counts_of(document, doubts),
        )
        return ImportResult(document, report)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the steps made of a text."""

    assembled: Assembled
    page: TitlePage
    abbreviations: dict[str, str]
    repairs: tuple[Remark, ...]
    doubts: tuple[Remark, ...]
    omissions: tuple[Omission, ...]


def _read_text(text: str) -> _Read:
    """Take a text through the steps."""
    read = with_line_ends(read_lines(text))
    repaired = repair_glyphs(
        with_places(attach_loose_marks(mend_broken_lines(unfold_columns(read))))
    )
    vocabulary = Vocabulary.of(line.text for line in repaired.lines)
    furniture = take_furniture(reveal_hyphens(repaired.lines, vocabulary))
    contents = take_contents(furniture.lines)
    abbreviations = take_abbreviations(contents.lines, contents.keys)
    settled = settle_labels(abbreviations.lines)
    signs = take_sign_notes(settled.lines)
    notes = take_notes(signs.lines, contents.keys)
    cover = read_cover(fragments(notes.lines), vocabulary)
    pieces = part_floats(cover.rest)
    items = with_items((*cover.groups, *part_tight(pieces, contents.keys)))
    drafts = with_headings(items, contents.keys, vocabulary)
    start = body_start(drafts, max(contents.after, abbreviations.after), contents.keys)
    end = max(start, back_matter_start(drafts))
    quotes = drop_pull_quotes(drafts[start:end])
    fullness = tight_fullness(pieces)
    boxed = with_boxes(with_floats(quotes.drafts), fullness)
    whole = make_whole(boxed, vocabulary, fullness)
    return _Read(
        assemble(with_quotations(whole, fullness), notes, vocabulary, signs.bodies),
        read_title_page(
            drafts[:start], drafts[start:end], furniture.heads, repaired.lines, vocabulary
        ),
        abbreviations.forms,
        repairs=(*repaired.repairs, *settled.repairs, *joins(quotes.drafts, whole)),
        doubts=(*repaired.doubts, *notes.doubts),
        omissions=(
            *taken_out(repaired.lines, abbreviations.lines),
            *(_left_out("front matter", draft) for draft in drafts[:start]),
            *quotes.omissions,
            *notes.omissions,
            *(_left_out("back matter", draft) for draft in drafts[end:]),
        ),
    )


def _left_out(why: str, draft: Draft) -> Omission:
    return Omission(why, tuple(line.number for line in draft.lines), draft.text)


def _metadata(
    read: _Read, source: Source, overrides: ImportOverrides
) -> tuple[Metadata, tuple[Evidence, ...]]:
    """What the text and the person say of the document; the person wins."""
    page = read.page
    title = overrides.title or page.title or _provisional_title(read.assembled.blocks, source.path)
    metadata = Metadata(
        title=title,
        subtitle=page.subtitle if overrides.title is None else None,
        authors=page.authors if overrides.authors is None else overrides.authors,
        publisher=page.publisher,
        date=overrides.date or page.date,
        missions=overrides.missions or (),
        themes=overrides.themes or (),
        source={"file": source.path.name},
        abbreviations=read.abbreviations,
    )
    given = {
        "title": overrides.title,
        "author": overrides.authors and ", ".join(overrides.authors),
        "date": overrides.date and str(overrides.date),
    }
    evidence = [found for found in page.evidence if not given.get(found.field)]
    evidence += [Evidence(name, value, None, "") for name, value in given.items() if value]
    return metadata, tuple(evidence)


def _metadata_doubts(evidence: Sequence[Evidence]) -> Iterator[Remark]:
    """What the text does not say, so that a person must."""
    known = {found.field for found in evidence}
    for name in ("title", "author", "date"):
        if name not in known:
            yield Remark("metadata", f"the text does not say its {name}: give it with --{name}")
    for found in evidence:
        if not found.sure and found.line is not None:
            text = f"{found.field} '{found.value}' is inferred: confirm it"
            yield Remark("metadata", text, (found.line,))


def _provisional_title(blocks: Sequence[Block], path: Path) -> str:
    """The first words of the text, until a person gives a title."""
    words = blocks[0].text.split() if blocks else []
    return f"{' '.join(words[:8])}…" if words else path.stem
