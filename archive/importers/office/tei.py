"""TEI XML: the text as HTML that the shared steps read, the header as metadata."""

from __future__ import annotations

from bs4 import BeautifulSoup

from archive.errors import ImportFailedError
from archive.importers.markup.account import Account
from archive.importers.markup.documents import Article, make_document
from archive.importers.markup.findings import settle
from archive.importers.markup.reading import take_notes
from archive.importers.markup.refusals import refuse_larger
from archive.importers.markup.tree import drop_unsafe, limit_depth, number_lines
from archive.importers.markup.xml import XmlError, parse_xml
from archive.importers.office.recognising import looks_like_tei
from archive.importers.office.tei_header import header_findings
from archive.importers.office.tei_text import text_to_html
from archive.importers.protocol import ImportOverrides, ImportResult, Source
from archive.importers.web.decoding import decode_head

__all__ = ["TeiImporter"]

_MOST_MEGABYTES = 64


class TeiImporter:
    """Reads TEI P5. Needs no pandoc, which writes TEI but does not read it."""

    name = "tei"

    def recognises(self, head: bytes, name: str) -> float:
        """Say how sure it is that the file is TEI."""
        return looks_like_tei(head, name)

    def read(self, source: Source, overrides: ImportOverrides) -> ImportResult:
        """Read a TEI file as a document.

        Raises:
            ImportFailedError: it is no well-formed TEI, or holds no text.
        """
        root = _parsed(source)
        number_lines(root, decode_head(source.content))
        account = Account()
        settled = settle(header_findings(root), overrides, source.path.stem, source.path.name)
        text = root.find("text")
        if text is None:
            raise ImportFailedError(
                "The file is no TEI: it has no element 'text'.",
                path=source.path,
                remedy="Give the TEI file of a document.",
            )
        text_to_html(text)
        drop_unsafe(text)
        limit_depth(text, account)
        notes = take_notes(text, account)
        return make_document(Article(text, notes, settled), self.name, source, overrides, account)


def _parsed(source: Source) -> BeautifulSoup:
    refuse_larger(source, _MOST_MEGABYTES, "Import it in parts.")
    try:
        return parse_xml(source.content)
    except XmlError as error:
        raise ImportFailedError(
            f"The file cannot be read as XML: {error}.",
            path=source.path,
            line=error.line,
            remedy="Check it with an XML editor, and mend it.",
        ) from error
