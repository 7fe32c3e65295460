"""The files of a Whoosh index, mapped into memory so that many threads may read them at once.

Whoosh itself moves one file pointer about, which threads would move under each other's feet.
"""

from __future__ import annotations

import mmap
from pathlib import Path

from whoosh.filedb.filestore import FileStorage
from whoosh.filedb.structfile import StructFile

__all__ = ["MappedStorage"]


class _MappedFile(StructFile):  # type: ignore[misc]  # Whoosh has no types
    """A file that gives any stretch of itself without moving a pointer."""

    def get(self, position: int, length: int) -> bytes:
        """Return a stretch of the file."""
        return bytes(self.file[position : position + length])


class MappedStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder whose files are mapped when they are opened."""

    def open_file(self, name: str, **_: object) -> StructFile:
        """Open a file for reading."""
        path = Path(self.folder) / name
        if not path.stat().st_size:
            return super().open_file(name)
        with path.open("rb") as file:
            return _MappedFile(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), name=name)
