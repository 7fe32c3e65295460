"""Results in the forms that other programs read."""

from __future__ import annotations

from typing import Any

from indexer.engine import DocumentHit, Facet, PassageHit, SearchResult

__all__ = ["search_json"]

_FACETS = (Facet.MISSION, Facet.THEME, Facet.YEAR, Facet.KIND, Facet.TYPE, Facet.AUTHOR)


def search_json(result: SearchResult) -> dict[str, Any]:
    """Return a result as `peacearchive search --json` writes it."""
    return {
        "query": result.request.query,
        "documents": result.documents,
        "passages": result.passages,
        "hits": [_hit(hit) for hit in result.hits],
        "facets": {
            facet.value: [
                {
                    "id": count.id,
                    "label": count.label,
                    "documents": count.documents,
                    "passages": count.passages,
                }
                for count in result.facets[facet]
            ]
            for facet in _FACETS
        },
        "page": result.request.page,
        "pages": result.pages,
        "widened": [
            {"typed": widening.typed, "expansion": widening.expansion}
            for widening in result.widened
        ],
        "did_you_mean": result.did_you_mean,
    }


def _hit(hit: DocumentHit) -> dict[str, Any]:
    return {
        "document": hit.document,
        "title": hit.title,
        "year": hit.year,
        "authors": list(hit.authors),
        "found": hit.found,
        "passages": [_passage(passage) for passage in hit.passages],
    }


def _passage(hit: PassageHit) -> dict[str, Any]:
    return {
        "kind": hit.passage.kind.value,
        "id": hit.passage.id,
        "section": list(hit.passage.section),
        "snippet": hit.snippet,
        "url": hit.url,
    }
