"""Fingerprints of files, from which it is seen what has changed since it was indexed."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from indexer.manifest import Fingerprint

__all__ = ["fingerprints", "same"]

_RACY_NANOSECONDS = 2_000_000_000


def fingerprints(files: Iterable[Path], known: Mapping[str, Fingerprint]) -> dict[str, Fingerprint]:
    """Return the fingerprints of those of the files that exist.

    A file whose size and time are those of its known fingerprint is not read again.
    """
    found: dict[str, Fingerprint] = {}
    for path in files:
        try:
            found[str(path)] = _fingerprint(path, known.get(str(path)))
        except FileNotFoundError:
            continue
    return found


def same(one: Mapping[str, Fingerprint], other: Mapping[str, Fingerprint]) -> bool:
    """Return whether two sets of files have the same content."""
    return one == other or {path: hash_ for path, (_, _, hash_) in one.items()} == {
        path: hash_ for path, (_, _, hash_) in other.items()
    }


def _fingerprint(path: Path, known: Fingerprint | None) -> Fingerprint:
    status = path.stat()
    if known is not None and (status.st_size, status.st_mtime_ns) == known[:2]:
        return known
    content = hashlib.blake2b(path.read_bytes(), digest_size=16).hexdigest()
    # A file that has just been written may be written again within one tick of the clock.
    racy = time.time_ns() - status.st_mtime_ns < _RACY_NANOSECONDS
    return status.st_size, 0 if racy else status.st_mtime_ns, content
