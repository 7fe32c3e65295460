"""Lists: all documents, all missions, all themes, all authors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from archive import PartialDate
from archive.authorities import Authorities
from archive.authors import read_author
from indexer import DocumentHit, Facet, FacetCount, SearchResult
from webapp.addresses import (
    author_address,
    document_address,
    mission_address,
    theme_address,
)
from webapp.pages.base import Page, Site
from webapp.pages.paging import Paging, paging
from webapp.pages.spans import years_of
from webapp.pages.words import type_shown

__all__ = [
    "AuthorityEntry",
    "AuthorityPage",
    "DocumentsPage",
    "ListedDocument",
    "authors_page",
    "documents_page",
    "listed",
    "missions_page",
    "themes_page",
]


@dataclass(frozen=True, slots=True)
class ListedDocument:
    """A document in a list, with a line of facts."""

    id: str
    title: str
    address: str
    date: str | None
    authors: tuple[str, ...]
    type: str | None


@dataclass(frozen=True, kw_only=True)
class DocumentsPage(Page):
    """All documents, newest first.

    Attributes:
        total: how many there are.
        documents: those of this page.
        paging: the other pages.
    """

    template: ClassVar[str] = "documents/list.html"
    total: int
    documents: tuple[ListedDocument, ...]
    paging: Paging | None


@dataclass(frozen=True, slots=True)
class AuthorityEntry:
    """A mission or theme in a list.

    Attributes:
        label: what readers see.
        address: its page.
        name: the full name of a mission, or what a theme is about.
        span: the years of a mission, in words; else empty.
        documents: how many documents the archive has about it.
        passages: how many passages.
    """

    label: str
    address: str
    name: str
    span: str
    documents: int
    passages: int


@dataclass(frozen=True, kw_only=True)
class AuthorityPage(Page):
    """All missions, all themes or all authors.

    Attributes:
        kind: `mission`, `theme` or `author`.
        entries: those the archive has something about, by label.
        others: the rest of the authority, by label.
    """

    template: ClassVar[str] = "authorities/list.html"
    kind: str
    entries: tuple[AuthorityEntry, ...]
    others: tuple[AuthorityEntry, ...]


def listed(hit: DocumentHit) -> ListedDocument:
    """Return a document for a list."""
    date = None if hit.date is None else PartialDate.parse(hit.date).long
    return ListedDocument(
        hit.document,
        hit.title,
        document_address(hit.document),
        date,
        hit.authors,
        type_shown(hit.type),
    )


def documents_page(result: SearchResult, site: Site) -> DocumentsPage:
    """Return the list of documents; `result` is what an empty search finds."""
    return DocumentsPage(
        site=site,
        title="Documents",
        total=result.documents,
        documents=tuple(listed(hit) for hit in result.hits),
        paging=paging(result.request, result.pages, "/documents"),
    )


def missions_page(everything: SearchResult, authorities: Authorities, site: Site) -> AuthorityPage:
    """Return the list of missions; `everything` is what an empty search finds."""
    counts = _counts(everything, Facet.MISSION)
    entries = tuple(
        AuthorityEntry(
            label=authorities.mission_label(mission.id),
            address=mission_address(mission.id),
            name=mission.name,
            span=years_of(mission),
            **_counted(counts.get(mission.id)),
        )
        for mission in authorities.missions
    )
    return _authority_page("Missions", "mission", entries, site)


def themes_page(everything: SearchResult, authorities: Authorities, site: Site) -> AuthorityPage:
    """Return the list of themes; `everything` is what an empty search finds."""
    counts = _counts(everything, Facet.THEME)
    entries = tuple(
        AuthorityEntry(
            label=theme.label,
            address=theme_address(theme.id),
            name=theme.scope,
            span="",
            **_counted(counts.get(theme.id)),
        )
        for theme in authorities.themes
    )
    return _authority_page("Themes", "theme", entries, site)


def authors_page(everything: SearchResult, site: Site) -> AuthorityPage:
    """Return the list of authors by family name; `everything` is what an empty search finds."""
    entries = tuple(
        AuthorityEntry(
            label=read_author(count.label).inverted,
            address=author_address(count.id),
            name="",
            span="",
            **_counted(count),
        )
        for count in everything.facets.get(Facet.AUTHOR, ())
    )
    return _authority_page("Authors", "author", entries, site)


def _authority_page(
    title: str, kind: str, entries: tuple[AuthorityEntry, ...], site: Site
) -> AuthorityPage:
    ordered = sorted(entries, key=lambda entry: entry.label.casefold())
    return AuthorityPage(
        site=site,
        title=title,
        kind=kind,
        entries=tuple(entry for entry in ordered if entry.passages),
        others=tuple(entry for entry in ordered if not entry.passages),
    )


def _counts(result: SearchResult, facet: Facet) -> Mapping[str, FacetCount]:
    return {count.id: count for count in result.facets.get(facet, ())}


def _counted(count: FacetCount | None) -> dict[str, int]:
    return {
        "documents": 0 if count is None else count.documents,
        "passages": 0 if count is None else count.passages,
    }
