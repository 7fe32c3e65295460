"""About the archive, and what robots and browsers ask every site for."""

from __future__ import annotations

from flask import Blueprint, Response, redirect
from werkzeug.wrappers import Response as AnyResponse

from indexer import SearchRequest
from webapp.assets import static_address
from webapp.pages import about_page
from webapp.rendering import respond, site, workspace

__all__ = ["about_site"]

about_site = Blueprint("site", __name__)

_ROBOTS = """User-agent: *
Disallow: /search
Disallow: /documents/*?
Disallow: /documents/*/cite
"""


@about_site.get("/about")
@about_site.get("/about.json")
def about() -> Response:
    """Say what the archive is and how to use it."""
    found = workspace().search(SearchRequest(page_size=1, passages_shown=1))
    return respond(about_page(workspace().about(), found.documents, found.passages, site()))


@about_site.get("/robots.txt")
def robots() -> Response:
    """Let robots read everything but the endless ways to search."""
    return Response(_ROBOTS, mimetype="text/plain")


@about_site.get("/favicon.ico")
def favicon() -> AnyResponse:
    """Send browsers that ask for the old name to the icon."""
    return redirect(static_address("favicon.svg"), code=301)
