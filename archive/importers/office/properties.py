"""What a package says of itself: the Dublin Core of .docx, .odt and .epub."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from archive.importers.markup.findings import Finding
from archive.importers.markup.people import people
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
_DATES_OF_FILES = frozenset({"created", "creation-date", "date"})
_NO_TITLES = ("document", "microsoft word", "untitled", "unknown")


def package_findings(package: Package) -> Iterator[Finding]:
    """Yield what the package's own metadata say; what may be just the file's is not sure."""
    is_book = package.kind == "epub"
    for name, content in package.parts.items():
        if name.endswith(".opf") or name in ("docProps/core.xml", "meta.xml"):
            yield from _findings(name, content, is_book=is_book)


def _findings(part: str, content: bytes, *, is_book: bool) -> Iterator[Finding]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    root = etree.fromstring(content, parser) if content.strip() else None
    if root is None:
        return
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        field = _FIELDS.get(name)
        words = " ".join("".join(element.itertext()).split())
        if field is None or not words or (field == "title" and _is_no_title(words)):
            continue
        values = people(words) if field == "author" else [words]
        for value in values:
            sure = is_book or not (name in _DATES_OF_FILES or field == "author")
            yield Finding(field, value, f"{part} {name}", element.sourceline, sure=sure)


def _is_no_title(words: str) -> bool:
    return words.lower().startswith(_NO_TITLES)
