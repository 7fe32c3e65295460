"""The home page."""

from __future__ import annotations

from flask import Blueprint

from indexer import SearchRequest, Sort
from webapp.pages import home_page
from webapp.rendering import config, render, site, workspace

__all__ = ["home"]

home = Blueprint("home", __name__)


@home.get("/")
def start() -> str:
    """Show what this archive is and the ways in."""
    settings, archive = config(), workspace()
    request = SearchRequest(sort=Sort.NEWEST, page_size=settings.newest_documents, passages_shown=1)
    newest = archive.newest_annotations(settings.newest_annotations)
    return render(home_page(archive.search(request), newest, site()))
