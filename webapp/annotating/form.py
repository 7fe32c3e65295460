"""The form of an annotation: what an editor fills in, and the content it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from annotations import (
    Content,
    ContentError,
    DocumentTarget,
    Kind,
    SelectionError,
    Target,
    select,
)
from annotations.selectors import folded
from archive import Document
from archive.authorities import Authorities
from archive.links import linked_document, linked_place
from webapp.asking import Arguments

__all__ = ["Opener", "Written", "form_of", "written_in"]

_PAGE = re.compile(r"/documents/(?P<document>[^/?#]+)")
_DIGITS = 9

Opener = Callable[[str], Document]
"""From the id of a document to the document."""


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in the form.

    Attributes:
        at: the id of the block or note.
        kind: what the annotation does.
        words: those it is about; empty for the whole block or note.
        start: where they start in its text, in code points; None if that is not known.
        body: Markdown.
        missions: ids of those it tags the passage with.
        themes: likewise.
        refers_to: the address of the other end of a cross-reference.
        reason: why it is changed.
    """

    at: str
    kind: str = Kind.COMMENT.value
    words: str = ""
    start: int | None = None
    body: str = ""
    missions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    refers_to: str = ""
    reason: str = ""

    def content(
        self,
        document: Document,
        authorities: Authorities,
        opened: Opener,
        before: Content | None = None,
    ) -> Content:
        """Return the content that the form stands for.

        Args:
            document: that is annotated.
            authorities: of the archive.
            opened: opens the document at the other end.
            before: what is edited; ends that the form leaves alone stay as they are.

        Raises:
            ContentError: a field has a value that it cannot have.
            SelectionError: the document has no such place.
            UnknownDocumentError: the archive has no document at the other end.
        """
        known = {mission.id for mission in authorities.missions}
        _refuse_unknown("mission", self.missions, known)
        _refuse_unknown("theme", self.themes, {theme.id for theme in authorities.themes})
        return Content(
            _kind(self.kind),
            self._target(document, before),
            self.body,
            self.missions,
            self.themes,
            self._other_end(opened, before),
        )

    def _target(self, document: Document, before: Content | None) -> Target:
        if before is not None and self.start is None and self._names(before.target):
            return before.target
        passage = document.by_id.get(self.at)
        text = getattr(passage, "text", None)
        if not isinstance(text, str):
            raise SelectionError(
                "The document has no such paragraph or note any more.",
                remedy="Load the page again, and choose another.",
            )
        if not self.words.strip():
            return Target(self.at)
        start = _place(text, self.words, self.start)
        return select(document, self.at, start, start + len(self.words))

    def _names(self, target: Target) -> bool:
        words = "" if target.quote is None else target.quote.exact
        return (self.at, _line(self.words)) == (target.passage, _line(words))

    def _other_end(self, opened: Opener, before: Content | None) -> DocumentTarget | None:
        address = self.refers_to.strip()
        if not address:
            return None
        if before is not None and address == _address(before.refers_to):
            return before.refers_to
        document_id, place = _named(address)
        if document_id is None or not place:
            raise ContentError(
                "The other place is not one of this archive.",
                remedy="Copy the address of its paragraph: the sign ¶ beside it.",
            )
        if place not in opened(document_id).by_id:
            raise ContentError(
                f"The document '{document_id}' has no paragraph or note '{place[:40]}'.",
                remedy="Copy the address again: the text may have changed.",
            )
        return DocumentTarget(document_id, Target(place))


def written_in(fields: Arguments) -> Written:
    """Return what was filled in."""
    start = fields.get("start", "")
    return Written(
        at=fields.get("at", ""),
        kind=fields.get("kind", "") or Kind.COMMENT.value,
        words=fields.get("words", "").replace("\r\n", "\n"),
        start=int(start) if start.isascii() and start.isdigit() and len(start) < _DIGITS else None,
        body=fields.get("body", ""),
        missions=tuple(filter(None, fields.getlist("mission"))),
        themes=tuple(filter(None, fields.getlist("theme"))),
        refers_to=fields.get("refers_to", ""),
        reason=fields.get("reason", ""),
    )


def form_of(content: Content) -> Written:
    """Return the form filled in with a content, to edit it."""
    quote = content.target.quote
    return Written(
        at=content.target.passage,
        kind=content.kind.value,
        words="" if quote is None else quote.exact,
        body=content.body,
        missions=content.missions,
        themes=content.themes,
        refers_to=_address(content.refers_to),
    )


def _kind(value: str) -> Kind:
    if value not in set(Kind):
        raise ContentError(f"'{value[:40]}' is no kind of annotation.", remedy="Choose one.")
    return Kind(value)


def _refuse_unknown(what: str, chosen: tuple[str, ...], known: set[str]) -> None:
    for identifier in chosen:
        if identifier not in known:
            raise ContentError(
                f"The archive knows no {what} '{identifier[:40]}'.", remedy="Choose from the list."
            )


def _place(text: str, words: str, start: int | None) -> int:
    """Return where words start in a text: at a given place, or at the only one."""
    sought, searched = folded(words), folded(text)
    if start is not None:
        if searched.startswith(sought, start):
            return start
        raise SelectionError(
            "The words selected do not stand there any more.",
            remedy="Load the page again, and select them once more.",
        )
    count = searched.count(sought)
    if count != 1:
        often = "do not stand there" if count == 0 else f"stand there {count} times"
        raise SelectionError(
            f"The words you gave {often}.",
            remedy="Copy them from the text, with as many around as tell them apart.",
        )
    return searched.index(sought)


def _line(words: str) -> str:
    return " ".join(words.split())


def _address(end: DocumentTarget | None) -> str:
    if end is None:
        return ""
    return f"/documents/{end.document}#{end.target.passage}"


def _named(address: str) -> tuple[str | None, str | None]:
    """Return the document and the place in it that an address names."""
    if linked_document(address) is not None:
        return linked_document(address), linked_place(address)
    parts = urlsplit(address)
    page = _PAGE.fullmatch(parts.path)
    return (None if page is None else unquote(page["document"])), unquote(parts.fragment)
