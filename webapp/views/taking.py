"""Results to take away: all that a search finds, not only a page of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from flask import Blueprint, Response, abort, request

from archive.exports import EXPORTS, export_documents
from indexer import SearchRequest, concordance_csv, passages_csv, passages_json
from webapp.asking import asked_for, lines_asked_for
from webapp.rendering import config, root, workspace

__all__ = ["taking"]

taking = Blueprint("taking", __name__)

_MOST_LINES = 1_000_000


@taking.get("/search.csv")
def as_csv() -> Response:
    """Give all passages found as CSV."""
    lines = passages_csv(workspace().all_passages(_asked()), root())
    return _file(lines, "text/csv", "passages.csv")


@taking.get("/search/passages.json")
def as_json() -> Response:
    """Give all passages found as JSON."""
    pieces = passages_json(workspace().all_passages(_asked()), root())
    return _file(pieces, "application/json", "passages.json")


@taking.get("/search.bib")
def as_bibtex() -> Response:
    """Give references to all documents found as BibTeX."""
    return _references("bibtex")


@taking.get("/search.ris")
def as_ris() -> Response:
    """Give references to all documents found as RIS."""
    return _references("ris")


@taking.get("/search.csl.json")
def as_csl_json() -> Response:
    """Give references to all documents found as CSL-JSON."""
    return _references("csl-json")


@taking.get("/search/references/<name>")
def in_style(name: str) -> Response:
    """Give references to all documents found in a style, or in another form."""
    if name not in EXPORTS or EXPORTS[name].write_items is None:
        abort(404)
    return _references(name)


@taking.get("/concordance.csv")
def concordance() -> Response:
    """Give all lines of a concordance as CSV."""
    wanted = lines_asked_for(request.args, _asked())
    lines = workspace().concordance(replace(wanted, page_size=_MOST_LINES)).lines
    return _file(concordance_csv(lines), "text/csv", "concordance.csv")


def _asked() -> SearchRequest:
    return replace(asked_for(request.args, config().page_size, 1), page=1)


def _references(name: str) -> Response:
    export = EXPORTS[name]
    documents = workspace().all_documents(_asked())
    text = export_documents(documents, workspace().archive.authorities, name, root())
    return _file(iter([text]), export.media_type, f"documents{export.suffix}")


def _file(pieces: Iterator[str], media_type: str, name: str) -> Response:
    """Send a file piece by piece, without holding the whole of it."""
    response = Response(pieces, content_type=f"{media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
