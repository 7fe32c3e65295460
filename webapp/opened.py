"""A document as it is read: with its annotations in their places, its citations and mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from annotations import Anchor, Anchors, Annotation, State, Target
from archive import Document
from archive.authorities import Authorities
from archive.citations import PlacedCitation, document_citations
from archive.mentions import PlacedMention, document_mentions
from archive.references import Reference, document_references
from webapp.citing import Citations

__all__ = [
    "EDITORS",
    "READERS",
    "NewAnnotation",
    "OpenedDocument",
    "PlacedAnnotation",
    "annotated",
    "open_document",
]

READERS = frozenset({State.PUBLISHED})
"""The states of the annotations that everyone sees."""
EDITORS = frozenset(State) - {State.WITHDRAWN}
"""The states of the annotations that editors see beside the text."""


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """An annotation and where one of its ends is in today's text.

    Attributes:
        annotation: the annotation.
        anchor: where that end is.
        end: which of its ends: 0 for its target, 1 for the other end of a cross-reference.
    """

    annotation: Annotation
    anchor: Anchor
    end: int = 0

    @property
    def target(self) -> Target:
        """What the annotation is about at this end."""
        return self.annotation.ends[self.end].target

    @property
    def key(self) -> str:
        """What tells it from all others in the document: the id, and the end if it is the other."""
        return f"{self.annotation.id}.{self.end}" if self.end else self.annotation.id


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document and all that is shown with it.

    Attributes:
        document: the document.
        annotations: those that are shown, in the order of their places; those without a sure
            place come last.
        citations: of UN documents.
        mentions: of missions; those left open name no mission.
        authorities: by which citations and mentions were recognised.
        references: to other documents of the archive, beyond doubt.
        held: the ids of the documents that are themselves UN documents, by symbol.
        seen: the states of the annotations that are shown.
    """

    document: Document
    annotations: tuple[PlacedAnnotation, ...]
    citations: tuple[PlacedCitation, ...]
    mentions: tuple[PlacedMention, ...]
    authorities: Authorities
    references: tuple[Reference, ...]
    held: Mapping[str, str]
    seen: frozenset[State] = READERS


@dataclass(frozen=True, slots=True)
class NewAnnotation:
    """An annotation and the document it belongs to."""

    placed: PlacedAnnotation
    opened: OpenedDocument


def open_document(
    document: Document,
    annotations: Iterable[Annotation],
    authorities: Authorities,
    citations: Citations | None = None,
) -> OpenedDocument:
    """Put a document together with what readers see with it.

    Args:
        document: the document.
        annotations: with an end in it.
        authorities: of the archive.
        citations: of the archive, for the documents that this one may refer to, if there are any.
    """
    citations = Citations() if citations is None else citations
    references = document_references(document, citations.catalogue)
    opened = OpenedDocument(
        document,
        (),
        tuple(document_citations(document, authorities)),
        tuple(document_mentions(document, authorities)),
        authorities,
        tuple(reference for reference in references if not reference.doubtful),
        citations.held,
    )
    return annotated(opened, annotations, READERS)


def annotated(
    opened: OpenedDocument, annotations: Iterable[Annotation], seen: frozenset[State]
) -> OpenedDocument:
    """Return a document with other annotations in their places.

    Args:
        opened: the document.
        annotations: with an end in it.
        seen: the states of the annotations that are shown; the others are left out.
    """
    shown = (annotation for annotation in annotations if annotation.state in seen)
    placed = tuple(_placed(opened.document, shown))
    return replace(opened, annotations=placed, seen=seen)


def _placed(document: Document, annotations: Iterable[Annotation]) -> Iterator[PlacedAnnotation]:
    order = {passage.id: index for index, passage in enumerate(document.passages())}
    anchors = Anchors(document)
    placed = [
        PlacedAnnotation(annotation, anchors.resolve(end.target), number)
        for annotation in annotations
        for number, end in enumerate(annotation.ends)
        if end.document == document.id
    ]
    yield from sorted(
        placed,
        key=lambda one: (
            order.get(one.anchor.passage or "", len(order)),
            one.anchor.end,
            one.annotation.created,
        ),
    )
