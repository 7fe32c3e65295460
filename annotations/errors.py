"""The errors of the annotations package."""

from __future__ import annotations

from archive.errors import ArchiveError

__all__ = ["AnnotationError"]


class AnnotationError(ArchiveError):
    """An annotation file does not hold what it should; the message names field and line."""
