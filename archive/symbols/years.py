"""The year of every Security Council resolution: its number fixes it.

The Council numbers its resolutions through, so the first number of each year
(`resolution-years.json`) tells the year of every other.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from importlib.resources import files

__all__ = ["resolution_year", "year_fault"]


def resolution_year(number: int) -> int | None:
    """Return the year in which the Council adopted the resolution, or None if that is not known.

    The table's last year is open at its end: numbers are taken to belong to it until there are as
    many as in the year before.
    """
    years, firsts = _table()
    if not firsts[0] <= number < _open_end():
        return None
    return years[bisect_right(firsts, number) - 1]


def year_fault(number: int, year: int) -> str | None:
    """Say in a sentence how a year contradicts the number of a Council resolution, or None."""
    years, firsts = _table()
    if number >= firsts[-1]:
        if year >= years[-1]:
            return None
        return f"Resolution {number} cannot be of {year}: it was adopted in {years[-1]} or later."
    known = resolution_year(number)
    if known is None:
        return f"There is no resolution {number}."
    return None if year == known else f"Resolution {number} is of {known}, not of {year}."


@cache
def _table() -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The years in order, and the first number of each."""
    text = files("archive.symbols").joinpath("resolution-years.json").read_text(encoding="utf-8")
    first_numbers = sorted((int(year), int(number)) for year, number in json.loads(text).items())
    years, firsts = zip(*first_numbers, strict=True)
    return years, firsts


def _open_end() -> int:
    _, firsts = _table()
    return firsts[-1] + firsts[-1] - firsts[-2]
