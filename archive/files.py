"""Writing files so that a reader, or a machine that stops, finds the old text or the new one.

A file is written beside its place, forced to the disk and renamed; the folder is forced to the
disk too, so that the rename lasts.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

__all__ = ["recover_folder", "replace_folder", "write_file"]


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file whole or not at all; text is written as UTF-8.

    Raises:
        OSError: the disk refused; the file that stood there before still stands.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        _write_to_disk(temporary, content)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def replace_folder(path: Path, files: Mapping[str, str | bytes]) -> None:
    """Write a folder of files (relative names to contents) in place of the one at `path`.

    Until the last rename the old folder can be had back: `recover_folder` does so.

    Raises:
        OSError: the disk refused; the folder that stood there before still stands.
    """
    recover_folder(path)
    fresh, old = _beside(path)
    try:
        for name, content in files.items():
            target = fresh / name
            target.parent.mkdir(parents=True, exist_ok=True)
            _write_to_disk(target, content)
            _sync_folder(target.parent)
        if path.exists():
            path.rename(old)
        fresh.rename(path)
    except BaseException:
        recover_folder(path)
        raise
    _sync_folder(path.parent)
    shutil.rmtree(old, ignore_errors=True)


def recover_folder(path: Path) -> None:
    """Undo or finish what `replace_folder` had begun at `path` when it was stopped."""
    fresh, old = _beside(path)
    if old.exists() and not path.exists():
        old.rename(path)
        _sync_folder(path.parent)
    for leftover in (fresh, old):
        if leftover.exists():
            shutil.rmtree(leftover)


def _beside(path: Path) -> tuple[Path, Path]:
    return path.with_name(f".{path.name}.new"), path.with_name(f".{path.name}.old")


def _write_to_disk(path: Path, content: str | bytes) -> None:
    data = content.encode() if isinstance(content, str) else content
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
