"""One writer at a time for each annotation, across threads and processes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from annotations.errors import AnnotationBusyError

__all__ = ["AnnotationLocks"]

_LOCK_SECONDS = 30


@dataclass(frozen=True, slots=True)
class AnnotationLocks:
    """The locks of an archive's annotations: empty files in a folder of their own."""

    folder: Path

    @contextmanager
    def hold(self, identifier: str) -> Iterator[None]:
        """Hold the right to write an annotation. A process that dies lets go of it.

        Raises:
            AnnotationBusyError: another holds it for too long.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(self.folder / f"{identifier}.lock", timeout=_LOCK_SECONDS):
                yield
        except Timeout as error:
            raise AnnotationBusyError(
                f"Another program is writing the annotation '{identifier}'.",
                remedy="Wait a moment, and try again.",
            ) from error
