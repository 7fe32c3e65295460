"""A search as an Atom feed (RFC 4287): its newest documents, with the best passage of each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from archive import PartialDate
from indexer import DocumentHit, SearchResult
from webapp.addresses import document_address, search_address
from webapp.pages.base import Page, Site

__all__ = ["FeedEntry", "FeedPage", "feed_page"]

_UNKNOWN = "1970-01-01T00:00:00Z"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A document found: `updated` is its date as Atom wants it, `summary` is plain text."""

    id: str
    title: str
    address: str
    authors: tuple[str, ...]
    updated: str
    summary: str


@dataclass(frozen=True, kw_only=True)
class FeedPage(Page):
    """A search as a feed.

    Attributes:
        id: of the feed, the address of the search.
        address: of the feed itself.
        updated: the date of its newest document.
        entries: the documents found, newest first.
    """

    template: ClassVar[str] = "search/feed.xml"
    id: str
    address: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feed_page(result: SearchResult, site: Site, root: str) -> FeedPage:
    """Return a result as a feed.

    Args:
        result: of the search, newest documents first.
        site: the archive.
        root: where the site is reached, without a final slash.
    """
    request = result.request
    entries = tuple(_entry(hit, root) for hit in result.hits)
    subject = f"“{request.query}”" if request.query else "Documents"
    return FeedPage(
        site=site,
        title=f"{subject} in {site.title}",
        id=root + search_address(request),
        address=root + search_address(request, "/search.atom"),
        updated=max((entry.updated for entry in entries), default=_UNKNOWN),
        entries=entries,
    )


def _entry(hit: DocumentHit, root: str) -> FeedEntry:
    address = root + document_address(hit.document)
    return FeedEntry(
        id=address,
        title=hit.title,
        address=address,
        authors=hit.authors,
        updated=_time(hit.date),
        summary=" … ".join(_texts(hit)),
    )


def _texts(hit: DocumentHit) -> Iterator[str]:
    for found in hit.passages:
        text = " ".join(found.passage.text.split())
        yield text if len(text) <= 400 else f"{text[:400].rpartition(' ')[0]} …"


def _time(date: str | None) -> str:
    """A date as exact as known, as a moment: the first of what is not known."""
    if date is None:
        return _UNKNOWN
    known = PartialDate.parse(date)
    return dt.datetime(known.year, known.month or 1, known.day or 1, tzinfo=dt.UTC).strftime(
        "%Y-%m-%dT%H:%M:%SZ"
    )
