"""Static files under addresses that change when the files do, so that browsers may keep them."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

__all__ = [
    "KEPT_SECONDS",
    "STATIC_FOLDER",
    "digest_of",
    "hashed_name",
    "plain_name",
    "static_address",
]

STATIC_FOLDER = Path(__file__).parent / "static"
KEPT_SECONDS = 365 * 24 * 3600
"""How long a browser may keep a static file whose name has a digest."""

_HASHED = re.compile(r"(?P<stem>[^/]+)\.(?P<digest>[0-9a-f]{12})(?P<suffix>\.[a-z0-9]+)")


@cache
def static_address(name: str) -> str:
    """Return the address of a static file, with a digest of its content in the name.

    Raises:
        FileNotFoundError: there is no such file.
    """
    digest = digest_of((STATIC_FOLDER / name).read_bytes())
    return f"/static/{hashed_name(name, digest)}"


def digest_of(content: bytes) -> str:
    """Return a short digest of a file's content."""
    return hashlib.sha256(content).hexdigest()[:12]


def hashed_name(name: str, digest: str) -> str:
    """Return a file's name with a digest before the suffix: `site.0123456789ab.css`."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{digest}{dot}{suffix}"


def plain_name(hashed: str) -> tuple[str, str]:
    """Return a file's name and the digest in it, which is empty if there is none."""
    match = _HASHED.fullmatch(hashed)
    return (hashed, "") if match is None else (match["stem"] + match["suffix"], match["digest"])
