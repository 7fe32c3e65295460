"""Documents: the list, the page of each, and each as JSON."""

from __future__ import annotations

from flask import Blueprint, Response, request

from archive.exports import document_json
from indexer import SearchRequest, Sort
from webapp.asking import asked_for
from webapp.pages import document_page, documents_page
from webapp.rendering import config, json_response, render, site, workspace

__all__ = ["documents"]

documents = Blueprint("documents", __name__)


@documents.get("/documents")
def all_documents() -> str:
    """List all documents, newest first."""
    page = asked_for(request.args, config().page_size, 1).page
    result = workspace().search(
        SearchRequest(sort=Sort.NEWEST, page=page, page_size=config().page_size, passages_shown=1)
    )
    return render(documents_page(result, site()))


@documents.get("/documents/<document_id>")
def document(document_id: str) -> str:
    """Show a document to read."""
    root = site().base_url or request.host_url.rstrip("/")
    return render(document_page(workspace().document(document_id), site(), root))


@documents.get("/documents/<document_id>.json")
def exported(document_id: str) -> Response:
    """Give a document with its notes, citations and mentions as JSON."""
    opened = workspace().document(document_id)
    return json_response(document_json(opened.document, opened.citations, opened.mentions))
