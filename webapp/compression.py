"""Compressing what is sent, for browsers that accept it."""

from __future__ import annotations

import gzip

from flask import Response, request

__all__ = ["compress"]

_LEVEL = 5
_LEAST = 600
"""Below this many bytes compressing costs more than it saves."""
_TYPES = frozenset(
    {
        "application/atom+xml",
        "application/javascript",
        "application/json",
        "application/opensearchdescription+xml",
        "image/svg+xml",
        "text/css",
        "text/csv",
        "text/html",
        "text/javascript",
        "text/plain",
    }
)


def compress(response: Response) -> Response:
    """Compress a response if its type gains by it and the browser understands it.

    Entity tags are weak, so that they stay valid for both forms.
    """
    if response.mimetype not in _TYPES or "Content-Encoding" in response.headers:
        return response
    response.vary.add("Accept-Encoding")
    if response.status_code == 304 or request.accept_encodings["gzip"] <= 0:
        return response
    response.direct_passthrough = False
    data = response.get_data()
    if len(data) >= _LEAST:
        response.set_data(gzip.compress(data, _LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
    return response
