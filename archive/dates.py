"""Dates as exact as the sources are: a year, a year and month, or a day (ISO 8601)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

__all__ = ["PartialDate"]

_FORM = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year with perhaps a month and perhaps a day. `str()` gives the ISO 8601 form."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `2020`, `2020-05` or `2020-05-31`.

        Raises:
            ValueError: the text has another form, or the calendar has no such day.
        """
        match = _FORM.fullmatch(text.strip())
        if match is None:
            message = f"{text!r} is not a date of the form 2020, 2020-05 or 2020-05-31"
            raise ValueError(message)
        year = int(match[1])
        month = int(match[2]) if match[2] else None
        day = int(match[3]) if match[3] else None
        dt.date(year, 1 if month is None else month, 1 if day is None else day)
        return cls(year, month, day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Orders dates; what is unknown comes first within its year or month."""
        return (self.year, self.month or 0, self.day or 0)

    @property
    def long(self) -> str:
        """The date in words: `31 May 2020`, `May 2020`, `2020`."""
        if self.month is None:
            return str(self.year)
        month = f"{_MONTHS[self.month - 1]} {self.year}"
        return month if self.day is None else f"{self.day} {month}"
