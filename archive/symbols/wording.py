"""Resolutions as authors name them: `UNSCR 1325`, `resolutions 819, 824 and 836 (1993)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from archive.symbols.grammar import council_resolution, match_symbol
from archive.symbols.models import Symbol, SymbolMatch

__all__ = [
    "Body",
    "NumberedResolution",
    "dated_resolutions",
    "find_worded_resolutions",
    "numbered_resolutions",
]

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|"
    r"Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_YEAR = r"(?:19|20)\d\d"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"\s*\((?:(?:{_DAY}\s+)?{_MONTH}(?:\s+{_DAY})?,?\s+)?(?P<bracketed>{_YEAR})\)"
    rf"|,?\s+(?:(?:of|dated|adopted\s+on)\s+)?"
    rf"(?:{_DAY}\s+{_MONTH},?|{_MONTH}\s+{_DAY},?)\s+(?P<dated>{_YEAR})\b"
)
_SYMBOL_PARTS = re.compile(
    r"(?:(?:ES-\d{1,2}|S-\d{1,2}|[1-9]\d{1,2})/[1-9]\d{0,3}(?:\s?[A-Z]\b)?|[1-9]\d{0,4}(?:\s[A-Z])?\s?\((?:E?S-)?[IVXL]+\))"
)
_NUMBER = re.compile(r"[1-9]\d{0,3}(?![\w/]|[.\u2010-\u2015-]\d)")
_MEASURE = re.compile(r"\s?(?:dpi|ppi|px|pixels?|x\s?\d|\u00d7|m|km|met(?:re|er)s?)\b")
_SEPARATOR = re.compile(r"\s*(?:[,;]|(?:and|or|&)(?=\s))\s*(?:(?:and|or|&)\s+)?")
_KEYWORD = re.compile(
    r"\b(?:(?:UN)?SCR(?P<many>s)?(?:\s+[Rr]esolution(?P<more>s)?)?"
    r"|(?:[Rr]esolution|RESOLUTION)(?P<plural>s|S)?|[Rr]es\b\.?)"
    r"(?:\s(?:[Nn]os?\.|[Nn]umbers?))?\s*(?=[1-9]|E?S-[1-9])"
)
_DATED = re.compile(r"\b[Rr]esolution(?=\s?\(|,?\s(?:of|dated|adopted\son)\s)")

_COUNCIL = r"(?:(?:(?:UN|U\.N\.|United\s+Nations)\s+)?(?:(?:Security\s+)?Council|SC)|UNSC)"
_ASSEMBLY = r"(?:(?:(?:UN|U\.N\.|United\s+Nations)\s+)?(?:(?:General\s+)?Assembly|GA)|UNGA)"
_RIGHTS_COUNCIL = r"(?:(?:(?:UN|U\.N\.|United\s+Nations)\s+)?Human\s+Rights\s+Council|(?:UN)?HRC)"
_BEFORE = re.compile(
    r"(?:(?P<foreign>(?:conflict|dispute|crisis|problem|image|screen|high|low|[Cc]ommission"
    r"|parliament|senate|house|congress|conference|committee|union|board|ecosoc|\b(?:AU|OAU|EU|PSC)"
    r"|social council|peace and security council|governing council)(?:['\u2019]s)?,?\s+)"
    rf"|\b(?P<rights>{_RIGHTS_COUNCIL})(?:['\u2019]s)?(?P<rights_comma>,)?\s+"
    rf"|\b(?P<council>{_COUNCIL})(?:['\u2019]s)?(?P<council_comma>,)?\s+"
    rf"|\b(?P<assembly>{_ASSEMBLY})(?:['\u2019]s)?(?P<assembly_comma>,)?\s+"
    r"|\b(?P<un>UN|U\.N\.|United\s+Nations)\s+)$",
    re.IGNORECASE,
)
_NO_BODY = frozenset(')];:"”’0123456789')
_LOOK_BACK = 60


class Body(Enum):
    """Whose resolution the words before it say it is."""

    COUNCIL = auto()
    ASSEMBLY = auto()
    RIGHTS_COUNCIL = auto()
    FOREIGN = auto()
    UNSAID = auto()


@dataclass(frozen=True, slots=True)
class NumberedResolution:
    """A resolution that a text names by a number.

    Attributes:
        body: whose it is said to be.
        number: as written, with its date.
        symbol: what it becomes, or None if the number names nothing that can be stored.
        start: where its name begins (code points).
        end: where it ends, half-open.
        dated: whether a year or a session stands with it.
    """

    body: Body
    number: str
    symbol: Symbol | None
    start: int
    end: int
    dated: bool


def find_worded_resolutions(text: str) -> Iterator[SymbolMatch]:
    """Find the resolutions a text names in words, in the order of the text.

    Each number of a list is a match of its own; the first begins with the words before it.
    Numbers under 100 without a year, and the resolutions of bodies that the grammar does not
    know, are not read.
    """
    for found in numbered_resolutions(text):
        if found.symbol is not None:
            yield SymbolMatch(found.symbol, found.start, found.end)


def numbered_resolutions(text: str) -> Iterator[NumberedResolution]:
    """Find all resolutions that a text names by a number, whether or not they can be stored."""
    for keyword in _KEYWORD.finditer(text):
        body, start = _body(text, keyword)
        plural = any(keyword[group] for group in ("many", "more", "plural"))
        yield from _read_list(text, start, keyword.end(), body, plural=plural)


def dated_resolutions(text: str) -> Iterator[tuple[Body, int, int]]:
    """Find the resolutions that a text names by a date alone: whose, and the offsets."""
    for keyword in _DATED.finditer(text):
        date = _DATE.match(text, keyword.end())
        if date is not None:
            body, start = _body(text, keyword)
            yield body, start, date.end()


def _body(text: str, keyword: re.Match[str]) -> tuple[Body, int]:
    """Whose resolution it is, and where its name begins."""
    if keyword[0].startswith(("UNSCR", "SCR")):
        return Body.COUNCIL, keyword.start()
    offset = max(0, keyword.start() - _LOOK_BACK)
    window = text[offset : keyword.start()]
    before = _BEFORE.search(window) if _ends_in_body(window) else None
    if before is None:
        return Body.UNSAID, keyword.start()
    if before["foreign"]:
        return Body.FOREIGN, keyword.start()
    apart = any(before[f"{group}_comma"] for group in ("rights", "council", "assembly"))
    start = keyword.start() if apart else offset + before.start()
    if before["rights"]:
        return Body.RIGHTS_COUNCIL, start
    if before["council"]:
        return Body.COUNCIL, start
    return (Body.ASSEMBLY if before["assembly"] else Body.UNSAID), start


def _ends_in_body(before: str) -> bool:
    """Whether the last word may be that of a body; it spares the search most of its work."""
    words = before.rsplit(None, 1)
    return bool(words) and before[-1].isspace() and words[-1].rstrip(",")[-1:] not in _NO_BODY


def _read_list(
    text: str, start: int, number: int, body: Body, *, plural: bool
) -> Iterator[NumberedResolution]:
    """Read the numbers from offset `number` on; the first match begins at `start`.

    A further number counts if it has a year, or if the word was in the plural and the list is
    still open: neither a year nor an "and" has closed it.
    """
    list_open = plural
    found = _read_one(text, number, body)
    while found is not None:
        symbol, end, dated = found
        yield NumberedResolution(body, text[number:end], symbol, start, end, dated)
        separator = _SEPARATOR.match(text, end)
        if separator is None:
            return
        start = number = separator.end()
        found = _read_one(text, start, body)
        if found is not None and not found[2] and (dated or not list_open):
            return
        list_open = list_open and separator[0].strip() in {",", ";"}


def _read_one(text: str, start: int, body: Body) -> tuple[Symbol | None, int, bool] | None:
    """Read one number.

    Returns:
        The symbol (None if the number names nothing that can be stored), the offset after it,
        and whether a year or a session stands with it; None if there is no number.
    """
    parts = _SYMBOL_PARTS.match(text, start)
    if parts is not None:
        series = "A/HRC/RES/" if body is Body.RIGHTS_COUNCIL else "A/RES/"
        if body is Body.UNSAID and parts[0].startswith("S-"):
            return None
        found = match_symbol(series + text[start : parts.end() + 8])
        if found is None or body in {Body.COUNCIL, Body.FOREIGN}:
            return None
        return found[0], start + found[1] - len(series), True
    number = _NUMBER.match(text, start)
    if number is None or _MEASURE.match(text, number.end()):
        return None
    date = _DATE.match(text, number.end())
    end = number.end() if date is None else date.end()
    year = None if date is None else int(date["bracketed"] or date["dated"])
    if body not in {Body.COUNCIL, Body.UNSAID} or (year is None and int(number[0]) < 100):
        return None, end, year is not None
    return council_resolution(int(number[0]), year), end, year is not None
