"""The IRIs of an archive's documents, annotations, missions and themes, and back from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

__all__ = ["Addresses"]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Makes and reads IRIs.

    Attributes:
        base: the address of the site; it ends in a slash.
        documents: further addresses of documents, such as those of the originals that people
            annotated elsewhere, to the ids of the documents.
    """

    base: str
    documents: Mapping[str, str] = field(default_factory=dict)

    @property
    def annotations(self) -> str:
        """The container of all annotations."""
        return f"{self.base}annotations/"

    def annotation(self, identifier: str) -> str:
        """The address of an annotation."""
        return f"{self.annotations}{identifier}"

    def reply(self, identifier: str, number: int) -> str:
        """The address of a reply; they are counted from 1."""
        return f"{self.annotation(identifier)}/replies/{number}"

    def document(self, document_id: str) -> str:
        """The address of a document."""
        return f"{self.base}documents/{quote(document_id, safe='')}"

    def tag(self, kind: str, identifier: str) -> str:
        """The address of a mission (kind `missions`) or theme (kind `themes`)."""
        return f"{self.base}{kind}/{quote(identifier, safe='')}"

    def annotation_id(self, iri: str) -> str | None:
        """Return the id of the annotation at an address, or None if it is none of ours."""
        return self._last(iri, "annotations")

    def document_id(self, iri: str) -> str | None:
        """Return the id of the document at an address, or None if it is none of ours."""
        page = iri.partition("#")[0]
        return self._last(page, "documents") or self.documents.get(page)

    def tag_id(self, kind: str, iri: str) -> str | None:
        """Return the id of the mission or theme at an address, or None if it is none of ours."""
        return self._last(iri, kind)

    def _last(self, iri: str, folder: str) -> str | None:
        start = f"{self.base}{folder}/"
        rest = iri.removeprefix(start)
        return unquote(rest) if rest and iri.startswith(start) and "/" not in rest else None
