"""What every response carries: a strict content policy, and what lets browsers keep it."""

from __future__ import annotations

from flask import Flask, Response, request

from webapp.compression import compress

__all__ = ["use_headers"]

_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
_HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {source}" for name, source in _SOURCES.items()),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


def use_headers(app: Flask) -> None:
    """Put the headers on every response of an application, and compress it."""
    app.after_request(_finish)


def _finish(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if response.mimetype == "text/html":
        response.vary.add("Cookie")
    if response.is_streamed:
        return response
    if request.method in {"GET", "HEAD"} and response.status_code == 200:
        if not response.cache_control.immutable:
            response.cache_control.no_cache = True
        response.add_etag(weak=True)
        response.make_conditional(request)
    return compress(response)
