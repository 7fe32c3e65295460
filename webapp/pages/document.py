"""The page of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from archive import Metadata
from webapp.addresses import document_address, safe_href
from webapp.opened import OpenedDocument
from webapp.pages.base import Page, Site
from webapp.pages.words import type_shown
from webapp.reading import ReadableText, Tag, mission_tags, readable, theme_tags

__all__ = ["DocumentFacts", "DocumentPage", "document_page"]


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What the title block says of a document.

    Attributes:
        subtitle: or None.
        authors: in the order of the title page.
        publisher: or None.
        date: in words, or None.
        date_iso: for machines, or None.
        type: what kind of publication, or None if that is not known.
        language: of the text.
        abstract: or None.
        missions: it is chiefly about.
        themes: likewise.
        proposed: missions and themes that the import proposed and nobody has confirmed.
        rights: or None.
        source: names and values of what is known of where it comes from.
        source_url: where it was published, or None.
        abbreviations: its own list, short form to expansion.
    """

    subtitle: str | None
    authors: tuple[str, ...]
    publisher: str | None
    date: str | None
    date_iso: str | None
    type: str | None
    language: str
    abstract: str | None
    missions: tuple[Tag, ...]
    themes: tuple[Tag, ...]
    proposed: tuple[Tag, ...]
    rights: str | None
    source: Mapping[str, str]
    source_url: str | None
    abbreviations: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class DocumentPage(Page):
    """A document to read.

    Attributes:
        facts: its title block.
        text: its contents, text, notes and annotations.
        address: of the page, for print.
        json: the address of the document as JSON.
    """

    template: ClassVar[str] = "documents/document.html"
    facts: DocumentFacts
    text: ReadableText
    address: str
    json: str


def document_page(opened: OpenedDocument, site: Site, root: str) -> DocumentPage:
    """Return the page of a document.

    Args:
        opened: the document.
        site: the archive.
        root: where the site is reached, without a final slash.
    """
    document = opened.document
    address = document_address(document.id)
    return DocumentPage(
        site=site,
        title=document.metadata.title,
        facts=_facts(document.metadata, opened),
        text=readable(opened),
        address=root + address,
        json=f"{address}.json",
    )


def _facts(metadata: Metadata, opened: OpenedDocument) -> DocumentFacts:
    authorities = opened.authorities
    source_url = safe_href(metadata.source.get("url"))
    return DocumentFacts(
        subtitle=metadata.subtitle,
        authors=metadata.authors,
        publisher=metadata.publisher,
        date=None if metadata.date is None else metadata.date.long,
        date_iso=None if metadata.date is None else str(metadata.date),
        type=type_shown(metadata.type),
        language=metadata.language,
        abstract=metadata.abstract,
        missions=mission_tags(metadata.missions, authorities),
        themes=theme_tags(metadata.themes, authorities),
        proposed=mission_tags(metadata.proposed_missions, authorities)
        + theme_tags(metadata.proposed_themes, authorities),
        rights=metadata.rights,
        source={name: value for name, value in metadata.source.items() if name != "url"},
        source_url=source_url,
        abbreviations=metadata.abbreviations,
    )
