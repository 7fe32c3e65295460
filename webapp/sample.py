"""The bundled sample archive, and the copy of it that may be written to.

The sample is package data and stays as it is. Its copy lives in the person's data folder; when a
new version of the program brings another sample, the copy's documents follow, and annotations
that were made or edited in the copy stay.
"""

from __future__ import annotations

import hashlib
import shutil
from importlib.resources import as_file, files
from pathlib import Path

from archive.files import write_file

__all__ = ["sample_authorities", "sample_copy"]

_MARKER = ".sample"


def sample_authorities() -> dict[str, bytes]:
    """Return the sample's authority files, name to content: what a new archive begins with."""
    folder = files("archive") / "sample" / "authorities"
    return {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}


def sample_copy(data_folder: Path) -> Path:
    """Return the copy of the sample archive in a data folder; make or renew it if need be.

    Raises:
        OSError: the data folder cannot be written.
    """
    target = data_folder / "sample"
    with as_file(files("archive") / "sample") as source:
        digest = _digest(source)
        marker = target / _MARKER
        if marker.is_file() and marker.read_text(encoding="utf-8") == digest:
            return target
        _copy(source, target)
        write_file(marker, digest)
    return target


def _digest(folder: Path) -> str:
    state = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        state.update(path.relative_to(folder).as_posix().encode() + b"\0")
        state.update(path.read_bytes())
    return state.hexdigest()


def _copy(source: Path, target: Path) -> None:
    for path in sorted(source.rglob("*")):
        relative = path.relative_to(source)
        place = target / relative
        if path.is_dir() or (relative.parts[0] == "annotations" and place.exists()):
            continue
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
