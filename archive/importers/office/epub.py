"""Books in EPUB: the pages of the spine, one after the other, with links from page to page.

They are not read through pandoc, which loses the places that links to notes lead to.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from bs4.element import Tag

from archive.importers.markup.account import Account
from archive.importers.markup.documents import Article, make_document
from archive.importers.markup.findings import settle
from archive.importers.markup.reading import take_notes
from archive.importers.markup.refusals import RefusedError
from archive.importers.markup.tree import (
    drop_unsafe,
    elements,
    limit_depth,
    new_tag,
    parse_html,
    value_of,
)
from archive.importers.markup.xml import XmlError, parse_xml
from archive.importers.office.packages import Package, open_package
from archive.importers.office.properties import package_findings
from archive.importers.office.recognising import looks_like_epub
from archive.importers.protocol import ImportOverrides, ImportResult, Source
from archive.importers.web.decoding import decode_page

__all__ = ["EpubImporter"]

_CONTAINER = "META-INF/container.xml"
_REMEDY = "Check it with a program that reads e-books, and save it anew."


@dataclass(frozen=True, slots=True)
class _Page:
    """A page of the spine: its path in the package, and its tree."""

    path: str
    tree: Tag


class EpubImporter:
    """Reads EPUB 2 and 3."""

    name = "epub"

    def recognises(self, head: bytes, name: str) -> float:
        """Say how sure it is that the file is a book in EPUB."""
        return looks_like_epub(head, name)

    def read(self, source: Source, overrides: ImportOverrides) -> ImportResult:
        """Read a book as a document.

        Raises:
            ImportFailedError: it is damaged, unsafe, protected, or no book.
        """
        account = Account()
        try:
            package = open_package(source.content)
            book = _bound(list(_pages(package)))
        except RefusedError as error:
            raise error.at(source.path) from error
        findings = package_findings(package)
        settled = settle(findings, overrides, source.path.stem, source.path.name)
        drop_unsafe(book)
        limit_depth(book, account)
        notes = take_notes(book, account)
        return make_document(Article(book, notes, settled), self.name, source, overrides, account)


def _pages(package: Package) -> Iterator[_Page]:
    """Yield the pages of the spine, but for the book's own contents."""
    try:
        container = parse_xml(package.parts.get(_CONTAINER, b""))
        root = container.find("rootfile")
        path = "" if root is None else value_of(root, "full-path")
        opf = parse_xml(package.parts.get(path, b""))
    except XmlError as error:
        raise RefusedError(f"The file is no book in EPUB: {error}.", _REMEDY) from error
    items = {value_of(item, "id"): item for item in opf.find_all("item")}
    for reference in opf.find_all("itemref"):
        item = items.get(value_of(reference, "idref"))
        if item is None or "nav" in value_of(item, "properties").split():
            continue
        page = posixpath.normpath(
            posixpath.join(posixpath.dirname(path), unquote(value_of(item, "href")))
        )
        decoded = decode_page(package.parts.get(page, b""))
        if decoded is not None:
            yield _Page(page, parse_html(decoded.text))


def _bound(pages: list[_Page]) -> Tag:
    """Put pages together; ids and links are given the number of their page."""
    numbers = {page.path: number for number, page in enumerate(pages)}
    book = new_tag("div")
    for page in pages:
        body = page.tree.find("body")
        if body is None:
            continue
        for tag in elements(body):
            _lead_on(tag, page.path, numbers)
        for navigation in body.find_all("nav"):
            navigation.extract()
        body.name = "div"
        body["id"] = f"page-{numbers[page.path]}"
        book.append(body.extract())
    return book


def _lead_on(tag: Tag, path: str, numbers: dict[str, int]) -> None:
    own = value_of(tag, "id") or (value_of(tag, "name") if tag.name == "a" else "")
    if own:
        tag["id"] = f"page-{numbers[path]}-{own}"
        del tag["name"]
    href = value_of(tag, "href")
    page, _, fragment = href.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(page)))
    number = numbers.get(target if page else path)
    if tag.name == "a" and href and number is not None:
        tag["href"] = f"#page-{number}" + (f"-{fragment}" if fragment else "")
