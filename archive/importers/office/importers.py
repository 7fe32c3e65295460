"""The importers of .docx, .odt, RTF and Markdown, which go through pandoc; and all the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from bs4 import BeautifulSoup
from bs4.element import Tag

from archive.errors import ImportFailedError
from archive.importers.markup.account import Account
from archive.importers.markup.documents import Article, make_document
from archive.importers.markup.findings import Finding, settle
from archive.importers.markup.reading import take_notes
from archive.importers.markup.refusals import RefusedError, refuse_larger
from archive.importers.markup.tree import drop_unsafe, limit_depth, parse_html
from archive.importers.office.epub import EpubImporter
from archive.importers.office.inputs import (
    Prepared,
    prepare_docx,
    prepare_markdown,
    prepare_odt,
    prepare_rtf,
)
from archive.importers.office.missing_notes import mark_missing_notes
from archive.importers.office.pandoc import (
    Converted,
    PandocError,
    PandocMissingError,
    convert_to_html,
)
from archive.importers.office.recognising import (
    looks_like_docx,
    looks_like_markdown,
    looks_like_odt,
    looks_like_rtf,
)
from archive.importers.office.stated import is_shown, stated_findings, title_page_findings
from archive.importers.office.tei import TeiImporter
from archive.importers.protocol import Importer, ImportOverrides, ImportResult, Source

__all__ = ["OFFICE_IMPORTERS", "PandocImporter"]

_MOST_MEGABYTES = 64


@dataclass(frozen=True)
class PandocImporter:
    """Reads one format through pandoc.

    Attributes:
        name: of the format.
        looks_like: says from the head and name of a file how sure it is of it.
        prepare: checks a file and makes it ready for pandoc.
        convert: lets pandoc read it; tests may put another in its place.
    """

    name: str
    looks_like: Callable[[bytes, str], float]
    prepare: Callable[[bytes], Prepared]
    convert: Callable[[bytes, str], Converted] = field(default=convert_to_html)

    def recognises(self, head: bytes, name: str) -> float:
        """Say how sure it is that the file has this format."""
        return self.looks_like(head, name)

    def read(self, source: Source, overrides: ImportOverrides) -> ImportResult:
        """Read a file as a document.

        Raises:
            ImportFailedError: it is damaged, unsafe, locked, too large or of another format, or
                pandoc is not installed.
        """
        account = Account()
        prepared = self._prepared(source)
        for doubt in prepared.doubts:
            account.doubted("encoding", doubt)
        converted = self._converted(source, prepared)
        for warning in converted.warnings:
            account.doubted("conversion", f"pandoc: {warning}")
        page = parse_html(converted.html)
        mark_missing_notes(page)
        findings = list(_findings(page, prepared))
        settled = settle(findings, overrides, source.path.stem, source.path.name)
        drop_unsafe(page)
        limit_depth(page, account)
        notes = take_notes(page, account)
        root: Tag = page.body or page
        article = Article(root, notes, settled, encoding=prepared.encoding)
        return make_document(article, self.name, source, overrides, account)

    def _prepared(self, source: Source) -> Prepared:
        refuse_larger(source, _MOST_MEGABYTES, "Save it without its pictures, or in parts.")
        try:
            return self.prepare(source.content)
        except RefusedError as error:
            raise error.at(source.path) from error

    def _converted(self, source: Source, prepared: Prepared) -> Converted:
        try:
            return self.convert(prepared.content, prepared.reader)
        except PandocMissingError as error:
            raise ImportFailedError(
                f"Files of the format '{self.name}' are read by pandoc, which is not installed.",
                path=source.path,
                remedy="Install it with: pip install 'peacearchive[office]'",
            ) from error
        except PandocError as error:
            raise ImportFailedError(
                f"The file cannot be read as {self.name}: {error}.",
                path=source.path,
                remedy="Open it in the program that made it, save it anew, and import that.",
            ) from error


def _findings(page: BeautifulSoup, prepared: Prepared) -> Iterator[Finding]:
    """Yield what is sure first: a book's data, what the text states; then what may be meant."""
    sure = [finding for finding in prepared.findings if finding.sure]
    unsure = [finding for finding in prepared.findings if not finding.sure]
    shown = [finding for finding in unsure if finding.field == "title" and is_shown(page, finding)]
    yield from sure
    yield from stated_findings(page)
    yield from shown
    yield from title_page_findings(page)
    yield from unsure


OFFICE_IMPORTERS: tuple[Importer, ...] = (
    PandocImporter("docx", looks_like_docx, prepare_docx),
    PandocImporter("odt", looks_like_odt, prepare_odt),
    EpubImporter(),
    PandocImporter("rtf", looks_like_rtf, prepare_rtf),
    PandocImporter("markdown", looks_like_markdown, prepare_markdown),
    TeiImporter(),
)
