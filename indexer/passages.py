"""The unit of search: a block, a note, an annotation or a title page, as the index keeps it.

An `IndexedPassage` carries all that a result shows, so that showing results reads no document.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

__all__ = ["IndexedPassage", "PassageKind"]


class PassageKind(StrEnum):
    """What a passage is: a kind of block, a note, an annotation, or the title of a document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    ASIDE = "aside"
    NOTE = "note"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """One block, note or annotation, or the title page of a document.

    Attributes:
        document: id of the document.
        id: id of the block, note or annotation; empty for the title page.
        kind: what the passage is.
        text: plain text without note marks; for an annotation the text of its body.
        title: of the document.
        authors: of the document.
        date: of the document, ISO 8601 as exact as known, or None.
        type: of the document ("report").
        section: texts of the headings above it, outermost first.
        missions: ids: the document's confirmed ones and, for an annotation, its own.
        themes: likewise.
        proposed_missions: ids that an importer proposes for the document and nobody confirmed.
        proposed_themes: likewise.
        mentioned: ids of the missions named in the passage itself.
        symbols: of the UN documents cited in the passage.
        label: of a note (`12`) or a list item (`(b)`), else None.
        context: for a note the sentence that refers to it; else empty.
        quote: for an annotation the words it is about; else empty.
        annotation_kind: what kind of annotation it is; else None.
        editor: who wrote the annotation; else None.
        anchor: the fragment to link to: the id in the page of what is shown.
    """

    document: str
    id: str
    kind: PassageKind
    text: str
    title: str
    authors: tuple[str, ...] = ()
    date: str | None = None
    type: str = "document"
    section: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    proposed_missions: tuple[str, ...] = ()
    proposed_themes: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    label: str | None = None
    context: str = ""
    quote: str = ""
    annotation_kind: str | None = None
    editor: str | None = None
    anchor: str = ""

    @property
    def year(self) -> int | None:
        """The year of publication of the document, if known."""
        return int(self.date[:4]) if self.date else None

    @property
    def url(self) -> str:
        """Where the passage is read: a path below the root of the site."""
        page = f"/documents/{quote(self.document, safe='')}"
        return f"{page}#{quote(self.anchor)}" if self.anchor else page
