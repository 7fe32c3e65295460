"""An archive's own look: a logo and a file of custom properties in the archive's folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from webapp.assets import digest_of, hashed_name

__all__ = ["OWN_FILES", "Branding", "branding_of"]

_STYLE = "theme.css"
_LOGOS = ("logo.svg", "logo.png", "logo.webp", "logo.jpg")
OWN_FILES = {
    _STYLE: "text/css",
    "logo.svg": "image/svg+xml",
    "logo.png": "image/png",
    "logo.webp": "image/webp",
    "logo.jpg": "image/jpeg",
}
"""The files of an archive that pages use, and what each is served as."""


@dataclass(frozen=True, slots=True)
class Branding:
    """The addresses of an archive's own logo and custom properties; empty where there is none."""

    logo: str = ""
    style: str = ""


def branding_of(archive: Path) -> Branding:
    """Return what an archive has of its own, as it is on disk now."""
    logo = next((name for name in _LOGOS if (archive / name).is_file()), None)
    return Branding(
        logo="" if logo is None else _address(archive / logo),
        style=_address(archive / _STYLE) if (archive / _STYLE).is_file() else "",
    )


def _address(path: Path) -> str:
    state = path.stat()
    return f"/own/{hashed_name(path.name, _digest(path, state.st_mtime_ns, state.st_size))}"


@lru_cache(maxsize=64)
def _digest(path: Path, _changed: int, _size: int) -> str:
    """Read a file once for every state of it."""
    return digest_of(path.read_bytes())
