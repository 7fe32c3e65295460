"""Searching, as a page and as JSON."""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from indexer import QueryError, search_json
from webapp.addresses import search_address
from webapp.asking import asked_for, years_typed
from webapp.pages import refused_page, search_page
from webapp.rendering import config, json_response, render, site, workspace

__all__ = ["search"]

search = Blueprint("search", __name__)


@search.get("/search")
def results() -> AnyResponse:
    """Show what a search finds, or why it was refused."""
    try:
        asked = asked_for(request.args, config().page_size, config().passages_shown)
        with_years = years_typed(request.args, asked)
        if with_years is not None:
            return redirect(search_address(with_years))
        page = search_page(workspace().search(asked), site(), workspace().archive.authorities)
    except QueryError as error:
        refused = refused_page(request.args.get("q", ""), error, site())
        return make_response(render(refused), 400)
    return make_response(render(page))


@search.get("/search.json")
def results_json() -> Response:
    """Give what a search finds as JSON."""
    asked = asked_for(request.args, config().page_size, config().passages_shown)
    return json_response(search_json(workspace().search(asked)))
