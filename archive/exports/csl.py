"""CSL-JSON: items as citation processors read them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from archive.authors import Author
from archive.dates import PartialDate
from archive.exports.items import Item

__all__ = ["csl_item", "csl_json"]


def csl_json(items: Iterable[Item]) -> str:
    """Return a CSL-JSON file."""
    return json.dumps([csl_item(item) for item in items], ensure_ascii=False, indent=2) + "\n"


def csl_item(item: Item) -> dict[str, Any]:
    """Return an item as CSL-JSON data; what is unknown is left out.

    The format has no field for a place inside a document: it stands in `note` and in the address.
    """
    data = {
        "id": item.key,
        "type": "report",
        "title": item.title,
        "title-short": item.short_title if item.short_title != item.title else None,
        "author": [_name(author) for author in item.authors],
        "publisher": item.institution,
        "publisher-place": item.place,
        "issued": None if item.date is None else {"date-parts": [_parts(item.date)]},
        "genre": item.kind[:1].upper() + item.kind[1:],
        "number": item.number,
        "collection-title": item.series,
        "DOI": item.doi,
        "ISBN": item.isbn,
        "language": item.language,
        "abstract": item.abstract,
        "keyword": ", ".join(item.keywords),
        "note": None if item.locator is None else item.locator.short,
        "URL": item.url,
    }
    return {key: value for key, value in data.items() if value}


def _name(author: Author) -> dict[str, str]:
    if author.family is None:
        return {"literal": author.name}
    parts = {"family": author.family, "given": author.given, "suffix": author.suffix}
    return {key: part for key, part in parts.items() if part}


def _parts(date: PartialDate) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part is not None]
