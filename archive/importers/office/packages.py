"""Zipped formats (.docx, .odt, .epub): what they are, and whether they are safe to unpack.

What is passed on is not the file but a new package made of what was unpacked here within limits,
so that no other program meets sizes that lie, entries that overlap, or pictures it does not need.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from archive.importers.markup.refusals import RefusedError

__all__ = ["Package", "open_package"]

_MOST_BYTES = 128 << 20
_MOST_BYTES_FOR_ONE = 200
_SMALL = 8 << 20
_MOST_ENTRIES = 10_000
_CHUNK = 1 << 16
_TEXT_SUFFIXES = frozenset(
    {"", ".css", ".htm", ".html", ".ncx", ".opf", ".rdf", ".rels", ".xhtml", ".xml"}
)
_ODT = "application/vnd.oasis.opendocument.text"
_EPUB = "application/epub+zip"
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
)
_KINDS = {
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
}


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a package by their names; those that hold no text are empty."""

    parts: Mapping[str, bytes]

    @property
    def kind(self) -> str:
        """What the package is: `docx`, `odt`, `epub`, or words for something else."""
        media_type = self.parts.get("mimetype", b"").decode("ascii", errors="replace").strip()
        if media_type.startswith(_ODT):
            return "odt"
        if media_type == _EPUB or "META-INF/container.xml" in self.parts:
            return "epub"
        if "word/document.xml" in self.parts or "word/document2.xml" in self.parts:
            return "docx"
        return next((words for part, words in _KINDS.items() if part in self.parts), "a zip file")

    def repacked(self) -> bytes:
        """Return the package anew, without compression."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        return buffer.getvalue()


def open_package(content: bytes) -> Package:
    """Unpack a package within limits.

    Raises:
        RefusedError: it is cut short, damaged, too large when unpacked, or locked.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            package = Package(_unpacked(archive, len(content)))
    except _BROKEN as error:
        raise RefusedError(
            "The file is damaged or cut short.", "Get a whole copy of it, and import that."
        ) from error
    _refuse_locked(package)
    return package


def _unpacked(archive: zipfile.ZipFile, size: int) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
    if len(entries) > _MOST_ENTRIES:
        raise _bomb(f"it has {len(entries)} parts")
    most = min(_MOST_BYTES, max(_SMALL, _MOST_BYTES_FOR_ONE * size))
    parts: dict[str, bytes] = {}
    total = 0
    for entry in entries:
        if entry.flag_bits & 1:
            raise _locked()
        kept = bytearray()
        is_text = PurePosixPath(entry.filename).suffix.lower() in _TEXT_SUFFIXES
        with archive.open(entry) as stream:
            while chunk := stream.read(_CHUNK):
                total += len(chunk)
                if total > most:
                    raise _bomb(f"it unpacks to more than {most >> 20} MB")
                if is_text:
                    kept += chunk
        parts[entry.filename] = bytes(kept)
    return parts


def _refuse_locked(package: Package) -> None:
    manifest = package.parts.get("META-INF/manifest.xml", b"")
    rights = package.parts.get("META-INF/rights.xml")
    if b"encryption-data" in manifest or rights is not None:
        raise _locked()


def _bomb(why: str) -> RefusedError:
    return RefusedError(
        f"The file is not safe to unpack: {why}.",
        "If you trust it, open it in a word processor and save it anew without pictures.",
    )


def _locked() -> RefusedError:
    return RefusedError(
        "The file is protected by a password or by rights management.",
        "Save a copy without protection, and import that.",
    )
