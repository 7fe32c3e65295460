"""The home page."""

from __future__ import annotations

from flask import Blueprint, Response

from indexer import Facet, Filters, PassageKind, SearchRequest, Sort
from webapp.pages import home_page
from webapp.pages.home import MISSIONS_SHOWN
from webapp.rendering import config, respond, site, workspace

__all__ = ["home"]

home = Blueprint("home", __name__)


@home.get("/")
@home.get("/home.json")
def start() -> Response:
    """Show what this archive is and the ways in."""
    settings, archive = config(), workspace()
    request = SearchRequest(sort=Sort.NEWEST, page_size=settings.newest_documents, passages_shown=1)
    everything = archive.overview(request)
    shown = everything.facets.get(Facet.MISSION, ())[:MISSIONS_SHOWN]
    years = {mission.id: _years(mission.id) for mission in shown}
    newest = archive.newest_annotations(settings.newest_annotations)
    return respond(home_page(everything, years, newest, site()))


def _years(mission: str) -> dict[int, int]:
    """How many documents are chiefly about a mission, by year."""
    filters = Filters({Facet.MISSION: (mission,), Facet.KIND: (PassageKind.TITLE.value,)})
    result = workspace().overview(SearchRequest(filters=filters, page_size=1, passages_shown=1))
    return {int(count.id): count.documents for count in result.facets.get(Facet.YEAR, ())}
