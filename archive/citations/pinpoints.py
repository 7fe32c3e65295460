"""What follows a citation: its date, the short name it is given, the paragraph that is meant."""

from __future__ import annotations

import re

__all__ = ["after_date", "pinpoint", "short_name", "stands_for_same"]

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"(?:\s?\((?:[^()]{{0,20}}\s)?{_YEAR}\))?"
    rf"(?:,?\s(?:\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d{{1,2}},|{_MONTH})\s{_YEAR})?"
)
_SQUARE = re.compile(r",?\s?\[(?P<name>[^\[\]]{2,60})\]")
_QUOTED = re.compile(
    r",?\s?\((?:(?:hereinafter|hereafter|henceforth|the)[,:]?\s){0,3}"
    r"[\"'\u2018\u201c](?P<name>[^()\"\u201d]{2,60}?)[\"'\u2019\u201d]\)",
    re.IGNORECASE,
)
_INTRODUCTION = re.compile(r"(?:(?:hereinafter|hereafter|henceforth|the)[,:]?\s)+", re.IGNORECASE)
_UNIT = (
    r"(?:(?:operative\s|preambular\s)?para(?:graph)?s?\b\.?|\u00b6+|\u00a7+|OPs?\b|pp?\.|"
    r"art(?:icle)?s?\b\.?|sect(?:ion)?s?\b\.?|chap(?:ter)?s?\b\.?|annex(?:es)?\b)"
)
_PLACE = r"(?:\d+|[IVX]+\b|(?=\([a-z0-9]))(?:\s?\([a-z0-9]{1,4}\))*"
_NEXT = rf"(?:\s?[-\u2010-\u2014]\s?|,\s(?:and\s)?|\sand\s)(?!{_YEAR}\b|\d+\s{_MONTH})"
_PINPOINT = re.compile(
    rf"[\"\u201d\])]{{0,2}}[,:;]?\s?(?:at\s|in\s)?(?P<place>{_UNIT}\s?{_PLACE}(?:{_NEXT}{_PLACE})*)",
    re.IGNORECASE,
)
_RESTATED = re.compile(r"[\s,;:(]*(?:(?:UN\s)?Doc(?:ument)?\.?,?\s)?[(\[]?", re.IGNORECASE)


def after_date(text: str, end: int) -> int:
    """Return the offset after the date that follows a citation ending at `end`."""
    date = _DATE.match(text, end)
    return end if date is None else date.end()


def short_name(text: str, end: int) -> tuple[str, int] | None:
    """Return the name in brackets that a citation ending at `end` is given.

    Returns:
        The name and the offset after its bracket, or None. A name has a capital or a figure.
    """
    start = after_date(text, end)
    bracket = _SQUARE.match(text, start) or _QUOTED.match(text, start)
    if bracket is None:
        return None
    name = _INTRODUCTION.sub("", bracket["name"]).strip(" \"'\u2018\u2019\u201c\u201d,")
    if len(name) < 2 or name.islower() or name.isdigit():
        return None
    return name, bracket.end()


def pinpoint(text: str, end: int) -> str | None:
    """Return the place in the UN document that follows a citation ending at `end`, if any."""
    defined = short_name(text, end)
    place = _PINPOINT.match(text, after_date(text, end) if defined is None else defined[1])
    return None if place is None else place["place"]


def stands_for_same(between: str) -> bool:
    """Whether the text between two citations of one document only introduces its symbol."""
    return _RESTATED.fullmatch(between) is not None
