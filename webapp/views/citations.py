"""The citations of the archive: who cites whom, the graph to take away, what is unresolved."""

from __future__ import annotations

from flask import Blueprint, Response, abort

from archive.exports import GRAPH_EXPORTS, export_graph, unresolved_csv
from webapp.pages import citations_page, unresolved_page
from webapp.rendering import respond, site, workspace

__all__ = ["citations"]

citations = Blueprint("citations", __name__)


@citations.get("/citations")
def all_citations() -> Response:
    """Show the documents of the archive that cite each other."""
    return respond(citations_page(workspace().citations().graph, site()))


@citations.get("/citations.<name>")
def graph(name: str) -> Response:
    """Give the citation graph in another form."""
    export = GRAPH_EXPORTS.get(name)
    if export is None:
        abort(404)
    archive = workspace()
    text = export_graph(archive.citations().graph, archive.archive.authorities, name)
    return _file(text, export.media_type, f"citations{export.suffix}")


@citations.get("/citations/unresolved")
@citations.get("/citations/unresolved.json")
def unresolved() -> Response:
    """Show editors the citations that lead nowhere."""
    response = respond(unresolved_page(workspace().citations().graph, site()))
    response.headers["X-Robots-Tag"] = "noindex"
    return response


@citations.get("/citations/unresolved.csv")
def unresolved_as_csv() -> Response:
    """Give the citations that lead nowhere as CSV."""
    text = unresolved_csv(workspace().citations().graph.unresolved)
    response = _file(text, "text/csv", "unresolved.csv")
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _file(text: str, media_type: str, name: str) -> Response:
    response = Response(text, content_type=f"{media_type}; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
