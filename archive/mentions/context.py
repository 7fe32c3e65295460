"""What the words around a name, and the document, say for one mission or another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from archive.authorities import Mission
from archive.mentions.names import country_finder

__all__ = ["Context", "settle"]

_NEAR = 250
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Context:
    """What a document says apart from the name in question.

    Attributes:
        texts: the text of every passage.
        named: ids of the missions that are named beyond doubt.
    """

    texts: Mapping[str, str]
    named: frozenset[str]

    @cached_property
    def countries(self) -> frozenset[str]:
        """The codes of all countries that the document names."""
        return frozenset().union(*map(_countries, self.texts.values()))


def _countries(text: str) -> set[str]:
    return {code for match in country_finder().find(text) for code in match.values}


def settle(
    candidates: Iterable[Mission], passage: str, start: int, end: int, context: Context
) -> Mission | None:
    """Return the candidate for which the context speaks most, or None.

    A country of the mission near the name counts most, then its being named in full elsewhere,
    a country of it elsewhere, and last a year near the name in which it was there. If two are
    even, or nothing speaks for any, there is no answer.
    """
    text = context.texts[passage]
    near = text[max(0, start - _NEAR) : start] + " " + text[end : end + _NEAR]
    countries = _countries(near)
    years = [int(year[0]) for year in _YEAR.finditer(near)]
    weights = sorted(
        ((_weight(mission, countries, years, context), mission) for mission in candidates),
        key=lambda weighed: weighed[0],
        reverse=True,
    )
    best, winner = weights[0]
    even = len(weights) > 1 and weights[1][0] == best
    return None if best == 0 or even else winner


def _weight(mission: Mission, countries: set[str], years: list[int], context: Context) -> int:
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
