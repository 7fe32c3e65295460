"""The addresses of pages, as paths below the root of the site.

They are pure functions, so that pages are built without a web request; a test compares them with
the routes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlencode

from archive.links import linked_document, linked_place
from indexer import Facet, Filters, SearchRequest, Sort
from webapp.scopes import split_kinds

__all__ = [
    "SCOPE",
    "annotate_address",
    "annotation_address",
    "author_address",
    "cite_address",
    "document_address",
    "export_address",
    "facet_address",
    "mission_address",
    "parameters",
    "safe_href",
    "search_address",
    "theme_address",
    "un_document_address",
    "year_address",
]

SCOPE = "in"
"""The name that scopes have in addresses and forms."""

_WEB = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
_PLACE = re.compile(r"#[^\s\x00-\x1f]+")


def document_address(
    document_id: str, place: str | None = None, found_by: SearchRequest | None = None
) -> str:
    """Return where a document is read, or a block, note or annotation in it.

    Args:
        document_id: of the document.
        place: the id of the block, note or annotation in the page.
        found_by: the search that led there: the page marks what it finds.
    """
    page = f"/documents/{quote(document_id, safe='')}"
    if found_by is not None and found_by.query:
        page = search_address(found_by, page)
    return f"{page}#{quote(place)}" if place else page


def cite_address(document_id: str, place: str | None = None) -> str:
    """Return where it is said how to cite a document, or a block or note in it."""
    page = f"/documents/{quote(document_id, safe='')}/cite"
    return f"{page}?{urlencode([('at', place)])}" if place else page


def export_address(document_id: str, name: str, place: str | None = None) -> str:
    """Return where a document, or a reference to a place in it, is had in a format."""
    page = f"/documents/{quote(document_id, safe='')}/export/{quote(name, safe='')}"
    return f"{page}?{urlencode([('at', place)])}" if place else page


def annotation_address(annotation_id: str) -> str:
    """Return the page of an annotation."""
    return f"/annotations/{quote(annotation_id, safe='')}"


def annotate_address(document_id: str, passage: str) -> str:
    """Return the form in which an editor annotates a block or note."""
    page = f"/documents/{quote(document_id, safe='')}/annotate"
    return f"{page}?{urlencode([('at', passage)])}"


def mission_address(mission_id: str) -> str:
    """Return the page of a mission."""
    return f"/missions/{quote(mission_id, safe='')}"


def theme_address(theme_id: str) -> str:
    """Return the page of a theme."""
    return f"/themes/{quote(theme_id, safe='')}"


def author_address(name: str) -> str:
    """Return the page of an author."""
    return f"/authors/{quote(name, safe='')}"


def year_address(year: int | str) -> str:
    """Return the page of a year."""
    return f"/years/{year}"


def un_document_address(key: str) -> str:
    """Return the page of a UN document: by its id in the authority, else by its symbol."""
    return f"/un-documents/{quote(key, safe='/()')}"


def search_address(request: SearchRequest, path: str = "/search") -> str:
    """Return where the answer to a request is shown; what is at its default is left out."""
    pairs = list(parameters(request))
    return f"{path}?{urlencode(pairs)}" if pairs else path


def facet_address(facet: Facet, value: str) -> str:
    """Return where everything is listed that has a value of a facet."""
    return search_address(SearchRequest(filters=Filters({facet: (value,)})))


def parameters(request: SearchRequest) -> Iterator[tuple[str, str]]:
    """Yield the names and values that stand for a request in an address or form."""
    if request.query:
        yield "q", request.query
    scopes, kinds = split_kinds(request.filters.values(Facet.KIND))
    for scope in scopes:
        yield SCOPE, scope.value
    for facet in Facet:
        for value in kinds if facet is Facet.KIND else request.filters.values(facet):
            yield facet.value, value
    if request.sort is not Sort.RELEVANCE:
        yield "sort", request.sort.value
    if request.as_typed:
        yield "as_typed", "1"
    if request.page > 1:
        yield "page", str(request.page)


def safe_href(href: str | None) -> str | None:
    """Return the address that a link in a document or annotation has on the site.

    Links to other documents become addresses of their pages; web and mail addresses and places on
    the same page stay. For everything else, such as `javascript:`, there is no address: None.
    """
    href = (href or "").strip()
    document_id = linked_document(href)
    if document_id is not None:
        return document_address(document_id, linked_place(href))
    return href if _WEB.fullmatch(href) or _PLACE.fullmatch(href) else None
