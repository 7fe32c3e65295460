"""The last step that importers of marked-up formats share: a document and its report."""

from __future__ import annotations

from dataclasses import dataclass

from bs4.element import Tag

from archive.errors import ImportFailedError
from archive.importers.identifiers import propose_id
from archive.importers.markup.account import Account
from archive.importers.markup.findings import Settled
from archive.importers.markup.notes import FoundNote
from archive.importers.markup.reading import TitlePage, read_blocks
from archive.importers.protocol import ImportOverrides, ImportResult, Source
from archive.importers.report import ImportReport, counts_of
from archive.models import Document

__all__ = ["Article", "make_document"]

_LONGEST_PARAGRAPH = 1 << 20


@dataclass(frozen=True, slots=True)
class Article:
    """What is left of a file when all around the text has been taken off.

    Attributes:
        root: the tree of the text.
        notes: taken out of it already.
        settled: the metadata and its evidence.
        base: the address of the page, or the empty text.
        encoding: of a text file, else None.
    """

    root: Tag
    notes: list[FoundNote]
    settled: Settled
    base: str = ""
    encoding: str | None = None


def make_document(
    article: Article, importer: str, source: Source, overrides: ImportOverrides, account: Account
) -> ImportResult:
    """Return the document of an article, and the report of its import.

    Raises:
        ImportFailedError: it holds no text, or a paragraph without end.
    """
    if any(len(string) > _LONGEST_PARAGRAPH for string in article.root.find_all(string=True)):
        raise ImportFailedError(
            "The file has a paragraph of more than a million characters.",
            path=source.path,
            remedy="Save it anew, with paragraphs.",
        )
    metadata = article.settled.metadata
    date = [] if metadata.date is None else [str(metadata.date), metadata.date.long]
    others = [value for value in (metadata.subtitle, metadata.publisher) if value]
    known = [*metadata.authors, *date, *others]
    title_page = TitlePage(article.settled.source_title, known)
    blocks, notes = read_blocks(article.root, article.notes, title_page, article.base, account)
    if not blocks:
        raise ImportFailedError(
            "The file holds no text.", path=source.path, remedy="Give a file with text in it."
        )
    document = Document(
        overrides.id or propose_id(metadata.title, source.path.stem), metadata, blocks, notes
    )
    report = ImportReport(
        importer=importer,
        source=source.path.name,
        encoding=article.encoding,
        repairs=tuple(account.repairs),
        doubts=tuple(account.doubts),
        evidence=article.settled.evidence,
        omissions=tuple(account.omissions),
        counts=counts_of(document, account.doubts),
    )
    return ImportResult(document, report)
