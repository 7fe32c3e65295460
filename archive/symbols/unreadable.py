"""What looks like a UN document but names none: for editors, never repaired."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from archive.symbols.finding import find_symbols
from archive.symbols.wording import Body, dated_resolutions, numbered_resolutions

__all__ = ["Unreadable", "find_unreadable"]

_SYMBOL_LIKE = re.compile(
    r"(?<![\w/=.])(?:A|S|ST|E|UNSC|UNGA|SC|GA)/"
    r"(?:(?i:RES|PRST)|PV|HRC|CONF|C\.|CN\.|AC\.|SGB|AI|\d{2,4}/)[\w./-]*\d(?:\s?\([\w-]{1,6}\))?"
)
_SMALL = 100


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A stretch of text that looks like a UN document (code points, half-open)."""

    text: str
    start: int
    end: int
    explanation: str


def find_unreadable(text: str) -> tuple[Unreadable, ...]:
    """Find what looks like a symbol or a resolution and names none, in the order of the text."""
    found = sorted([*_symbols(text), *_numbers(text), *_dates(text)], key=lambda one: one.start)
    if not found:
        return ()
    read = [(match.start, match.end) for match in find_symbols(text)]
    return tuple(one for one in found if not _overlaps(one, read))


def _symbols(text: str) -> Iterator[Unreadable]:
    for match in _SYMBOL_LIKE.finditer(text):
        explanation = "It looks like a symbol, but of no form that is known."
        yield Unreadable(match[0], match.start(), match.end(), explanation)


def _numbers(text: str) -> Iterator[Unreadable]:
    for found in numbered_resolutions(text):
        if found.symbol is None and found.body is not Body.FOREIGN:
            said = found.body is not Body.UNSAID
            number = re.match(r"\d+", found.number)
            if number is None or (not said and int(number[0]) < _SMALL):
                continue
            explanation = _why(found.body, int(number[0]))
            yield Unreadable(text[found.start : found.end], found.start, found.end, explanation)


def _why(body: Body, number: int) -> str:
    if body is Body.ASSEMBLY:
        return "A resolution of the Assembly needs its session: 53/35 or 377 (V)."
    if body is Body.RIGHTS_COUNCIL:
        return "A resolution of the Human Rights Council needs its session: 44/14."
    if number < _SMALL:
        return "So small a number is read with its year only: resolution 50 (1948)."
    return f"The Council has no resolution {number}."


def _dates(text: str) -> Iterator[Unreadable]:
    for body, start, end in dated_resolutions(text):
        if body in {Body.COUNCIL, Body.ASSEMBLY}:
            yield Unreadable(text[start:end], start, end, "The resolution has no number.")


def _overlaps(found: Unreadable, read: list[tuple[int, int]]) -> bool:
    before = bisect_left(read, (found.end, 0))
    return before > 0 and read[before - 1][1] > found.start
