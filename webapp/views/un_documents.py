"""UN documents: all that are cited, and each with what cites it."""

from __future__ import annotations

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from indexer import Filters, SearchRequest
from webapp.addresses import search_address, un_document_address
from webapp.asking import asked_for, years_typed
from webapp.citing.kinds import un_document_asked_for
from webapp.citing.narrowing import NARROWED_BY, narrowed_result
from webapp.pages import un_document_page, un_documents_page
from webapp.pages.un_document_list import UNDocumentsRequest
from webapp.rendering import respond, site, workspace

__all__ = ["un_documents"]

un_documents = Blueprint("un_documents", __name__)

_SENTENCES_A_PAGE = 100


@un_documents.get("/un-documents")
@un_documents.get("/un-documents.json")
def all_un_documents() -> Response:
    """List the UN documents that are cited."""
    year = request.args.get("year", "")
    asked = UNDocumentsRequest(
        kind=request.args.get("kind", "").strip(),
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        sort=request.args.get("sort", "cited"),
        page=_asked().page,
    )
    archive = workspace()
    graph, authorities = archive.citations().graph, archive.archive.authorities
    return respond(un_documents_page(asked, graph, authorities, site()))


@un_documents.get("/un-documents/<path:name>")
@un_documents.get("/un-documents/<path:name>.json")
def un_document(name: str) -> AnyResponse:
    """Show a UN document and every sentence that cites it."""
    archive = workspace()
    graph = archive.citations().graph
    known = un_document_asked_for(name, graph, archive.archive.authorities)
    if known is None:
        abort(404)
    asked = _asked()
    path = un_document_address(known.key)
    with_years = years_typed(request.args, asked)
    if with_years is not None:
        return redirect(search_address(with_years, path))
    if known.key != name:
        suffix = ".json" if request.path.endswith(".json") else ""
        return redirect(search_address(asked, path + suffix), code=301)
    result = narrowed_result(graph.cited_by(known.key), asked, archive.names)
    return respond(un_document_page(known, result, graph, archive.names, site()))


def _asked() -> SearchRequest:
    """What is selected; of the facets of searches only those that citing sentences have."""
    asked = asked_for(request.args, _SENTENCES_A_PAGE, 1)
    filters = Filters({facet: asked.filters.values(facet) for facet in NARROWED_BY})
    return SearchRequest(filters=filters, page=asked.page, page_size=asked.page_size)
