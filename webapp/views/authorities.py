"""Lists of missions and themes."""

from __future__ import annotations

from flask import Blueprint

from indexer import SearchRequest, SearchResult
from webapp.pages import missions_page, themes_page
from webapp.rendering import render, site, workspace

__all__ = ["authorities"]

authorities = Blueprint("authorities", __name__)


@authorities.get("/missions")
def missions() -> str:
    """List the missions, with how much the archive has about each."""
    return render(missions_page(_everything(), workspace().archive.authorities, site()))


@authorities.get("/themes")
def themes() -> str:
    """List the themes, with how much the archive has about each."""
    return render(themes_page(_everything(), workspace().archive.authorities, site()))


def _everything() -> SearchResult:
    return workspace().search(SearchRequest(page_size=1, passages_shown=1))
