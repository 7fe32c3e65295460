"""References by author and year: `(Moreau, 2011, p. 4)`, `Moreau and Lindt (2012)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.names import fold_letters
from archive.references.catalogue import Catalogue, Entry

__all__ = ["AuthorDate", "find_author_dates", "meant_by"]

_PARTICLE = r"(?:(?:al|bin|de|del|della|den|der|di|dos|du|el|la|le|ten|ter|van|von)[\s-]){0,2}"
_NAME = rf"{_PARTICLE}[^\W\d_a-z][\w'\u2019-]{{1,40}}"
_AND = r"(?:,?\s(?:and|&)\s|,\s)"
_NAMES = rf"(?<![\w'\u2019-])(?P<names>{_NAME}(?:{_AND}{_NAME}){{0,5}})(?P<others>,?\set\sal\b\.?)?"
_YEAR = r"(?:19|20)\d\d[a-z]?(?!\w)"
_YEARS = rf"(?P<years>{_YEAR}(?:,\s{_YEAR}){{0,5}})"
_PAGES = r"(?:[:,]\s?(?:pp?\.\s?)?\d[\d\s,\u2013-]{0,40})?"
_BRACKETS = re.compile(r"\((?P<inside>[^()]{6,300})\)")
_PIECE = re.compile(r"[^;]+")
_IN_BRACKETS = re.compile(rf"{_NAMES},?\s{_YEARS}{_PAGES}\s*$")
_IN_TEXT = re.compile(rf"{_NAMES}(?:['\u2019]s?)?\s\({_YEARS}{_PAGES}\)")
_POSSESSIVE = re.compile(r"'s?$")
_SEPARATOR = re.compile(_AND)


@dataclass(frozen=True, slots=True)
class AuthorDate:
    """A reference by author and year (code points, half-open).

    Attributes:
        start: where it begins.
        end: where it ends.
        names: the folded family names.
        others: whether *et al.* stands for further authors.
        years: the years, of which each is a document of its own; letters are dropped.
    """

    start: int
    end: int
    names: tuple[str, ...]
    others: bool
    years: tuple[int, ...]


def find_author_dates(text: str) -> tuple[AuthorDate, ...]:
    """Find all that has the form of a reference by author and year, in the order of the text."""
    found = [*_in_brackets(text), *(_author_date(match, 0) for match in _IN_TEXT.finditer(text))]
    return tuple(sorted(found, key=lambda one: one.start))


def meant_by(cited: AuthorDate, year: int, catalogue: Catalogue) -> tuple[tuple[Entry, float], ...]:
    """Return the documents that may be meant for one of the years, each with a confidence.

    Where several are as likely, none is likely enough for readers.
    """
    weighed = [
        (entry, confidence)
        for entry in catalogue.by_first_author(cited.names[0])
        if entry.year == year and (confidence := _confidence(cited, entry)) > 0
    ]
    best = max((confidence for _, confidence in weighed), default=0.0)
    likeliest = [(entry, confidence) for entry, confidence in weighed if confidence == best]
    if len(likeliest) > 1:
        return tuple((entry, 0.5) for entry, _ in likeliest)
    return tuple(likeliest)


def _in_brackets(text: str) -> Iterator[AuthorDate]:
    for brackets in _BRACKETS.finditer(text):
        for piece in _PIECE.finditer(brackets["inside"]):
            match = _IN_BRACKETS.search(piece[0])
            if match is not None:
                yield _author_date(match, brackets.start("inside") + piece.start())


def _author_date(match: re.Match[str], offset: int) -> AuthorDate:
    written = match[0].rstrip()
    return AuthorDate(
        offset + match.start(),
        offset + match.start() + len(written),
        tuple(_POSSESSIVE.sub("", fold_letters(name)) for name in _SEPARATOR.split(match["names"])),
        match["others"] is not None,
        tuple(dict.fromkeys(int(year[:4]) for year in re.findall(_YEAR, match["years"]))),
    )


def _confidence(cited: AuthorDate, entry: Entry) -> float:
    """How well the authors agree; the year already does."""
    names, count = entry.names, len(cited.names)
    if cited.names != names[:count]:
        return 0
    if len(names) == count:
        return 0.4 if cited.others else 0.8 + min(0.1, 0.05 * (count - 1))
    return 0.85 if cited.others else 0.6
