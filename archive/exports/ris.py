"""RIS: one record of type `RPRT` for each item, with the line ends the format asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.dates import PartialDate
from archive.exports.items import Item

__all__ = ["ris"]


def ris(items: Iterable[Item]) -> str:
    """Return an RIS file."""
    return "".join(f"{tag}  - {value}\r\n" for item in items for tag, value in _lines(item))


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", "RPRT"
    yield "ID", item.key
    yield "TI", item.title
    for author in item.authors:
        yield "AU", author.inverted
    if item.date is not None:
        yield "PY", f"{item.date.year:04}"
        yield "DA", _date(item.date)
    texts = {
        "PB": item.institution,
        "CY": item.place,
        "M3": item.kind,
        "SN": item.number,
        "T2": item.series,
        "DO": item.doi,
        "LA": item.language,
        "AB": item.abstract,
        "N1": None if item.locator is None else item.locator.short,
        "UR": item.url,
    }
    yield from ((tag, text) for tag, text in texts.items() if text)
    for keyword in item.keywords:
        yield "KW", keyword
    yield "ER", ""


def _date(date: PartialDate) -> str:
    """`2020/05/31/`: what is unknown is left empty between its slashes."""
    month, day = ("" if part is None else f"{part:02}" for part in (date.month, date.day))
    return f"{date.year:04}/{month}/{day}/"
