"""What a page says of its document to Zotero and search engines, as names and values.

Nothing is escaped here: the templates do that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from archive.authors import Author
from archive.dates import PartialDate
from archive.exports.items import Item

__all__ = ["coins", "dublin_core_tags", "highwire_tags", "schema_org_report"]

_UNKNOWN_INSTITUTION = "[publisher unknown]"


def highwire_tags(item: Item) -> tuple[tuple[str, str], ...]:
    """Return the Highwire tags, names and contents of `meta` elements.

    It is `citation_technical_report_institution` that makes Zotero see a report, so there is one
    even if the publisher is unknown. All but authors and keywords may stand once only, for Zotero
    joins what stands twice.
    """
    return tuple((f"citation_{name}", content) for name, content in _highwire(item))


def _highwire(item: Item) -> Iterator[tuple[str, str]]:
    yield "title", item.title
    for author in item.authors:
        yield "author", _undivided(author)
    if item.date is not None:
        yield "publication_date", _slashed(item.date)
    yield "technical_report_institution", item.institution or _UNKNOWN_INSTITUTION
    texts = {
        "technical_report_number": item.number,
        "publisher": item.institution,
        "doi": item.doi,
        "isbn": item.isbn,
        "language": item.language,
        "abstract": item.abstract,
        "public_url": item.url,
        "fulltext_html_url": item.url,
    }
    yield from ((name, text) for name, text in texts.items() if text)
    for keyword in item.keywords:
        yield "keywords", keyword


def dublin_core_tags(item: Item) -> tuple[tuple[str, str], ...]:
    """Return the Dublin Core tags; the page also needs `<link rel="schema.DC">`."""
    single = {
        "DC.title": item.title,
        "DC.date": None if item.date is None else str(item.date),
        "DC.publisher": item.institution,
        "DC.type": item.kind,
        "DC.identifier": item.url,
        "DC.language": item.language,
        "DC.description": item.abstract,
        "DC.rights": item.rights,
    }
    tags = [(name, text) for name, text in single.items() if text]
    tags += [("DC.creator", author.inverted) for author in item.authors]
    tags += [("DC.subject", keyword) for keyword in item.keywords]
    return tuple(tags)


def coins(item: Item) -> str:
    """Return the `title` of a COinS element, `<span class="Z3988" title="...">`."""
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "report"),
        ("rft.btitle", item.title),
    ]
    single = {
        "rft.pub": item.institution,
        "rft.place": item.place,
        "rft.date": None if item.date is None else str(item.date),
        "rft.isbn": item.isbn,
        "rft.language": item.language,
        "rft_id": item.url,
    }
    pairs += [(name, text) for name, text in single.items() if text]
    pairs += [("rft.au", author.inverted) for author in item.authors]
    if item.doi is not None:
        pairs.append(("rft_id", f"info:doi/{item.doi}"))
    return urlencode(pairs)


def schema_org_report(item: Item) -> dict[str, Any]:
    """Return the schema.org `Report` of a document, for JSON-LD; what is unknown is left out."""
    authors = [
        {"@type": "Organization", "name": author.name}
        if author.family is None
        else _person(author.name, author.family, author.given)
        for author in item.authors
    ]
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Report",
        "@id": item.url,
        "url": item.url,
        "name": item.title,
        "headline": item.title[:110],
        "author": authors,
        "publisher": _organization(item.institution),
        "datePublished": None if item.date is None else str(item.date),
        "reportNumber": item.number,
        "genre": item.kind,
        "inLanguage": item.language,
        "abstract": item.abstract,
        "keywords": list(item.keywords),
        "isbn": item.isbn,
        "sameAs": None if item.doi is None else f"https://doi.org/{item.doi}",
        "copyrightNotice": item.rights,
    }
    return {key: value for key, value in data.items() if value}


def _organization(name: str | None) -> dict[str, str] | None:
    return None if name is None else {"@type": "Organization", "name": name}


def _person(name: str, family: str, given: str | None) -> dict[str, str]:
    person = {"@type": "Person", "name": name, "familyName": family}
    return person if given is None else {**person, "givenName": given}


def _undivided(author: Author) -> str:
    """The name in a form that Zotero does not divide at a comma between names of two words."""
    first, _, rest = author.inverted.partition(", ")
    if " " not in first or " " not in rest:
        return author.inverted
    return author.name.replace(",", "") if author.family is None else _natural(author)


def _natural(author: Author) -> str:
    return " ".join(part for part in (author.given, author.family, author.suffix) if part)


def _slashed(date: PartialDate) -> str:
    return str(date).replace("-", "/")
