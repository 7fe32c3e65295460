"""What the words around a name, and the document, say for one mission or another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from archive.authorities import Mission
from archive.mentions.names import country_finder

__all__ = ["Context", "settle"]

Value = TypeVar("Value")

_NEAR = 250
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class _Places(Generic[Value]):
    """What stands where in a text: starts and ends, sorted, and a value each."""

    starts: list[int]
    ends: list[int]
    values: list[Value]

    def around(self, start: int, end: int) -> list[Value]:
        """What stands whole within reach of a place, the place itself excepted."""
        first, last = bisect_left(self.starts, start - _NEAR), bisect_right(self.ends, start)
        following, reach = bisect_left(self.starts, end), bisect_right(self.ends, end + _NEAR)
        return self.values[first:last] + self.values[following:reach]


@dataclass(frozen=True)
class Context:
    """What a document says apart from the name in question.

    Attributes:
        texts: the text of every passage.
        named: ids of the missions that are named beyond doubt.
    """

    texts: Mapping[str, str]
    named: frozenset[str]
    _found_countries: dict[str, _Places[tuple[str, ...]]] = field(default_factory=dict)
    _found_years: dict[str, _Places[int]] = field(default_factory=dict)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The codes of all countries that the document names."""
        places = (place for passage in self.texts for place in self._countries(passage).values)
        return frozenset(code for codes in places for code in codes)

    def countries_near(self, passage: str, start: int, end: int) -> frozenset[str]:
        """Return the codes of the countries named around a place in a passage."""
        return frozenset(
            code for codes in self._countries(passage).around(start, end) for code in codes
        )

    def years_near(self, passage: str, start: int, end: int) -> frozenset[int]:
        """Return the years that stand around a place in a passage."""
        return frozenset(self._years(passage).around(start, end))

    def _countries(self, passage: str) -> _Places[tuple[str, ...]]:
        if passage not in self._found_countries:
            matches = list(country_finder().find(self.texts[passage]))
            self._found_countries[passage] = _Places(
                [match.start for match in matches],
                [match.end for match in matches],
                [match.values for match in matches],
            )
        return self._found_countries[passage]

    def _years(self, passage: str) -> _Places[int]:
        if passage not in self._found_years:
            matches = list(_YEAR.finditer(self.texts[passage]))
            self._found_years[passage] = _Places(
                [match.start() for match in matches],
                [match.end() for match in matches],
                [int(match[0]) for match in matches],
            )
        return self._found_years[passage]


def settle(
    candidates: Iterable[Mission], passage: str, start: int, end: int, context: Context
) -> Mission | None:
    """Return the candidate for which the context speaks most, or None.

    A country of the mission near the name counts most, then its being named in full elsewhere,
    a country of it elsewhere, and last a year near the name in which it was there. If two are
    even, or nothing speaks for any, there is no answer.
    """
    countries = context.countries_near(passage, start, end)
    years = context.years_near(passage, start, end)
    weights = sorted(
        ((_weight(mission, countries, years, context), mission) for mission in candidates),
        key=lambda weighed: weighed[0],
        reverse=True,
    )
    best, winner = weights[0]
    even = len(weights) > 1 and weights[1][0] == best
    return None if best == 0 or even else winner


def _weight(
    mission: Mission, countries: frozenset[str], years: frozenset[int], context: Context
) -> int:
    weight = 8 if countries.intersection(mission.location) else 0
    weight += 4 if mission.id in context.named else 0
    weight += 2 if context.countries.intersection(mission.location) else 0
    if weight and any(_was_there(mission, year) for year in years):
        weight += 1
    return weight


def _was_there(mission: Mission, year: int) -> bool:
    if mission.start is None or year < mission.start.year:
        return False
    return mission.end is None or year <= mission.end.year
