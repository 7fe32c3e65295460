"""The importer of PDFs: the steps in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from archive.errors import ImportFailedError
from archive.importers.identifiers import propose_id
from archive.importers.pdf.drafting import drafts_of
from archive.importers.pdf.metadata import Described, cover_drafts, describe
from archive.importers.pdf.parting import part
from archive.importers.pdf.reading import PdfContent, read_pdf
from archive.importers.pdf.reporting import Pages
from archive.importers.plain.assemble import Assembled, assemble
from archive.importers.plain.author_date import find_author_dates
from archive.importers.plain.back_matter import back_matter_start
from archive.importers.plain.decode import NotTextError
from archive.importers.plain.drafts import Draft
from archive.importers.plain.front_matter import body_start, is_imprint
from archive.importers.plain.mark_candidates import raised_candidates
from archive.importers.protocol import ImportOverrides, ImportResult, Source
from archive.importers.report import Evidence, ImportReport, Omission, Remark, counts_of
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
        except NotTextError as error:
            raise ImportFailedError(error.problem, path=source.path, remedy=error.remedy) from error
        read = _read(content)
        metadata = _overridden(read.described.metadata, overrides, source)
        document = Document(
            overrides.id or propose_id(metadata.title, source.path.stem),
            metadata,
            read.made.blocks,
            read.made.notes,
        )
        report = ImportReport(
            importer=self.name,
            source=source.path.name,
            doubts=read.doubts,
            evidence=_with_given(read.described.evidence, overrides),
            omissions=read.omissions,
            author_dates=tuple(
                cited for passage in document.passages() for cited in find_author_dates(passage)
            ),
            links=read.made.links,
            counts=counts_of(document, read.doubts),
            unit="page",
        )
        return ImportResult(document, report)


@dataclass(frozen=True, slots=True)
class _Read:
    """What the steps made of a PDF; doubts and omissions name pages."""

    made: Assembled
    described: Described
    doubts: tuple[Remark, ...]
    omissions: tuple[Omission, ...]


def _read(content: PdfContent) -> _Read:
    """Take the pages through the steps."""
    parts = part(content)
    vocabulary = parts.vocabulary
    drafts = drafts_of(parts.text, parts.boxes, parts.typography, vocabulary)
    start = _start(drafts, parts.front.lists_end)
    end = _end(drafts, start)
    body = drafts[start:end]
    cover = [*cover_drafts(parts.front), *drafts[:start]]
    made = assemble(body, parts.notes.found, vocabulary, parts.notes.signs, raised_candidates)
    described = describe(parts.front, cover, body, parts.read, content.properties, vocabulary)
    pages = Pages(parts.lines)
    omissions = (
        *parts.omissions,
        *(_left_out("front matter", draft) for draft in drafts[:start]),
        *(_left_out("back matter", draft) for draft in drafts[end:]),
    )
    return _Read(
        made,
        replace(described, evidence=pages.evidence(described.evidence)),
        (*pages.remarks((*parts.notes.found.doubts, *made.doubts)), *_turned(content)),
        pages.omissions(omissions),
    )


def _start(drafts: Sequence[Draft], lists_end: int) -> int:
    """The position of the first draft of the text: an imprint may stand before it."""
    start = body_start(drafts, lists_end)
    return start if any(is_imprint(draft.text) for draft in drafts[:start]) else 0


def _end(drafts: Sequence[Draft], start: int) -> int:
    """The position after the last draft of the text; what is all there is, is no back matter."""
    end = back_matter_start(drafts)
    return end if end > start else len(drafts)


def _turned(content: PdfContent) -> Iterator[Remark]:
    """Pages on which words stand that cannot be read."""
    numbers = tuple(sheet.number for sheet in content.sheets if sheet.turned)
    if numbers:
        yield Remark("page", "words that do not run from left to right were left out", numbers)


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


def _with_given(evidence: tuple[Evidence, ...], overrides: ImportOverrides) -> tuple[Evidence, ...]:
    """The evidence, what a person says in place of what was found."""
    given = {
        "title": overrides.title,
        "author": overrides.authors and ", ".join(overrides.authors),
        "date": overrides.date and str(overrides.date),
    }
    found = [one for one in evidence if not given.get(one.field)]
    return (
        *found,
        *(Evidence(name, value, None, "") for name, value in given.items() if value),
    )
