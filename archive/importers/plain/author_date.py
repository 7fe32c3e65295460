"""Citations by author and year, such as `(Moreau, 2011, p. 4)` or `Moreau (2011)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archive.importers.report import AuthorDate
from archive.models import Passage

__all__ = ["find_author_dates"]

_YEAR = r"(?:(?:(?:forthcoming|in press),?\s)?(?:19|20)\d\d[a-z]?\b|n\.d\.|forthcoming|in press)"
_PAGES = (
    r"(?:(?:,|:|\sat)\s*(?P<pages>(?:pp?\.|paras?\.|ch\.)\s?[\divxlc]+(?:[-–]\s?[\divxlc]+)?"
    r"|(?!(?:19|20)\d\d)[\divxlc]+(?:[-–][\divxlc]+)?\b))?"
)
_PARTICLE = r"(?:d[aei]|dos?|d[eu]l|de[nr]|du|la|le|ten|ter|v[ao]n|zu|bin|ibn)"
_WORD = r"(?:[ae]l-)?[A-ZÀ-ÞŠŽ][^\s,;:()\d“”\"]*"
_NAME = rf"{_WORD}(?:(?:\s{_PARTICLE}){{0,2}}\s{_WORD}){{0,5}}"
_FIRST = rf"(?:{_PARTICLE}\s){{0,2}}{_NAME}"
_AUTHOR = (
    rf"{_FIRST}(?:,\s{_FIRST}){{0,6}}"
    rf"(?:,?\s(?:and|&)\s{_FIRST}|,?\set\sal\.?|\sand\s(?:others|colleagues))?"
)
_INSIDE = re.compile(rf"(?P<author>{_AUTHOR}),?\s(?P<year>{_YEAR}){_PAGES}")
_YEAR_IN_BRACKETS = re.compile(rf"\((?P<year>{_YEAR}){_PAGES}\)")
_AUTHOR_BEFORE = re.compile(
    rf"(?<![\w-])(?P<author>{_AUTHOR})(?:\s\(eds?\.?\))?\s$|\((?P<short>[A-Z]{{3,8}})\)\s$"
)
_LONGEST_AUTHOR = 160
_YEAR_MORE = re.compile(rf",\s(?P<year>(?:19|20)\d\d[a-z]?\b){_PAGES}")
_BRACKETS = re.compile(r"\(((?:[^()]|\([^()]{1,40}\)){6,300})\)")
_LEAD = re.compile(
    r"(?:see(?: also)?|cf\.?|e\.g\.,?|also|for example,?|in|by|as)\s+", re.IGNORECASE
)
_NO_AUTHOR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Spring|Summer|Autumn|Winter|Resolutions?|Since|Until|From|Between|During|After|Before|Early|"
    r"Late|Mid|Summit|Conference|Agreement|Act|Treaty|Convention|Protocol|Charter|[Tt]he|of)\b"
)
_IMPRINT = re.compile(r"\b(?:Press|Presses|Publish(?:ing|ers?)|Publications?|Verlag|Books)$")
_IN_TITLE = re.compile(
    r"(?:[”\"’'*_]|\b(?!(?:As|See|Also|But|And|Both|Work|Drawing)\b)[A-Z][\w-]+"
    r"\s(?:on|of|for|in|to|from|with)(?:\sthe)?)\s*$"
)


@dataclass(frozen=True, slots=True)
class _Found:
    """What looks like a citation: `start` and `end` of its words, and its parts."""

    start: int
    end: int
    author: str
    year: str
    pages: str | None


def find_author_dates(passage: Passage) -> Iterator[AuthorDate]:
    """Yield the citations in a passage's text, in order.

    An imprint (`Town: A Press, 2011`) and a title before its year in brackets are none.
    """
    text = passage.text or ""
    for found in sorted(
        [*_in_brackets(text), *_before_brackets(text)], key=lambda found: found.start
    ):
        yield AuthorDate(
            passage=passage.id,
            start=found.start,
            end=found.end,
            text=text[found.start : found.end],
            author=found.author,
            year=found.year,
            pages=found.pages,
        )


def _in_brackets(text: str) -> Iterator[_Found]:
    for brackets in _BRACKETS.finditer(text):
        for part in re.finditer(r"[^;]+", brackets[1]):
            yield from _cited(text, brackets.start(1) + part.start(), part[0])


def _cited(text: str, offset: int, part: str) -> Iterator[_Found]:
    """The citations of one part of what stands in brackets: an author, one or more years."""
    start = _after_leads(part, len(part) - len(part.lstrip()))
    match = _INSIDE.match(part, start)
    if match is None or not _is_author(match["author"]) or text[offset - 1 : offset] == ":":
        return
    years = [match]
    while more := _YEAR_MORE.match(part, years[-1].end()):
        years.append(more)
    if part[years[-1].end() :].strip(" .,"):
        return
    for year in years:
        yield _Found(
            offset + year.start() + (2 if year is not match else 0),
            offset + year.end(),
            match["author"],
            year["year"],
            year["pages"],
        )


def _before_brackets(text: str) -> Iterator[_Found]:
    for year in _YEAR_IN_BRACKETS.finditer(text):
        window = max(0, year.start() - _LONGEST_AUTHOR)
        match = _AUTHOR_BEFORE.search(text[window : year.start()])
        if match is None:
            continue
        group = "short" if match["short"] else "author"
        start = _after_leads(text, window + match.start(group))
        author = re.sub(r"[’']s$", "", text[start : window + match.end(group)])
        titled = group == "author" and _IN_TITLE.search(text[window:start])
        if _is_author(author) and not titled:
            yield _Found(start, year.end(), author, year["year"], year["pages"])


def _after_leads(text: str, start: int) -> int:
    """Where the words begin that follow `see`, `cf.` and the like."""
    while lead := _LEAD.match(text, start):
        start = lead.end()
    return start


def _is_author(author: str) -> bool:
    words = author.split()
    if not words or (not author[-1].isalnum() and not author.endswith(".")):
        return False
    return not (_NO_AUTHOR.match(author) or _NO_AUTHOR.match(words[-1]) or _IMPRINT.search(author))
