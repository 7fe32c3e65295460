"""Results in the forms that other programs read: a page as JSON, everything found as rows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from indexer.csv_rows import csv_row
from indexer.engine import DocumentHit, Facet, PassageHit, SearchResult
from indexer.passages import IndexedPassage

__all__ = ["passages_csv", "passages_json", "search_json"]

_COLUMNS = (
    "document",
    "title",
    "authors",
    "date",
    "type",
    "kind",
    "id",
    "section",
    "missions",
    "themes",
    "symbols",
    "text",
    "context",
    "quote",
    "editor",
    "url",
)
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


def passages_csv(passages: Iterable[IndexedPassage], base_url: str = "") -> Iterator[str]:
    """Yield passages as CSV with a heading, line by line; lists are joined by semicolons."""
    yield csv_row(_COLUMNS)
    for passage in passages:
        yield csv_row(
            "; ".join(value) if isinstance(value, list) else value
            for value in _row(passage, base_url).values()
        )


def passages_json(passages: Iterable[IndexedPassage], base_url: str = "") -> Iterator[str]:
    """Yield passages as one JSON list of objects, piece by piece."""
    separator = "["
    for passage in passages:
        yield f"{separator}\n{json.dumps(_row(passage, base_url), ensure_ascii=False)}"
        separator = ","
    yield "[]\n" if separator == "[" else "\n]\n"


def _row(passage: IndexedPassage, base_url: str) -> dict[str, Any]:
    values = (
        passage.document,
        passage.title,
        list(passage.authors),
        passage.date,
        passage.type,
        passage.kind.value,
        passage.id,
        list(passage.section),
        list(dict.fromkeys((*passage.missions, *passage.mentioned))),
        list(passage.themes),
        list(passage.symbols),
        passage.text,
        passage.context,
        passage.quote,
        passage.editor,
        f"{base_url.rstrip('/')}{passage.url}",
    )
    return dict(zip(_COLUMNS, values, strict=True))


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
