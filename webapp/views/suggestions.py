"""What is suggested as one types: for our own pages, and as OpenSearch wants it."""

from __future__ import annotations

import json

from flask import Blueprint, Response, request

from indexer import SearchRequest, Suggestion, SuggestionKind, opensearch_suggestions
from webapp.addresses import document_address, mission_address, search_address, theme_address
from webapp.rendering import json_response, root, workspace

__all__ = ["suggestions"]

suggestions = Blueprint("suggestions", __name__)

_MOST = 10
_LONGEST = 100
_PAGES = {SuggestionKind.MISSION: mission_address, SuggestionKind.THEME: theme_address}


@suggestions.get("/suggest.json")
def suggest() -> Response:
    """Give suggestions with what each is and where it leads."""
    listed = [
        {"text": one.query, "label": one.text, "what": one.kind.value, "address": _address(one)}
        for one in _suggested()
    ]
    return json_response({"query": _typed(), "suggestions": listed})


@suggestions.get("/suggest")
def suggest_to_browsers() -> Response:
    """Give suggestions in the form of OpenSearch."""

    def address(query: str) -> str:
        return root() + search_address(SearchRequest(query))

    data = opensearch_suggestions(_typed(), _suggested(), address)
    text = json.dumps(data, ensure_ascii=False)
    return Response(text, mimetype="application/x-suggestions+json")


def _typed() -> str:
    return request.args.get("q", "")[:_LONGEST]


def _suggested() -> list[Suggestion]:
    return workspace().suggest(_typed(), _MOST)


def _address(one: Suggestion) -> str:
    """Where a suggestion leads by itself; empty if it is a search."""
    if one.document is not None:
        return document_address(one.document)
    page, (_, _, value) = _PAGES.get(one.kind), one.query.partition(":")
    return "" if page is None else page(value)
