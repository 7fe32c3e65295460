"""The manifest of a generation: what was indexed, from which files, and whether it is whole."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from indexer.errors import IndexUnusableError
from indexer.generations import FileId, checksums

__all__ = ["INDEX_VERSION", "Fingerprint", "IndexedUnit", "Manifest", "read_manifest", "seal"]

INDEX_VERSION = 5
"""Changes whenever older indexes cannot be read or would answer otherwise."""
_FILE = "manifest.json"

Fingerprint = tuple[int, int, str]
"""Size, time of change in nanoseconds, and hash of a file's content."""


@dataclass(frozen=True, slots=True)
class IndexedUnit:
    """What is indexed and removed together: a document's own passages, or one annotation.

    Attributes:
        document: the id of the document.
        files: the fingerprints of the files it was read from, by path.
        ranges: the first and the last of every stretch of rows of its passages; none if readers do
            not see them, or of a document with a fault. Of an annotation with a fault they are
            those of its last good state.
    """

    document: str
    files: Mapping[str, Fingerprint]
    ranges: Sequence[Sequence[int]]

    @classmethod
    def of(
        cls, document: str, files: Mapping[str, Fingerprint], rows: Iterable[int]
    ) -> IndexedUnit:
        """Make a unit, given its rows."""
        return cls(document, files, _ranges(rows))

    @property
    def rows(self) -> list[int]:
        """The rows of its passages."""
        return [row for first, last in self.ranges for row in range(first, last + 1)]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was indexed.

    Attributes:
        engine: the name of the engine.
        engine_version: of the engine's package, which may keep its files otherwise in another.
        shared: the fingerprints of the files that concern all units (the authorities).
        units: by their names.
    """

    engine: str
    engine_version: str
    shared: Mapping[str, Fingerprint]
    units: Mapping[str, IndexedUnit]


def seal(manifest: Manifest, generation: Path, known: dict[FileId, int]) -> None:
    """Write the manifest of a generation whose other files are all in place.

    Args:
        manifest: of the generation.
        generation: its folder.
        known: the checksums of files that have been read already.
    """
    content = {
        "version": INDEX_VERSION,
        "engine": manifest.engine,
        "engine_version": manifest.engine_version,
        "shared": manifest.shared,
        "units": {
            name: {"document": unit.document, "files": unit.files, "rows": unit.ranges}
            for name, unit in manifest.units.items()
        },
        "checksums": checksums(generation, known),
    }
    described = json.dumps(content).encode()
    (generation / _FILE).write_bytes(b"%08x\n%s" % (zlib.crc32(described), described))


def read_manifest(generation: Path, known: dict[FileId, int]) -> Manifest:
    """Read the manifest of a generation and check all of its files.

    Args:
        generation: its folder.
        known: the checksums of files that have been read already; those read now are added.

    Raises:
        IndexUnusableError: the generation is damaged or of another version.
    """
    try:
        checksum, _, described = (generation / _FILE).read_bytes().partition(b"\n")
        if int(checksum, 16) != zlib.crc32(described):
            raise IndexUnusableError(generation, "The index is damaged.")
        content = json.loads(described)
        if content["version"] != INDEX_VERSION:
            raise IndexUnusableError(generation, "The index was made by another version.")
        kept = {name: tuple(values) for name, values in content["checksums"].items()}
        if kept != checksums(generation, known):
            raise IndexUnusableError(generation, "The index is damaged.")
        return _manifest(content)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexUnusableError(generation, "The index is damaged.") from error


def _manifest(content: Mapping[str, Any]) -> Manifest:
    return Manifest(
        content["engine"],
        content["engine_version"],
        _fingerprints(content["shared"]),
        {
            name: IndexedUnit(unit["document"], _fingerprints(unit["files"]), unit["rows"])
            for name, unit in content["units"].items()
        },
    )


def _fingerprints(files: Mapping[str, Sequence[Any]]) -> dict[str, Fingerprint]:
    return {path: (int(size), int(time), str(hash_)) for path, (size, time, hash_) in files.items()}


def _ranges(rows: Iterable[int]) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    for row in rows:
        if ranges and row == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], row)
        else:
            ranges.append((row, row))
    return ranges
