"""Metadata from the header of a TEI file."""

from __future__ import annotations

from collections.abc import Iterator

from bs4.element import Tag

from archive.importers.markup.account import lines_of
from archive.importers.markup.findings import Finding
from archive.importers.markup.tree import text_of, value_of

__all__ = ["header_findings"]

_PLACES = (
    ("title", ("titleStmt", "title")),
    ("author", ("titleStmt", "author")),
    ("date", ("sourceDesc", "date")),
    ("date", ("publicationStmt", "date")),
    ("date", ("creation", "date")),
    ("publisher", ("publicationStmt", "publisher")),
    ("publisher", ("publicationStmt", "authority")),
    ("rights", ("publicationStmt", "availability")),
    ("abstract", ("profileDesc", "abstract")),
)
_SUBTITLES = frozenset({"sub", "subordinate"})


def header_findings(root: Tag) -> Iterator[Finding]:
    """Yield what the header says, with its lines."""
    header = root.find("teiHeader")
    if header is None:
        return
    for field, (around, name) in _PLACES:
        for part in header.find_all(around):
            for element in part.find_all(name):
                yield from _found(field, element)
    for element in root.find_all("TEI"):
        yield Finding("language", value_of(element, "xml:lang"), "xml:lang", _line(element))


def _found(field: str, element: Tag) -> Iterator[Finding]:
    words = text_of(element)
    if field == "title" and value_of(element, "type") in _SUBTITLES:
        field = "subtitle"
    if field == "date":
        words = value_of(element, "when") or words
    yield Finding(field, words, f"teiHeader {element.name}", _line(element))


def _line(element: Tag) -> int | None:
    return next(iter(lines_of(element)), None)
