"""Annotations together with the files they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from annotations.models import Annotation
from archive import Fault

__all__ = ["AnnotationSet", "StoredAnnotation"]


@dataclass(frozen=True, slots=True)
class StoredAnnotation:
    """An annotation as its file holds it.

    Attributes:
        annotation: what the file says.
        path: the file.
        fingerprint: changes with every byte of the file; a change of the annotation must name
            the one it was made from.
    """

    annotation: Annotation
    path: Path
    fingerprint: str


@dataclass(frozen=True)
class AnnotationSet:
    """All annotations of an archive at one moment.

    Attributes:
        stored: every annotation that can be read, by document, oldest first.
        faults: what is wrong with the files that cannot.
    """

    stored: tuple[StoredAnnotation, ...]
    faults: tuple[Fault, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, StoredAnnotation]:
        """Every annotation by its id."""
        return {stored.annotation.id: stored for stored in self.stored}

    def of_document(self, document_id: str) -> tuple[Annotation, ...]:
        """Return the annotations with an end in a document, oldest first.

        Those of other documents that refer to this one are among them.
        """
        return self._by_document.get(document_id, ())

    @cached_property
    def _by_document(self) -> dict[str, tuple[Annotation, ...]]:
        found: dict[str, list[Annotation]] = {}
        for annotation in sorted((stored.annotation for stored in self.stored), key=_age):
            for document_id in {end.document for end in annotation.ends}:
                found.setdefault(document_id, []).append(annotation)
        return {document_id: tuple(here) for document_id, here in found.items()}


def _age(annotation: Annotation) -> tuple[float, str]:
    return annotation.created.timestamp(), annotation.id
