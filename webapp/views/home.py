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
    shown = config().newest_shown
    everything = workspace().search(
        SearchRequest(sort=Sort.NEWEST, page_size=shown, passages_shown=1)
    )
    return render(home_page(everything, workspace().newest_annotations(shown), site()))
