"""How to cite a document, or a paragraph or note in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from archive.exports import document_item, passage_item
from archive.exports.formatted import formatted
from webapp.addresses import document_address
from webapp.opened import OpenedDocument
from webapp.pages.base import Page, Site
from webapp.pages.document import export_links
from webapp.reading import Tag

__all__ = ["CitePage", "Reference", "cite_page"]

_STYLES = {
    "chicago-notes": "Chicago, in a note",
    "chicago-author-date": "Chicago, author and date",
    "apa": "APA",
    "mla": "MLA",
    "harvard": "Harvard",
}
_LONGEST_QUOTE = 300


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a style: as safe HTML in the list of references, and cited in the text."""

    style: str
    reference: Markup
    citation: Markup


@dataclass(frozen=True, kw_only=True)
class CitePage(Page):
    """How to cite a document or a place in it.

    Attributes:
        document: its title.
        back: where it is read, at the place.
        address: the whole address that citations give.
        quote: the beginning of the passage; empty for the whole document.
        references: in every style.
        exports: the reference for other programs.
    """

    template: ClassVar[str] = "documents/cite.html"
    document: str
    back: str
    address: str
    quote: str
    references: tuple[Reference, ...]
    exports: tuple[Tag, ...]


def cite_page(opened: OpenedDocument, place: str | None, site: Site, root: str) -> CitePage:
    """Return the page that says how to cite a document.

    Args:
        opened: the document.
        place: the id of a block or note of it, or None for the whole.
        site: the archive.
        root: where the site is reached, without a final slash.
    """
    document, authorities = opened.document, opened.authorities
    if place is None:
        item = document_item(document, authorities, root)
    else:
        item = passage_item(document, place, authorities, root)
    back = document_address(document.id, place)
    return CitePage(
        site=site,
        title="Cite this document" if place is None else "Cite this passage",
        document=document.metadata.title,
        back=back,
        address=root + back,
        quote="" if place is None else _beginning(document.by_id[place].text or ""),
        references=tuple(
            Reference(label, Markup(found.reference_html), Markup(found.citation_html))  # noqa: S704 -- escaped by the export
            for style, label in _STYLES.items()
            for found in formatted([item], style)
        ),
        exports=export_links(document.id, place),
    )


def _beginning(text: str) -> str:
    run = " ".join(text.split())
    return run if len(run) <= _LONGEST_QUOTE else f"{run[:_LONGEST_QUOTE].rpartition(' ')[0]} …"
