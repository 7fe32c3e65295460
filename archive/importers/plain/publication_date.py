"""The date of a publication: from its suggested citation, its cover, or the years it names."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from archive.importers.plain.drafts import Draft
from archive.importers.plain.lines import Line
from archive.importers.report import Evidence

__all__ = [
    "COPYRIGHT",
    "DATE",
    "DATE_LINE",
    "date_on_cover",
    "latest_year",
    "published_at",
    "shortened",
]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?(?P<month>{'|'.join(_MONTHS)})\s+(?:(?P<day2>\d{{1,2}}),?\s+)?(?P<year>(?:19|20)\d\d)"
    r"|(?P<only>(?:19|20)\d\d)"
)
DATE_LINE = re.compile(rf"(?:{DATE.pattern})\.?", re.IGNORECASE)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:by\s+)?(?:(?P<year>(?:19|20)\d\d),?\s*)?(?:by\s+)?(?P<who>[A-Z][^,.;0-9]{3,90})?(?:,?\s*(?P<year2>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_IN_LINE = re.compile(rf"(?<![\w/])(?:{DATE.pattern.split('|(?P<only>')[0]})(?!\w)")
_NOT_PUBLISHED = re.compile(r"\b(?:received|accepted|revised|submitted|draft)\b", re.IGNORECASE)
_FEW_WORDS = 8
_AT_END = re.compile(
    rf"(?:^|[,;|·•.]\s*|\b(?:published|edition|spring|summer|autumn|winter)\s+)(?P<date>{DATE.pattern})[.)]?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<![\d/(–-])((?:19|20)\d\d)(?![\d/])")
_OFTEN = 3
_SHOWN = 90


def shortened(text: str) -> str:
    """Words of the source as evidence shows them: on one line, and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


def date_on_cover(
    cover: Sequence[Draft], cited: tuple[re.Match[str], int] | None
) -> Evidence | None:
    """The date in the suggested citation, alone on a line of the cover, or of the copyright.

    Args:
        cover: the drafts before the text.
        cited: the suggested citation and its line, if there is one.
    """
    if cited:
        match = DATE.search(cited[0]["rest"])
        if match:
            return Evidence("date", _iso(match), cited[1], shortened(cited[0][0]))
    for draft in cover:
        for line in draft.lines:
            match = DATE_LINE.fullmatch(line.text)
            if match:
                return Evidence("date", _iso(match), line.number, shortened(line.text))
    for draft in cover:
        match = _IN_LINE.search(draft.text) if len(draft.text.split()) <= _FEW_WORDS else None
        if match and not _NOT_PUBLISHED.search(draft.text):
            return Evidence("date", _iso(match), draft.lines[0].number, shortened(draft.text))
    for draft in cover:
        match = COPYRIGHT.search(draft.text)
        year = match and (match["year"] or match["year2"])
        if year:
            return Evidence("date", year, draft.lines[0].number, shortened(draft.text))
    return None


def published_at(text: str) -> str | None:
    """The date at the end of a short line, as `Policy brief, March 2023` has it, written as ISO."""
    match = _AT_END.search(text.strip())
    return _iso(match) if match else None


def _iso(match: re.Match[str]) -> str:
    if match.groupdict().get("only"):
        return match["only"]
    month = [name.lower() for name in _MONTHS].index(match["month"].lower()) + 1
    day = match["day"] or match["day2"]
    written = f"{match['year']}-{month:02}"
    if not day or int(day) > calendar.monthrange(int(match["year"]), month)[1]:
        return written
    return f"{written}-{int(day):02}"


def latest_year(lines: Iterable[Line]) -> Evidence | None:
    """The latest year that the text names more than in passing; a person must confirm it."""
    counted: Counter[str] = Counter()
    first: dict[str, Line] = {}
    for line in lines:
        for year in _YEAR.findall(line.text):
            counted[year] += 1
            first.setdefault(year, line)
    often = [year for year, count in counted.items() if count >= _OFTEN]
    if not often:
        return None
    year = max(often)
    return Evidence(
        "date", year, first[year].number, f"the latest year named often: {year}", sure=False
    )
