"""Links from a text to what it cites: UN documents, and other documents of the archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from html import escape

from archive.citations import Citation, CitationForm
from archive.html import Element
from archive.references import ReferenceForm
from webapp.addresses import document_address, un_document_address
from webapp.opened import OpenedDocument

__all__ = ["cited_links"]

_DEPTH = 1


def cited_links(opened: OpenedDocument) -> Mapping[str, list[Element]]:
    """Return for every block and note the links from its references and citations.

    References to documents of the archive come first, for titles may have symbols in them. What
    contradicts itself leads nowhere, and "see note 4" leads to the note, not past it to what that
    note cites.
    """
    links: defaultdict[str, list[Element]] = defaultdict(list)
    for one in opened.references:
        if one.form is not ReferenceForm.LINK:
            address = document_address(one.target)
            link = _link(one.start, one.end, address, "reference", "In this archive")
            links[one.passage].append(link)
    for placed in opened.citations:
        citation = placed.citation
        leads_to = _leads_to(citation, opened)
        if leads_to is not None:
            title = _title(citation, opened)
            link = _link(citation.start, citation.end, leads_to, "citation", title)
            links[placed.passage].append(link)
    return links


def _leads_to(citation: Citation, opened: OpenedDocument) -> str | None:
    if citation.form is CitationForm.NOTE:
        return None
    held = opened.held.get(citation.symbol or "")
    if held is not None and held != opened.document.id:
        return document_address(held)
    if citation.document is not None:
        return un_document_address(citation.document)
    known = citation.symbol is not None and citation.fault is None
    return un_document_address(citation.symbol or "") if known else None


def _title(citation: Citation, opened: OpenedDocument) -> str:
    known = opened.authorities.un_document(citation.document or "")
    title = "" if known is None else known.title
    return ", ".join(part for part in (citation.symbol, title) if part)


def _link(start: int, end: int, address: str, kind: str, title: str) -> Element:
    opening = f'<a class="{kind}" href="{escape(address)}" title="{escape(title)}">'
    return Element(start, end, opening, "</a>", _DEPTH, exclusive=True)
