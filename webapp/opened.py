"""A document as it is read: with its annotations in their places, its citations and mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from annotations import Anchor, Annotation, State, resolve
from archive import Document
from archive.authorities import Authorities
from archive.citations import PlacedCitation, document_citations
from archive.mentions import PlacedMention, document_mentions

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
    """

    document: Document
    annotations: tuple[PlacedAnnotation, ...]
    citations: tuple[PlacedCitation, ...]
    mentions: tuple[PlacedMention, ...]
    authorities: Authorities


@dataclass(frozen=True, slots=True)
class NewAnnotation:
    """An annotation and the document it belongs to."""

    placed: PlacedAnnotation
    opened: OpenedDocument


def open_document(
    document: Document, annotations: Iterable[Annotation], authorities: Authorities
) -> OpenedDocument:
    """Put a document together with what is shown with it; drafts and the like are left out."""
    return OpenedDocument(
        document,
        tuple(_placed(document, annotations)),
        tuple(document_citations(document, authorities)),
        tuple(document_mentions(document, authorities)),
        authorities,
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
