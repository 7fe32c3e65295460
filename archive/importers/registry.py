"""The importers that exist, and which of them reads a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from archive.errors import ImportFailedError
from archive.importers.office import OFFICE_IMPORTERS
from archive.importers.pdf import PdfImporter
from archive.importers.plain.importer import TextImporter
from archive.importers.protocol import Importer, ImportOverrides, ImportResult, Source
from archive.importers.web import WebImporter

__all__ = ["IMPORTERS", "choose_importer", "import_file"]

IMPORTERS: tuple[Importer, ...] = (
    TextImporter(),
    PdfImporter(),
    WebImporter(),
    *OFFICE_IMPORTERS,
)


def choose_importer(
    source: Source, as_format: str | None = None, importers: Sequence[Importer] = IMPORTERS
) -> Importer:
    """Return the importer of the format named, or else the one surest of the content.

    Raises:
        ImportFailedError: no importer has that name, or none can read the file.
    """
    names = ", ".join(importer.name for importer in importers)
    if as_format is not None:
        for importer in importers:
            if importer.name == as_format:
                return importer
        raise ImportFailedError(
            f"There is no importer for the format '{as_format}'.",
            path=source.path,
            remedy=f"Formats are: {names}.",
        )
    sure = [
        (importer.recognises(source.head, source.path.name), importer) for importer in importers
    ]
    confidence, best = max(sure, key=lambda pair: pair[0])
    if confidence <= 0:
        raise ImportFailedError(
            "The content is of no format that can be imported.",
            path=source.path,
            remedy=f"Convert it to one of: {names}.",
        )
    return best


def import_file(
    path: Path,
    overrides: ImportOverrides | None = None,
    as_format: str | None = None,
    importers: Sequence[Importer] = IMPORTERS,
) -> ImportResult:
    """Read a file as a document. Nothing is written.

    Args:
        path: of the file.
        overrides: what a person says about the document.
        as_format: the name of a format, where the content should not decide.
        importers: those to choose from.

    Raises:
        ImportFailedError: the file cannot be read or imported; the message is one line that
            names the file and says what to do.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ImportFailedError(
            f"The file cannot be read: {error.strerror}.",
            path=path,
            remedy="Check the name and its permissions.",
        ) from error
    if not content.strip():
        raise ImportFailedError(
            "The file is empty.", path=path, remedy="Give a file that holds text."
        )
    source = Source(path, content)
    return choose_importer(source, as_format, importers).read(
        source, overrides or ImportOverrides()
    )
