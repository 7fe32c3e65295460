"""Errors as pages that look like the rest, and as JSON where JSON was asked for."""

from __future__ import annotations

from flask import Flask, Response, make_response, request
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed

from annotations import (
    AnnotationBusyError,
    AnnotationFileError,
    AnnotationStateError,
    ContentError,
    SelectionError,
    UnknownAnnotationError,
)
from archive import ArchiveError
from archive.errors import DocumentError, UnknownDocumentError
from indexer import IndexerError, QueryError
from webapp.pages import error_page
from webapp.rendering import json_response, render, site, workspace

__all__ = ["answer_to", "status_of", "use_error_pages"]

_OUR_STATUSES: tuple[tuple[type[Exception], int], ...] = (
    (UnknownDocumentError, 404),
    (UnknownAnnotationError, 404),
    (AnnotationBusyError, 503),
    (AnnotationFileError, 409),
    (AnnotationStateError, 409),
    (ContentError, 400),
    (SelectionError, 400),
    (DocumentError, 404),
    (QueryError, 400),
    (IndexerError, 503),
)
_TOLD = (QueryError, AnnotationBusyError, AnnotationStateError, ContentError, SelectionError)
"""The errors whose message is for those who made the request."""


def use_error_pages(app: Flask) -> None:
    """Let an application answer errors with pages."""
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(ArchiveError, answer_to)
    app.register_error_handler(IndexerError, answer_to)


def _of_http(error: HTTPException) -> Response:
    if error.code is None or error.code < 400:
        return make_response(error.get_response())
    response = _response(error.code, "")
    if isinstance(error, MethodNotAllowed) and error.valid_methods is not None:
        response.allow.update(error.valid_methods)
    return response


def answer_to(error: ArchiveError | IndexerError) -> Response:
    """Answer an error of the program's own families.

    The message of most is for those who run the archive and names files, so readers see only what
    is safe: that a document is unknown or left out, or why a query was refused.
    """
    status = status_of(error)
    if status is None:
        raise InternalServerError from error
    if isinstance(error, UnknownDocumentError):
        return _response(status, error.problem)
    if isinstance(error, DocumentError):
        return _response(status, "This document has a fault and is left out until it is mended.")
    if isinstance(error, AnnotationFileError):
        return _response(status, _of_file(error))
    return _response(status, str(error) if isinstance(error, _TOLD) else "")


def status_of(error: ArchiveError | IndexerError) -> int | None:
    """Return the status that answers an error of the program's own families, if one does."""
    return next((status for kind, status in _OUR_STATUSES if isinstance(error, kind)), None)


def _of_file(error: AnnotationFileError) -> str:
    """Tell editors, who alone get to see this, which file to mend."""
    path, archive = error.path, workspace().archive.path
    if path is None or not path.is_relative_to(archive):
        return error.problem
    line = "" if error.line is None else f", line {error.line}"
    return f"{path.relative_to(archive)}{line}: {error.problem} {error.remedy}"


def _response(status: int, problem: str) -> Response:
    page = error_page(status, site(), problem)
    if request.path.endswith(".json"):
        data = {"status": status, "title": page.title, "detail": problem or page.remedy}
        return json_response(data, status)
    return make_response(render(page), status)
