"""Searching, as a page, as JSON and as a feed, and the help on it."""

from __future__ import annotations

from dataclasses import replace

from flask import Blueprint, Response, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from indexer import (
    QueryError,
    SearchRequest,
    Sort,
    search_json,
)
from webapp.addresses import search_address
from webapp.asking import asked_for, lines_asked_for, years_typed
from webapp.pages import (
    concordance_page,
    feed_page,
    help_page,
    open_search_page,
    refused_concordance,
    refused_page,
    search_page,
)
from webapp.rendering import config, json_response, render, respond, root, site, workspace

__all__ = ["search"]

search = Blueprint("search", __name__)


@search.get("/search")
def results() -> AnyResponse:
    """Show what a search finds, or why it was refused."""
    try:
        asked = _asked()
        with_years = years_typed(request.args, asked)
        if with_years is not None:
            return redirect(search_address(with_years))
        page = search_page(workspace().search(asked), site(), workspace().names)
    except QueryError as error:
        refused = refused_page(request.args.get("q", ""), error, site())
        return make_response(render(refused), 400)
    return make_response(render(page))


@search.get("/search.json")
def results_json() -> Response:
    """Give what a search finds as JSON."""
    return json_response(search_json(workspace().search(_asked())))


@search.get("/search.atom")
def results_feed() -> Response:
    """Give the newest documents that a search finds as an Atom feed."""
    newest = replace(_asked(), sort=Sort.NEWEST, page=1)
    page = feed_page(workspace().search(newest), site(), root())
    return Response(render(page), content_type="application/atom+xml; charset=utf-8")


@search.get("/concordance")
@search.get("/concordance.json")
def concordance() -> Response:
    """Show every occurrence of what is searched for, a line each."""
    try:
        asked = _asked()
        found = (
            workspace().concordance(lines_asked_for(request.args, asked)) if asked.query else None
        )
    except QueryError as error:
        asked = SearchRequest(request.args.get("q", ""))
        response = respond(refused_concordance(asked, str(error), site()))
        response.status_code = 400
        return response
    return respond(concordance_page(found, asked, site(), workspace().names))


@search.get("/help")
@search.get("/help.json")
def help_on_searching() -> Response:
    """Say what can be typed."""
    return respond(help_page(site()))


@search.get("/opensearch.xml")
def description() -> Response:
    """Tell browsers how to search here."""
    page = open_search_page(site(), root())
    return Response(render(page), content_type="application/opensearchdescription+xml")


def _asked() -> SearchRequest:
    return asked_for(request.args, config().page_size, config().passages_shown)
