"""Noticing changed files by their times and sizes, without reading them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

__all__ = ["FileState", "archive_state", "state_of", "text_state", "vocabulary_state"]

FileState = frozenset[tuple[str, int, int]]
"""Path, time of the last change (nanoseconds) and size of every file of a kind."""

_TEXT_FILES = ("document.html", "metadata.yaml")


def state_of(paths: Iterable[Path]) -> FileState:
    """Return the state of files; those that do not exist are left out."""
    return frozenset(entry for path in paths for entry in _entry(path))


def vocabulary_state(archive: Path) -> FileState:
    """Return the state of archive.yaml and the authorities."""
    return state_of([archive / "archive.yaml", *_files(archive / "authorities")])


def text_state(archive: Path) -> FileState:
    """Return the state of archive.yaml, the authorities and all documents."""
    documents = (
        folder / name for folder in _folders(archive / "documents") for name in _TEXT_FILES
    )
    return vocabulary_state(archive) | state_of(documents)


def archive_state(archive: Path) -> FileState:
    """Return the state of all files that searches and pages depend on."""
    annotations = (path for folder in _folders(archive / "annotations") for path in _files(folder))
    return text_state(archive) | state_of(annotations)


def _entry(path: Path) -> Iterator[tuple[str, int, int]]:
    try:
        stat = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return
    yield str(path), stat.st_mtime_ns, stat.st_size


def _folders(path: Path) -> Iterator[Path]:
    return (Path(entry.path) for entry in _scan(path) if entry.is_dir())


def _files(path: Path) -> Iterator[Path]:
    return (Path(entry.path) for entry in _scan(path) if entry.is_file())


def _scan(path: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except (FileNotFoundError, NotADirectoryError):
        return []
