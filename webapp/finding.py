"""What a search finds within one document: which of its passages, and the words to mark."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indexer import Names, PassageKind, SearchRequest
from indexer.search import Snapshot
from indexer.snippets import Highlighter

__all__ = ["Found", "find_in_document"]

_NO_BLOCK = {PassageKind.ANNOTATION, PassageKind.TITLE}


@dataclass(frozen=True)
class Found:
    """What a search finds in a document.

    Attributes:
        request: the search.
        title: whether the title page is found.
        passages: the ids of the blocks and notes found.
        annotations: the ids of the annotations found.
        words: finds the words of the search in a text.
    """

    request: SearchRequest
    title: bool
    passages: frozenset[str]
    annotations: frozenset[str]
    words: Highlighter


def find_in_document(
    snapshot: Snapshot, document_id: str, request: SearchRequest, names: Names
) -> Found:
    """Return what a search finds in a document.

    Args:
        snapshot: the state of the index that is asked.
        document_id: of the document; nothing is found in one that is not indexed.
        request: the search; its page and order do not matter.
        names: of the archive's authorities.

    Raises:
        QueryError: the query or a filter is refused.
    """
    found = snapshot.found(request.query, request.filters, names, as_typed=request.as_typed)
    number = snapshot.columns.numbers.get(document_id)
    rows = found.rows[snapshot.columns.document[found.rows] == (-1 if number is None else number)]
    passages = list(snapshot.passages(np.asarray(rows).tolist())) if len(rows) else []
    kinds = {kind: {one.id for one in passages if one.kind is kind} for kind in _NO_BLOCK}
    return Found(
        request=request,
        title=bool(kinds[PassageKind.TITLE]),
        passages=frozenset(one.id for one in passages if one.kind not in _NO_BLOCK),
        annotations=frozenset(kinds[PassageKind.ANNOTATION]),
        words=found.highlighter,
    )
