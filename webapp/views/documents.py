"""Documents: the list, the page of each, how to cite it, and other forms of it."""

from __future__ import annotations

from flask import Blueprint, Response, abort, make_response, request

from archive.exports import EXPORTS, document_json, export_document, export_passage
from indexer import QueryError, SearchRequest, Sort
from webapp.asking import asked_for
from webapp.editing import seen_states
from webapp.opened import OpenedDocument
from webapp.pages import cite_page, document_page, documents_page, within
from webapp.rendering import config, json_response, render, respond, root, site, workspace

__all__ = ["documents"]

documents = Blueprint("documents", __name__)


@documents.get("/documents")
@documents.get("/documents.json")
def all_documents() -> Response:
    """List all documents, newest first."""
    page = asked_for(request.args, config().page_size, 1).page
    result = workspace().search(
        SearchRequest(sort=Sort.NEWEST, page=page, page_size=config().page_size, passages_shown=1)
    )
    return respond(documents_page(result, site()))


@documents.get("/documents/<document_id>")
def document(document_id: str) -> Response:
    """Show a document to read, with what a search finds in it marked."""
    reading = workspace().reading(document_id, seen_states())
    try:
        asked = asked_for(request.args, config().page_size, config().passages_shown)
        if not asked.query:
            page = document_page(reading.opened, reading.text, site(), root())
            return make_response(render(page))
        text = reading.marked(workspace().found_in(document_id, asked))
        searched = within(document_id, asked, text)
    except QueryError as error:
        text = reading.text
        asked = SearchRequest(request.args.get("q", ""))
        searched = within(document_id, asked, text, str(error))
    return make_response(render(document_page(reading.opened, text, site(), root(), searched)))


@documents.get("/documents/<document_id>.json")
def exported(document_id: str) -> Response:
    """Give a document with its notes, citations and mentions as JSON."""
    opened = workspace().document(document_id)
    return json_response(document_json(opened.document, opened.citations, opened.mentions))


@documents.get("/documents/<document_id>/cite")
@documents.get("/documents/<document_id>/cite.json")
def cite(document_id: str) -> Response:
    """Say how to cite a document, or a place in it."""
    opened = workspace().document(document_id)
    return respond(cite_page(opened, _place(opened), site(), root()))


@documents.get("/documents/<document_id>/export/<name>")
def export(document_id: str, name: str) -> Response:
    """Give a document, or a reference to a place in it, in another form."""
    opened = workspace().document(document_id)
    place, known = _place(opened), EXPORTS.get(name)
    if known is None or (place is not None and known.write_items is None):
        abort(404)
    authorities = opened.authorities
    if place is None:
        text = export_document(opened.document, authorities, name, root())
    else:
        text = export_passage(opened.document, place, authorities, name, root())
    response = Response(text, content_type=f"{known.media_type}; charset=utf-8")
    file_name = f"{document_id}{known.suffix}"
    response.headers["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return response


def _place(opened: OpenedDocument) -> str | None:
    """The block or note that is asked about; None for the whole document."""
    place = request.args.get("at")
    if place is not None and place not in opened.document.by_id:
        abort(404)
    return place
