"""A document as it is read: with its annotations in their places, its citations and mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from annotations import Anchor, Annotation, State, resolve
from archive import Document
from archive.authorities import Authorities
from archive.citations import PlacedCitation, document_citations
from archive.mentions import PlacedMention, document_mentions
from archive.references import Reference, document_references
from webapp.citing import Citations

__all__ = ["NewAnnotation", "OpenedDocument", "PlacedAnnotation", "open_document"]


@dataclass(frozen=True, slots=True)
class PlacedAnnotation:
    """A published annotation and where its target is in today's text."""

    annotation: Annotation
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class OpenedDocument:
    """A document and all that is shown with it.

    Attributes:
        document: the document.
        annotations: the published ones, in the order of their places; those without a sure
            place come last.
        citations: of UN documents.
        mentions: of missions; those left open name no mission.
        authorities: by which citations and mentions were recognised.
        references: to other documents of the archive, beyond doubt.
        held: the ids of the documents that are themselves UN documents, by symbol.
    """

    document: Document
    annotations: tuple[PlacedAnnotation, ...]
    citations: tuple[PlacedCitation, ...]
    mentions: tuple[PlacedMention, ...]
    authorities: Authorities
    references: tuple[Reference, ...]
    held: Mapping[str, str]


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
    """Put a document together with what is shown with it; drafts and the like are left out.

    Args:
        document: the document.
        annotations: on it.
        authorities: of the archive.
        citations: of the archive, for the documents that this one may refer to, if there are any.
    """
    citations = Citations() if citations is None else citations
    references = document_references(document, citations.catalogue)
    return OpenedDocument(
        document,
        tuple(_placed(document, annotations)),
        tuple(document_citations(document, authorities)),
        tuple(document_mentions(document, authorities)),
        authorities,
        tuple(reference for reference in references if not reference.doubtful),
        citations.held,
    )


def _placed(document: Document, annotations: Iterable[Annotation]) -> Iterator[PlacedAnnotation]:
    order = {passage.id: index for index, passage in enumerate(document.passages())}
    placed = [
        PlacedAnnotation(annotation, resolve(annotation.target, document))
        for annotation in annotations
        if annotation.state is State.PUBLISHED
    ]
    yield from sorted(
        placed,
        key=lambda one: (
            order.get(one.anchor.passage or "", len(order)),
            one.anchor.end,
            one.annotation.created,
        ),
    )
