"""The errors of the archive package: each says what is wrong, where, and what to do.

Every error is one line of text that can be shown to a person as it stands.
"""

from __future__ import annotations

from pathlib import Path


class ArchiveError(Exception):
    """Base of all errors of this package.

    Attributes:
        problem: what is wrong, in one sentence without the place.
        path: the file or folder concerned, if there is one.
        line: the 1-based line in that file, if it is known.
        remedy: what the person can do about it.
    """

    def __init__(
        self,
        problem: str,
        *,
        path: Path | None = None,
        line: int | None = None,
        remedy: str = "",
    ) -> None:
        self.problem = problem
        self.path = path
        self.line = line
        self.remedy = remedy
        super().__init__(problem)

    def __str__(self) -> str:
        place = "" if self.path is None else str(self.path)
        if place and self.line is not None:
            place += f":{self.line}"
        head = f"{place}: {self.problem}" if place else self.problem
        return f"{head} {self.remedy}".strip()


class NotAnArchiveError(ArchiveError):
    """A folder that should be an archive is none, or already is one when a new one was wanted."""


class ArchiveBusyError(ArchiveError):
    """Another process is writing to the archive."""


class DocumentError(ArchiveError):
    """A document's files cannot be read as a document."""


class UnknownDocumentError(ArchiveError):
    """No document of the archive has the id asked for."""


class MetadataError(ArchiveError):
    """A `metadata.yaml` or `archive.yaml` does not hold what it should."""


class ImportFailedError(ArchiveError):
    """A file cannot be imported; the archive on disk is unchanged."""
