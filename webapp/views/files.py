"""Files that browsers may keep: our own, and the logo and style of the archive."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from flask import Blueprint, Response, abort

from webapp.assets import KEPT_SECONDS, STATIC_FOLDER, digest_of, plain_name
from webapp.branding import OWN_FILES
from webapp.rendering import workspace

__all__ = ["kept_files"]

kept_files = Blueprint("files", __name__)

_PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
"""What a picture may do that is opened by itself: nothing but look."""


@kept_files.get("/static/<name>")
def static(name: str) -> Response:
    """Give one of our own files."""
    plain, digest = plain_name(name)
    path = STATIC_FOLDER / plain
    if plain not in {file.name for file in STATIC_FOLDER.iterdir()}:
        abort(404)
    return _kept(path, mimetypes.guess_type(plain)[0] or "application/octet-stream", digest)


@kept_files.get("/own/<name>")
def own(name: str) -> Response:
    """Give the logo or the style of the archive."""
    plain, digest = plain_name(name)
    path = workspace().archive.path / plain
    if plain not in OWN_FILES or not path.is_file():
        abort(404)
    response = _kept(path, OWN_FILES[plain], digest)
    if OWN_FILES[plain].startswith("image/"):
        response.headers["Content-Security-Policy"] = _PICTURE_POLICY
    return response


def _kept(path: Path, mimetype: str, digest: str) -> Response:
    """Return a file; it may be kept for ever if the digest in the address is that of today."""
    content = path.read_bytes()
    response = Response(content, mimetype=mimetype)
    if digest == digest_of(content):
        response.cache_control.public = True
        response.cache_control.immutable = True
        response.cache_control.max_age = KEPT_SECONDS
    return response
