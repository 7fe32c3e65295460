"""The folder of an index: generations side by side, one of them current, swapped by one rename.

    .index/
      current            the name of the generation that readers open
      write.lock         held by the one process that writes
      generation-000007/
        manifest.json    what was indexed, and the size and checksum of every file
        columns.npz, documents.json
        engine/          the files of the engine

A generation never changes once it is current. One that is no longer current goes when nobody
reads it: readers hold a shared lock on its manifest.
"""

from __future__ import annotations

import errno
import fcntl
import os
import re
import shutil
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from indexer.errors import IndexLockedError, IndexReadOnlyError, IndexUnusableError

__all__ = ["FileId", "Generations", "Lease", "checksums", "file_id", "forget_others"]

_CURRENT = "current"
_LOCK = "write.lock"
_MANIFEST = "manifest.json"
_NAME = re.compile(r"generation-(\d{6,})")
_ATTEMPTS = 20
_CHUNK = 1 << 20
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


class Lease:
    """Keeps a generation from being removed until it is released."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._descriptor = os.open(folder / _MANIFEST, os.O_RDONLY)
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def release(self) -> None:
        """Let the generation go."""
        os.close(self._descriptor)


class Generations:
    """The generations of one index folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def current_name(self) -> str | None:
        """Return the name of the current generation, or None if there is none."""
        try:
            name = (self.folder / _CURRENT).read_text(encoding="ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return None
        return name if _NAME.fullmatch(name) else None

    def lease(self) -> Lease:
        """Hold the current generation.

        Raises:
            IndexUnusableError: there is none.
        """
        for _ in range(_ATTEMPTS):
            name = self.current_name()
            if name is None:
                raise IndexUnusableError(self.folder, "There is no index yet.")
            try:
                lease = Lease(self.folder / name)
            except FileNotFoundError:
                if self.current_name() == name:
                    break
                continue
            if (lease.folder / _MANIFEST).exists():
                return lease
            lease.release()
        raise IndexUnusableError(self.folder, "The index is incomplete.")

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the right to write.

        Raises:
            IndexLockedError: another process has it.
            IndexReadOnlyError: the folder cannot be written.
        """
        with self._lock_file() as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                file.seek(0)
                raise IndexLockedError(self.folder, file.read().strip() or "a process") from error
            file.truncate(0)
            file.write(f"process {os.getpid()}")
            file.flush()
            yield

    def _lock_file(self) -> TextIO:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return (self.folder / _LOCK).open("a+", encoding="ascii")
        except OSError as error:
            if error.errno not in _READ_ONLY:
                raise
            raise IndexReadOnlyError(self.folder, os.strerror(error.errno)) from error

    def new(self) -> Path:
        """Make the folder of the next generation; what a killed writer left is removed first."""
        self.remove_unused()
        names = (entry.name for entry in self.folder.iterdir())
        taken = [int(match[1]) for match in map(_NAME.fullmatch, names) if match]
        folder = self.folder / f"generation-{max(taken, default=0) + 1:06}"
        folder.mkdir()
        return folder

    def make_current(self, generation: Path) -> None:
        """Let readers open a generation from now on."""
        pointer = self.folder / f"{_CURRENT}.new"
        with pointer.open("w", encoding="ascii") as file:
            file.write(generation.name)
            file.flush()
            os.fsync(file.fileno())
        pointer.replace(self.folder / _CURRENT)

    def remove_unused(self) -> None:
        """Remove the generations that are not current and that nobody reads."""
        current = self.current_name()
        for entry in list(self.folder.iterdir()):
            if _NAME.fullmatch(entry.name) and entry.name != current and not _in_use(entry):
                shutil.rmtree(entry)


def _in_use(generation: Path) -> bool:
    try:
        descriptor = os.open(generation / _MANIFEST, os.O_RDONLY)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False


FileId = tuple[int, int, int, int]
"""Device, inode, size and time of change: a file that is the same as one already read."""


def file_id(path: Path) -> FileId:
    """Return what tells a file from all others, and from itself once it has changed."""
    status = path.stat()
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def checksums(folder: Path, known: dict[FileId, int]) -> dict[str, tuple[int, int]]:
    """Return the size and the CRC-32 of every file below a folder but the manifest and locks.

    Args:
        folder: of a generation.
        known: the CRC-32 of files read before; those read now are added.
    """
    found: dict[str, tuple[int, int]] = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != _MANIFEST and not path.name.upper().endswith("LOCK"):
            identity = file_id(path)
            if identity not in known:
                known[identity] = _crc(path)
            found[str(path.relative_to(folder))] = (identity[2], known[identity])
    return found


def forget_others(known: dict[FileId, int], folder: Path) -> None:
    """Forget the checksums of files that are not below a folder."""
    current = set(map(file_id, folder.rglob("*")))
    for other in known.keys() - current:
        del known[other]


def _crc(path: Path) -> int:
    value = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            value = zlib.crc32(chunk, value)
    return value
