"""Addresses of static files that change when the files do, so that browsers may keep them."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

__all__ = ["KEPT_SECONDS", "static_address"]

_FOLDER = Path(__file__).parent / "static"
KEPT_SECONDS = 365 * 24 * 3600
"""How long a browser may keep a static file whose address has a version."""


@cache
def static_address(name: str) -> str:
    """Return the address of a static file, with a version made of its content.

    Raises:
        FileNotFoundError: there is no such file.
    """
    digest = hashlib.sha256((_FOLDER / name).read_bytes()).hexdigest()
    return f"/static/{name}?v={digest[:12]}"
