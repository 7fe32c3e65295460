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

__all__ = ["CachedFile", "FileCache", "FileMark", "file_mark"]

_FORM = 1
_SETTLED_NS = 50_000_000
_WORTH_WRITING = 0.02

FileMark = tuple[int, int, int, int]
"""What tells one state of a file from another: times of change, size and inode."""


def file_mark(status: os.stat_result) -> FileMark:
    """Return the mark of a file."""
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size, status.st_ino


@dataclass(frozen=True, slots=True)
class CachedFile:
    """A file as it was read: its mark, the fingerprint of its bytes, and its data."""

    mark: FileMark
    fingerprint: str
    data: Mapping[str, Any]


@dataclass(slots=True)
class FileCache:
    """A cache on disk. `path` is its file."""

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
        entries = {
            key: [file.mark, file.fingerprint, file.data]
            for key, file in files.items()
            if _survives_json(file.data)
        }
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_file(self.path, json.dumps({"form": _FORM, "files": entries}, ensure_ascii=False))
        self._saved = dict(files)

    def _load(self) -> Iterator[tuple[str, CachedFile]]:
        """Read the cache; one that cannot be read is as good as none."""
        try:
            content = json.loads(self.path.read_bytes())
            if content["form"] == _FORM:
                for key, (mark, fingerprint, data) in content["files"].items():
                    yield key, CachedFile((mark[0], mark[1], mark[2], mark[3]), fingerprint, data)
        except (OSError, ValueError, TypeError, KeyError, IndexError, AttributeError):
            return


def is_settled(mark: FileMark) -> bool:
    """Whether a file last changed long enough ago that another change would show in its times."""
    return time.time_ns() - max(mark[0], mark[1]) > _SETTLED_NS


def _survives_json(data: Mapping[str, Any]) -> bool:
    try:
        return bool(json.loads(json.dumps(data)) == data)
    except (TypeError, ValueError):
        return False
