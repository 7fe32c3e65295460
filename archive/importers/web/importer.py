"""The importer of web pages: the steps in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.element import Tag

from archive.errors import ImportFailedError
from archive.importers.markup.account import Account
from archive.importers.markup.documents import Article, make_document
from archive.importers.markup.findings import Finding, Settled, settle
from archive.importers.markup.notes import FoundNote
from archive.importers.markup.reading import take_notes
from archive.importers.markup.refusals import refuse_larger
from archive.importers.markup.tree import (
    drop_unsafe,
    limit_depth,
    number_lines,
    parse_html,
    value_of,
)
from archive.importers.protocol import ImportOverrides, ImportResult, Source
from archive.importers.web.article import find_article
from archive.importers.web.decoding import DecodedPage, decode_head, decode_page
from archive.importers.web.json_ld import json_ld
from archive.importers.web.meta_tags import citation_tags, dublin_core, open_graph, plain_tags
from archive.importers.web.visible import visible_findings

__all__ = ["WebImporter"]

_MOST_MEGABYTES = 16
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html\b)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(
    r"<(?:p|div|h[1-6]|ul|ol|li|table|article|main|section|body|head|meta|title|a|br|span)\b[^<>]*>",
    re.IGNORECASE,
)
_FEWEST_TAGS = 3


class WebImporter:
    """Reads web pages, as a browser or a program saved them."""

    name = "web"

    def recognises(self, head: bytes, name: str) -> float:
        """Say how sure it is that the file is a web page."""
        del name
        text = decode_head(head)
        if _PAGE.match(text):
            return 0.95
        if text.lstrip().startswith("<") and not text.lstrip().startswith("<?xml"):
            return 0.8 if len(_TAG.findall(text)) >= _FEWEST_TAGS else 0.0
        return 0.0

    def read(self, source: Source, overrides: ImportOverrides) -> ImportResult:
        """Read a web page as a document.

        Raises:
            ImportFailedError: the file is too large, is no text, or holds no article.
        """
        decoded = _decoded(source)
        account = Account()
        for doubt in decoded.doubts:
            account.doubted("encoding", doubt)
        page = parse_html(decoded.text)
        number_lines(page, decoded.text)
        settled = settle(_findings(page, account), overrides, source.path.stem, source.path.name)
        base = _base(page, settled)
        drop_unsafe(page)
        limit_depth(page, account)
        notes = take_notes(page, account)
        marked = _marked(page)
        article = find_article(page, account)
        notes = _notes_of(article, notes, marked, account)
        made = Article(article, notes, settled, base, decoded.encoding)
        return make_document(made, self.name, source, overrides, account)


def _decoded(source: Source) -> DecodedPage:
    refuse_larger(source, _MOST_MEGABYTES, "Save just the article, or split it.")
    decoded = decode_page(source.content)
    if decoded is None:
        raise ImportFailedError(
            "The file is binary, not a web page.",
            path=source.path,
            remedy="Save the page as HTML.",
        )
    return decoded


def _findings(page: BeautifulSoup, account: Account) -> Iterator[Finding]:
    """Yield what the page says of itself, the surest source first."""
    yield from citation_tags(page)
    yield from json_ld(page, account)
    yield from dublin_core(page)
    yield from open_graph(page)
    yield from visible_findings(page)
    yield from plain_tags(page)


def _base(page: BeautifulSoup, settled: Settled) -> str:
    """The address against which links of the page are resolved."""
    base = page.find("base", href=True)
    return value_of(base, "href") if base is not None else settled.metadata.source.get("url", "")


def _marked(tree: Tag) -> set[str]:
    marks = tree.find_all("a", role="doc-noteref")
    return {value_of(mark, "href").removeprefix("#") for mark in marks}


def _notes_of(
    article: Tag, notes: list[FoundNote], marked: set[str], account: Account
) -> list[FoundNote]:
    """The notes of the article: those of what stands around it are left out with it."""
    gone = marked - _marked(article)
    for note in notes:
        if note.id in gone and note.body is not None:
            account.left_out("note of what was left out", note.body)
    return [note for note in notes if note.id not in gone]
