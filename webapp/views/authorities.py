"""Ways in besides searching: missions, themes, authors, years, and the timeline of all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from flask import Blueprint, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from indexer import Facet, Filters, PassageKind, SearchRequest, SearchResult, Sort
from webapp.pages import (
    author_page,
    authors_page,
    mission_page,
    missions_page,
    naming,
    theme_page,
    themes_page,
    timeline_page,
    year_page,
)
from webapp.rendering import respond, site, workspace

__all__ = ["authorities"]

authorities = Blueprint("authorities", __name__)

_LISTED = 50
"""Documents on the page of a mission, theme, author or year; the rest is a search away."""


@authorities.get("/missions")
@authorities.get("/missions.json")
def missions() -> Response:
    """List the missions, with how much the archive has about each."""
    return respond(missions_page(_found(), workspace().archive.authorities, site()))


@authorities.get("/missions/<mission_id>")
@authorities.get("/missions/<mission_id>.json")
def mission(mission_id: str) -> Response:
    """Show a mission."""
    known = workspace().archive.authorities
    found = known.mission(mission_id) or abort(404)
    chosen = {Facet.MISSION: (mission_id,)}
    named = workspace().overview(replace(naming(found), page_size=1, passages_shown=1))
    everything = _found(chosen)
    return respond(
        mission_page(found, _chiefly(chosen), everything, named, known, site(), _this_year())
    )


@authorities.get("/themes")
@authorities.get("/themes.json")
def themes() -> Response:
    """List the themes, with how much the archive has about each."""
    return respond(themes_page(_found(), workspace().archive.authorities, site()))


@authorities.get("/themes/<theme_id>")
@authorities.get("/themes/<theme_id>.json")
def theme(theme_id: str) -> Response:
    """Show a theme."""
    known = workspace().archive.authorities
    found = known.theme(theme_id) or abort(404)
    chosen = {Facet.THEME: (theme_id,)}
    return respond(theme_page(found, _chiefly(chosen), _found(chosen), known, site()))


@authorities.get("/authors")
@authorities.get("/authors.json")
def authors() -> Response:
    """List the authors, with how much the archive has of each."""
    return respond(authors_page(_found(), site()))


@authorities.get("/authors/<path:name>")
@authorities.get("/authors/<path:name>.json")
def author(name: str) -> Response:
    """Show an author."""
    found = _found({Facet.AUTHOR: (name,)})
    return respond(author_page(name, found, site())) if found.documents else abort(404)


@authorities.get("/years")
def years() -> AnyResponse:
    """Lead to the list of years, which stands in the timeline."""
    return redirect("/timeline#page-years", code=301)


@authorities.get("/years/<int:year>")
@authorities.get("/years/<int:year>.json")
def year(year: int) -> Response:
    """Show a year."""
    known = {count.id for count in _found().facets.get(Facet.YEAR, ())}
    if str(year) not in known:
        abort(404)
    return respond(year_page(year, _found({Facet.YEAR: (str(year),)}), site()))


@authorities.get("/timeline")
@authorities.get("/timeline.json")
def timeline() -> Response:
    """Show documents and missions over the years."""
    known, kind = workspace().archive.authorities, request.args.get("kind", "")
    return respond(timeline_page(_found(), known, site(), _this_year(), kind))


def _found(selected: Mapping[Facet, tuple[str, ...]] | None = None) -> SearchResult:
    """Find everything that has the values selected, newest documents first."""
    return workspace().overview(
        SearchRequest(
            filters=Filters(selected or {}),
            sort=Sort.NEWEST,
            page_size=_LISTED if selected else 1,
            passages_shown=1,
        )
    )


def _chiefly(selected: Mapping[Facet, tuple[str, ...]]) -> SearchResult:
    """Find the documents that are about what is selected, not only some of their passages."""
    return _found({**selected, Facet.KIND: (PassageKind.TITLE.value,)})


def _this_year() -> int:
    return dt.datetime.now(tz=dt.UTC).year
