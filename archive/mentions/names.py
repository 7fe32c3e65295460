"""Which names stand for which missions, and which of them need a context to be believed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from archive.authorities import COUNTRY_NAMES, Authorities, Mission
from archive.names import Capitals, Name, NameFinder, is_acronym

__all__ = ["NamedMission", "country_finder", "mission_finder"]

_NUMERAL = re.compile(r" (?:I|II|III|IV)$")
_LONG_NAME = 4
_SHORT_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class NamedMission:
    """A mission that a name may stand for.

    Attributes:
        mission: the mission.
        weak: whether the name is also an everyday word, or too short to tell.
    """

    mission: Mission
    weak: bool


@lru_cache(maxsize=4)
def mission_finder(authorities: Authorities) -> NameFinder[NamedMission]:
    """Return the finder of all acronyms, names and variants of all missions."""
    return NameFinder(
        name for mission in authorities.missions for name in _names(mission, authorities)
    )


@lru_cache(maxsize=1)
def country_finder() -> NameFinder[str]:
    """Return the finder of the names of countries; it gives their codes."""
    return NameFinder(
        Name(name, code, Capitals.KEPT) for code, names in COUNTRY_NAMES.items() for name in names
    )


def _names(mission: Mission, authorities: Authorities) -> Iterator[Name[NamedMission]]:
    texts = dict.fromkeys((mission.acronym, mission.name, *mission.other_names))
    for text in texts:
        yield Name(text, NamedMission(mission, _is_weak(text)), _capitals(text))
        for other in _numbered_siblings(text, mission, authorities):
            yield Name(text, NamedMission(other, _is_weak(text)), _capitals(text))


def _numbered_siblings(text: str, mission: Mission, authorities: Authorities) -> Iterator[Mission]:
    """The missions that a name without a numeral may also mean: UNOSOM is UNOSOM I or II."""
    for other_id in mission.not_to_confuse_with:
        other = authorities.mission(other_id)
        if other is not None and text in {
            _NUMERAL.sub("", name) for name in (other.acronym, other.name) if _NUMERAL.search(name)
        }:
            yield other


def _is_weak(text: str) -> bool:
    """Whether a name needs a context: `ISF`, `Turquoise`."""
    if " " in text or "-" in text:
        return False
    return len(text) <= _SHORT_ACRONYM or not is_acronym(text)


def _capitals(text: str) -> Capitals:
    words = text.split()
    if len(words) == 1 or all(is_acronym(word) for word in words):
        return Capitals.EXACT
    long_enough = len(words) >= _LONG_NAME
    return Capitals.FREE if long_enough and words[0] not in {"EU", "AU"} else Capitals.KEPT
