"""What every importer is: a name, a way to know its files, and a way to read them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from archive.dates import PartialDate
from archive.importers.report import ImportReport
from archive.models import Document

__all__ = ["ImportOverrides", "ImportResult", "Importer", "Source"]


@dataclass(frozen=True, slots=True)
class ImportOverrides:
    """What a person says about a document; each field wins over what the importer finds."""

    id: str | None = None
    title: str | None = None
    authors: tuple[str, ...] | None = None
    date: PartialDate | None = None
    missions: tuple[str, ...] | None = None
    themes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import: where it is, and its bytes."""

    path: Path
    content: bytes

    @property
    def head(self) -> bytes:
        """The first bytes, by which importers know their files."""
        return self.content[:8192]


@dataclass(frozen=True, slots=True)
class ImportResult:
    """A document and the account of its import. Nothing has been written."""

    document: Document
    report: ImportReport


class Importer(Protocol):
    """Reads files of one format."""

    @property
    def name(self) -> str:
        """The name of the format, as a person gives it to `import --as`."""

    def recognises(self, head: bytes, name: str) -> float:
        """Say how sure the importer is that it can read a file, from 0 (not) to 1.

        Args:
            head: the first bytes of the file.
            name: the name of the file; content counts for more.
        """

    def read(self, source: Source, overrides: ImportOverrides) -> ImportResult:
        """Read a file.

        Raises:
            ImportFailedError: it cannot be read; the message says why and what to do.
        """
