"""Dates as pages and files write them."""

from __future__ import annotations

import re

from archive.dates import PartialDate

__all__ = ["read_date"]

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?(?:[T\s].*)?",
        rf"(?:[a-z]+,\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"(?:[a-z]+,\s+)?{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        rf"{_MONTH},?\s+(?P<year>\d{{4}})",
    )
)


def read_date(text: str) -> PartialDate | None:
    """Read a date such as `2011-05-03T10:00Z`, `2011/5`, `3 May 2011` or `May 2011`.

    Dates of figures alone whose order of day and month is not plain are not read.
    """
    words = text.strip()
    for form in _FORMS:
        match = form.fullmatch(words)
        if match is None:
            continue
        found = match.groupdict()
        parts = [found["year"], _month(found.get("month")), found.get("day")]
        written = "-".join(part.zfill(2) for part in parts if part is not None)
        try:
            return PartialDate.parse(written)
        except ValueError:
            return None
    return None


def _month(written: str | None) -> str | None:
    if written is None or written.isdigit():
        return written
    return str(_MONTHS[written[:3].lower()])
