"""The errors of the annotations package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from archive.errors import ArchiveError

if TYPE_CHECKING:
    from annotations.models import Annotation
    from annotations.stored import StoredAnnotation

__all__ = [
    "AnnotationBusyError",
    "AnnotationError",
    "AnnotationExistsError",
    "AnnotationFileError",
    "AnnotationStateError",
    "ContentError",
    "SelectionError",
    "StaleAnnotationError",
    "UnknownAnnotationError",
    "WebAnnotationError",
]


class AnnotationError(ArchiveError):
    """Base of all errors of this package."""


class AnnotationFileError(AnnotationError):
    """An annotation file does not hold what it should; it is left as it is."""


class UnknownAnnotationError(AnnotationError):
    """No annotation of the archive has the id asked for."""


class AnnotationExistsError(AnnotationError):
    """An annotation that should be new has the id of another."""


class AnnotationBusyError(AnnotationError):
    """Another program is writing the annotation."""


class ContentError(AnnotationError):
    """What an editor wrote cannot be an annotation: too long, empty, or a part is missing."""


class AnnotationStateError(AnnotationError):
    """An annotation cannot go from its state to the one asked for."""


class SelectionError(AnnotationError):
    """A selection is not in the text of the document."""


class WebAnnotationError(AnnotationError):
    """JSON is not a W3C annotation or collection, or one that an archive cannot hold."""


class StaleAnnotationError(AnnotationError):
    """The annotation was changed by someone else since it was read; nothing was written.

    Attributes:
        present: the annotation as it is on disk now, with its fingerprint.
        yours: what the refused change would have made of it.
    """

    def __init__(self, present: StoredAnnotation, yours: Annotation) -> None:
        self.present = present
        self.yours = yours
        super().__init__(
            f"The annotation '{present.annotation.id}' was changed meanwhile.",
            remedy="Compare both versions, and save the one that should stand.",
        )
