"""What a package says of itself: the Dublin Core of .docx, .odt and .epub."""

from __future__ import annotations

from collections.abc import Iterator

from archive.importers.markup.findings import Finding
from archive.importers.markup.people import people
from archive.importers.markup.tree import elements, text_of
from archive.importers.markup.xml import XmlError, parse_xml
from archive.importers.office.packages import Package

__all__ = ["package_findings"]

_FIELDS = {
    "title": "title",
    "creator": "author",
    "initial-creator": "author",
    "publisher": "publisher",
    "language": "language",
    "rights": "rights",
    "date": "date",
    "created": "date",
    "creation-date": "date",
}
_NO_TITLES = ("document", "microsoft word", "untitled", "unknown")


def package_findings(package: Package) -> Iterator[Finding]:
    """Yield what the package's own metadata say; a broken part says nothing.

    A book's data are about the book. Those of a word processor are about the file: whose machine
    it was written on, and when.
    """
    for name, content in package.parts.items():
        if name.endswith(".opf") or name in ("docProps/core.xml", "meta.xml"):
            yield from _findings(name, content, of_a_book=package.kind == "epub")


def _findings(part: str, content: bytes, *, of_a_book: bool) -> Iterator[Finding]:
    try:
        root = parse_xml(content)
    except XmlError:
        return
    for element in elements(root):
        field = _FIELDS.get(element.name)
        words = text_of(element)
        if field is None or not words or (field == "title" and _is_no_title(words)):
            continue
        for value in people(words) if field == "author" else [words]:
            yield Finding(field, value, f"{part} {element.name}", sure=of_a_book)


def _is_no_title(words: str) -> bool:
    return words.lower().startswith(_NO_TITLES)
