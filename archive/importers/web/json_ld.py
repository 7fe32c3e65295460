"""Metadata from JSON-LD: what schema.org says of the article or report on a page."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from bs4.element import Tag

from archive.importers.markup.account import Account, lines_of
from archive.importers.markup.findings import Finding

__all__ = ["json_ld"]

_WORKS = frozenset(
    {
        "AnalysisNewsArticle", "Article", "Blog", "BlogPosting", "Book", "Chapter",
        "CreativeWork", "DigitalDocument", "NewsArticle", "OpinionNewsArticle", "Report",
        "ScholarlyArticle", "TechArticle", "Thesis", "WebPage",
    }
)  # fmt: skip
_LAST = "WebPage"
_FIELDS = (
    ("title", "headline"), ("title", "name"), ("author", "author"), ("author", "creator"),
    ("date", "datePublished"), ("date", "dateCreated"), ("publisher", "publisher"),
    ("language", "inLanguage"), ("abstract", "abstract"), ("abstract", "description"),
    ("url", "url"), ("rights", "license"),
)  # fmt: skip
_MOST = 1000


def json_ld(page: Tag, account: Account) -> Iterator[Finding]:
    """Yield what the page's JSON-LD says of the work that it shows; what is broken is doubted."""
    works: list[tuple[dict[str, Any], int | None]] = []
    for script in page.find_all("script", type="application/ld+json"):
        try:
            data = json.loads(script.get_text())
        except (ValueError, RecursionError):
            account.doubted("metadata", "A block of JSON-LD is broken and was not read.", script)
            continue
        line = next(iter(lines_of(script)), None)
        works += [(item, line) for item in _items(data) if _types(item) & _WORKS]
    works.sort(key=lambda work: _types(work[0]) == {_LAST})
    for work, line in works:
        for field, key in _FIELDS:
            for value in _texts(work.get(key)):
                yield Finding(field, value, f"JSON-LD {key}", line)


def _items(data: object) -> list[dict[str, Any]]:
    """The objects of a block: one, a list, or a graph of them."""
    waiting: list[object] = [data]
    found: list[dict[str, Any]] = []
    while waiting and len(found) < _MOST:
        item = waiting.pop(0)
        if isinstance(item, list):
            waiting += item
        elif isinstance(item, dict):
            found.append(item)
            waiting += [item.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage")]
    return found


def _types(item: dict[str, Any]) -> set[str]:
    return set(_texts(item.get("@type")))


def _texts(value: object) -> list[str]:
    """The texts that a value holds: itself, those of a list, or the name of a thing."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, dict):
        name = value.get("name") or value.get("@id") or value.get("@value")
        return [name] if isinstance(name, str) else []
    return []
