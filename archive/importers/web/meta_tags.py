"""Metadata from `<meta>`: Highwire's citation tags, Dublin Core, Open Graph, plain HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bs4.element import Tag

from archive.importers.markup.account import lines_of
from archive.importers.markup.findings import Finding
from archive.importers.markup.headings import SITE_SEPARATOR, same_words
from archive.importers.markup.people import people
from archive.importers.markup.tree import value_of

__all__ = ["citation_tags", "dublin_core", "open_graph", "plain_tags"]

_CITATION = {
    "citation_title": "title",
    "citation_author": "author",
    "citation_authors": "author",
    "citation_publication_date": "date",
    "citation_date": "date",
    "citation_online_date": "date",
    "citation_year": "date",
    "citation_technical_report_institution": "publisher",
    "citation_publisher": "publisher",
    "citation_language": "language",
    "citation_abstract": "abstract",
    "citation_doi": "doi",
    "citation_public_url": "url",
    "citation_abstract_html_url": "url",
}
_DUBLIN_CORE = {
    "title": "title",
    "creator": "author",
    "date": "date",
    "issued": "date",
    "created": "date",
    "publisher": "publisher",
    "language": "language",
    "abstract": "abstract",
    "description": "abstract",
    "rights": "rights",
    "type": "type",
}
_OPEN_GRAPH = {
    "og:title": "title",
    "og:description": "abstract",
    "og:url": "url",
    "og:site_name": "publisher",
    "article:author": "author",
    "article:published_time": "date",
    "og:article:published_time": "date",
}
_PLAIN = {
    "author": "author",
    "description": "abstract",
    "date": "date",
    "pubdate": "date",
    "copyright": "rights",
}
_GUESSES = frozenset({"og:site_name", "date"})


def citation_tags(page: Tag) -> Iterator[Finding]:
    """Yield what Highwire's tags say, as scholarly tools read them."""
    yield from _findings(page, _CITATION)


def dublin_core(page: Tag) -> Iterator[Finding]:
    """Yield what Dublin Core says, written `DC.title`, `dc:title` or `dcterms.title`."""
    names = {
        f"{prefix}{mark}{name}": field
        for name, field in _DUBLIN_CORE.items()
        for prefix in ("dc", "dcterms")
        for mark in ".:"
    }
    yield from _findings(page, names)


def open_graph(page: Tag) -> Iterator[Finding]:
    """Yield what Open Graph says; the site is a guess for the publisher, and no part of a title."""
    found = list(_findings(page, _OPEN_GRAPH))
    sites = [finding.value for finding in found if finding.place == "og:site_name"]
    for finding in found:
        title, _, rest = _parted(finding.value) if finding.field == "title" else ("", "", "")
        is_site = any(same_words(rest, site) for site in sites)
        yield replace(finding, value=title) if is_site else finding


def _parted(title: str) -> tuple[str, str, str]:
    """A title, the last separator in it, and what follows that."""
    separators = list(SITE_SEPARATOR.finditer(title))
    if not separators:
        return title, "", ""
    last = separators[-1]
    return title[: last.start()], last[0], title[last.end() :]


def plain_tags(page: Tag) -> Iterator[Finding]:
    """Yield what HTML's own tags say."""
    yield from _findings(page, _PLAIN)


def _findings(page: Tag, fields: Mapping[str, str]) -> Iterator[Finding]:
    """Yield findings in the order of the fields' names, then of the page."""
    tags: dict[str, list[Tag]] = {}
    for tag in page.find_all("meta"):
        name = value_of(tag, "name") or value_of(tag, "property") or value_of(tag, "itemprop")
        tags.setdefault(name.lower(), []).append(tag)
    for name, field in fields.items():
        for tag in tags.get(name, []):
            content = value_of(tag, "content").strip()
            line = next(iter(lines_of(tag)), None)
            values = people(content) if field == "author" else [content]
            for value in values:
                if not (field == "author" and value.startswith(("http:", "https:"))):
                    yield Finding(field, value, name, line, sure=name not in _GUESSES)
