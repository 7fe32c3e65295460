"""What was read from annotation files, kept so that only files that changed are read again.

A file is known again by its path, size, inode and times. The cache on disk holds plain data as
JSON: it may be deleted at any time, and what it holds is checked like a file's own content.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive.files import write_file

__all__ = ["CachedFile", "FileCache", "FileMark", "as_json", "file_mark", "is_settled"]

_FORM = "annotations 1"
_SETTLED_NS = 50_000_000
_WORTH_WRITING = 0.02

FileMark = tuple[int, int, int, int]
"""What tells one state of a file from another: times of change, size and inode."""


def file_mark(status: os.stat_result) -> FileMark:
    """Return the mark of a file."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


@dataclass(frozen=True, slots=True)
class CachedFile:
    """A file as it was read: its mark, the fingerprint of its bytes, and its data as JSON."""

    mark: FileMark
    fingerprint: str
    data: str


@dataclass(slots=True)
class FileCache:
    """A cache on disk: a line of JSON that names a file, then one that holds its data.

    `path` is the cache's file.
    """

    path: Path
    _saved: dict[str, CachedFile] = field(default_factory=dict)
    _loaded: bool = False

    def get(self, key: str, mark: FileMark) -> CachedFile | None:
        """Return a file's content, if the file is as it was when it was read."""
        if not self._loaded:
            self._loaded = True
            self._saved = dict(self._load())
        found = self._saved.get(key)
        return found if found is not None and found.mark == mark else None

    def save(self, files: Mapping[str, CachedFile]) -> None:
        """Replace the cache on disk, if it differs enough to be worth it.

        Raises:
            OSError: the disk refused.
        """
        changed = sum(1 for key, file in files.items() if self._saved.get(key) != file)
        changed += len(self._saved.keys() - files.keys())
        if changed <= len(files) * _WORTH_WRITING:
            return
        lines = [_FORM]
        for key, file in files.items():
            lines += [json.dumps([key, file.mark, file.fingerprint]), file.data]
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_file(self.path, "\n".join(lines))
        self._saved = dict(files)

    def _load(self) -> Iterator[tuple[str, CachedFile]]:
        """Read the cache; one that cannot be read is as good as none."""
        try:
            form, *lines = self.path.read_text(encoding="utf-8").split("\n")
            if form == _FORM:
                for name, data in zip(lines[::2], lines[1::2], strict=True):
                    key, (changed, renamed, size, inode), mark = json.loads(name)
                    yield key, CachedFile((changed, renamed, size, inode), mark, data)
        except (OSError, ValueError, TypeError):
            return


def as_json(data: Mapping[str, Any]) -> str | None:
    """Return data as one line of JSON, or None if JSON would not give it back as it is."""
    try:
        text = json.dumps(data)
        return text if json.loads(text) == data else None
    except (TypeError, ValueError):
        return None


def is_settled(mark: FileMark) -> bool:
    """Whether a file last changed long enough ago that another change would show in its times."""
    return time.time_ns() - max(mark[0], mark[1]) > _SETTLED_NS


def _survives_json(data: Mapping[str, Any]) -> bool:
    try:
        return bool(json.loads(json.dumps(data)) == data)
    except (TypeError, ValueError):
        return False
