"""The page of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from archive import Metadata
from archive.exports import (
    EXPORTS,
    document_item,
    dublin_core_tags,
    highwire_tags,
    schema_org_report,
)
from indexer import SearchRequest
from webapp.addresses import (
    author_address,
    cite_address,
    document_address,
    export_address,
    safe_href,
    search_address,
)
from webapp.opened import OpenedDocument
from webapp.pages.base import Page, Site
from webapp.pages.words import type_shown
from webapp.reading import ReadableText, Tag, abbreviation_id, mission_tags, theme_tags

__all__ = [
    "DocumentFacts",
    "DocumentPage",
    "ListedAbbreviation",
    "Within",
    "document_page",
    "export_links",
    "within",
]

_FORMATS = {"json": "JSON", "bibtex": "BibTeX", "ris": "RIS", "csl-json": "CSL-JSON"}


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the title block says of a document.

    Attributes:
        authors: in the order of the title page.
        publisher: or None.
        date: in words, or None.
        date_iso: for machines, or None.
        type: what kind of publication, or None if that is not known.
        language: of the text.
        missions: it is chiefly about.
        themes: likewise.
        proposed: missions, then themes, that the import proposed and nobody has confirmed.
        rights: or None.
        source: names and values of what is known of where it comes from.
        source_url: where it was published, or None.
        abbreviations: its own list.
    """

    authors: tuple[Tag, ...]
    publisher: str | None
    date: str | None
    date_iso: str | None
    type: str | None
    language: str
    missions: tuple[Tag, ...]
    themes: tuple[Tag, ...]
    proposed: tuple[tuple[Tag, ...], ...]
    rights: str | None
    source: Mapping[str, str]
    source_url: str | None
    abbreviations: tuple[ListedAbbreviation, ...]


@dataclass(frozen=True, slots=True)
class ListedAbbreviation:
    """An abbreviation of the document's own list, and its id in the page."""

    id: str
    short: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Within:
    """A search within the document.

    Attributes:
        query: what was searched for.
        total: how many passages were found.
        first: the id in the page of the first of them, or None.
        back: the results in the whole archive.
        refused: why there is no answer; else empty.
    """

    query: str
    total: int
    first: str | None
    back: str
    refused: str = ""


@dataclass(frozen=True, kw_only=True)
class DocumentPage(Page):
    """A document to read.

    Attributes:
        facts: its title block.
        text: its contents, text, notes and annotations.
        within: what was searched for in it, or None.
        path: of the page, below the root of the site.
        address: of the page, for print.
        cite: where it is said how to cite it.
        exports: other forms of the document.
        meta: names and contents for reference managers.
        report: the document as schema.org describes reports, for search engines.
        json: the address of the document as JSON.
    """

    template: ClassVar[str] = "documents/document.html"
    facts: DocumentFacts
    text: ReadableText
    within: Within | None
    path: str
    address: str
    cite: str
    exports: tuple[Tag, ...]
    meta: tuple[tuple[str, str], ...]
    report: Mapping[str, Any]
    json: str


def document_page(
    opened: OpenedDocument,
    text: ReadableText,
    site: Site,
    root: str,
    within: Within | None = None,
) -> DocumentPage:
    """Return the page of a document.

    Args:
        opened: the document.
        text: as the page shows it, with the words found marked.
        site: the archive.
        root: where the site is reached, without a final slash.
        within: what was searched for in it.
    """
    document = opened.document
    address = document_address(document.id)
    item = document_item(document, opened.authorities, root)
    return DocumentPage(
        site=site,
        title=document.metadata.title,
        facts=_facts(document.metadata, opened),
        query=within.query if within else "",
        text=text,
        within=within,
        path=address,
        address=root + address,
        cite=cite_address(document.id),
        exports=export_links(document.id),
        meta=(*highwire_tags(item), *dublin_core_tags(item)),
        report=schema_org_report(item),
        json=f"{address}.json",
    )


def within(
    document_id: str, request: SearchRequest, text: ReadableText, refused: str = ""
) -> Within:
    """Return what a search found within the document whose text this is."""
    return Within(
        query=request.query,
        total=len(text.hits),
        first=text.hits[0] if text.hits else None,
        back=f"{search_address(request)}#hit-{document_id}",
        refused=refused,
    )


def export_links(document_id: str, place: str | None = None) -> tuple[Tag, ...]:
    """Return the forms in which a document, or a reference to a place in it, is to be had."""
    wanted = [
        export
        for export in EXPORTS.values()
        if export.media_type != "text/plain" and (export.write_items or place is None)
    ]
    return tuple(
        Tag(_FORMATS.get(export.name, export.name), export_address(document_id, export.name, place))
        for export in wanted
    )


def _facts(metadata: Metadata, opened: OpenedDocument) -> DocumentFacts:
    authorities = opened.authorities
    source_url = safe_href(metadata.source.get("url"))
    return DocumentFacts(
        authors=tuple(Tag(name, author_address(name)) for name in metadata.authors),
        publisher=metadata.publisher,
        date=None if metadata.date is None else metadata.date.long,
        date_iso=None if metadata.date is None else str(metadata.date),
        type=type_shown(metadata.type),
        language=metadata.language,
        missions=mission_tags(metadata.missions, authorities),
        themes=theme_tags(metadata.themes, authorities),
        proposed=tuple(
            filter(
                None,
                (
                    mission_tags(metadata.proposed_missions, authorities),
                    theme_tags(metadata.proposed_themes, authorities),
                ),
            )
        ),
        rights=metadata.rights,
        source={name: value for name, value in metadata.source.items() if name != "url"},
        source_url=source_url,
        abbreviations=tuple(
            ListedAbbreviation(abbreviation_id(short), short, expansion)
            for short, expansion in metadata.abbreviations.items()
        ),
    )
