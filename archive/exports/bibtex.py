"""BibTeX: entries of type `techreport`, in UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from archive.authors import Author
from archive.exports.items import Item

__all__ = ["bibtex"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
}
_UNMATCHED = {"{": r"\textbraceleft{}", "}": r"\textbraceright{}"}
_SPECIAL = re.compile(r"[\\{}^~$&%#_]")
_IN_ADDRESS = {"\\": "%5C", "{": "%7B", "}": "%7D"}


def bibtex(items: Iterable[Item]) -> str:
    """Return a BibTeX file.

    Braces of a text that do not match become commands, so that those of the file always do;
    titles stand in braces of their own, so that no style changes their capitals.
    """
    return "\n".join(_entry(item) for item in items)


def _entry(item: Item) -> str:
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(item))
    return f"@techreport{{{item.key},\n{fields}}}\n"


def _fields(item: Item) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{{{_escaped(item.title)}}}}}"
    if item.authors:
        yield "author", f"{{{' and '.join(map(_name, item.authors))}}}"
    texts = {
        "institution": item.institution,
        "address": item.place,
        "type": item.kind[:1].upper() + item.kind[1:],
        "number": item.number,
        "series": item.series,
        "year": None if item.date is None else f"{item.date.year:04}",
    }
    yield from _braced(texts)
    if item.date is not None and item.date.month is not None:
        yield "month", _MONTHS[item.date.month - 1]
    yield from _braced(
        {
            "doi": item.doi,
            "isbn": item.isbn,
            "language": item.language,
            "abstract": item.abstract,
            "keywords": ", ".join(item.keywords),
            "note": None if item.locator is None else item.locator.short,
        }
    )
    if item.url is not None:
        address = "".join(_IN_ADDRESS.get(one, one) for one in item.url)
        yield "url", f"{{{address}}}"


def _braced(texts: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    for name, text in texts.items():
        if text:
            yield name, f"{{{_escaped(text)}}}"


def _name(author: Author) -> str:
    """A person with the family name first; the braces of a body keep it whole."""
    if author.family is None:
        return f"{{{_escaped(author.name)}}}"
    parts = (author.family, author.suffix, author.given)
    return ", ".join(_escaped(part) for part in parts if part)


def _escaped(text: str) -> str:
    commands = _COMMANDS if _braces_match(text) else _COMMANDS | _UNMATCHED
    return _SPECIAL.sub(lambda match: commands[match[0]], text)


def _braces_match(text: str) -> bool:
    depth = 0
    for one in text:
        depth += (one == "{") - (one == "}")
        if depth < 0:
            return False
    return depth == 0
