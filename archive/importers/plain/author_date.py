"""Citations by author and year, such as `(Moreau, 2011, p. 4)` or `Moreau (2011)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.importers.report import AuthorDate
from archive.models import Passage

__all__ = ["find_author_dates"]

_YEAR = r"(?:(?:19|20)\d\d[a-z]?|n\.d\.|forthcoming)"
_PAGES = r"(?:[,:]\s*(?P<pages>(?:pp?\.\s?)?[\divxlc]+(?:[-–][\divxlc]+)?))?"
_NAME = r"[A-ZÀ-ÞŠŽ][^\s,;()\d]*(?:\s(?:de|van|von|der|di|al-)\s?[A-Z][^\s,;()\d]*)?"
_AUTHOR = rf"{_NAME}(?:\s{_NAME}){{0,4}}(?:,?\s(?:and|&)\s{_NAME}(?:\s{_NAME}){{0,2}}|\set\sal\.?)?"
_INSIDE = re.compile(rf"(?P<author>{_AUTHOR}),?\s(?P<year>{_YEAR}){_PAGES}")
_BRACKETS = re.compile(r"\(([^()]{6,300})\)")
_OUTSIDE = re.compile(rf"(?P<author>{_AUTHOR})(?:[’']s)?\s\((?P<year>{_YEAR}){_PAGES}\)")
_NO_AUTHOR = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Resolutions?|In|Since|By|Until|Summit|the|The|of)\b"
)


def find_author_dates(passage: Passage) -> Iterator[AuthorDate]:
    """Yield the citations in a passage's text, in order."""
    text = passage.text or ""
    found = [*_in_brackets(text), *_before_brackets(text)]
    for match, start in sorted(found, key=lambda pair: pair[1]):
        author = match["author"]
        if _NO_AUTHOR.match(author) or _NO_AUTHOR.match(author.split()[-1]):
            continue
        yield AuthorDate(
            passage=passage.id,
            start=start,
            end=start + len(match[0]),
            text=match[0],
            author=author,
            year=match["year"],
            pages=match["pages"],
        )


def _in_brackets(text: str) -> Iterator[tuple[re.Match[str], int]]:
    for brackets in _BRACKETS.finditer(text):
        offset = brackets.start(1)
        for part in re.finditer(r"[^;]+", brackets[1]):
            words = part[0].lstrip()
            lead = re.match(r"(?:see(?: also)?|cf\.|e\.g\.,?)\s+", words, re.IGNORECASE)
            skipped = len(part[0]) - len(words) + (lead.end() if lead else 0)
            match = _INSIDE.match(part[0], skipped)
            if match and not part[0][match.end() :].strip(" .,"):
                yield match, offset + part.start() + match.start()


def _before_brackets(text: str) -> Iterator[tuple[re.Match[str], int]]:
    for match in _OUTSIDE.finditer(text):
        yield match, match.start()
