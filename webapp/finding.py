"""What a search finds within one document: which of its passages, and the words to mark."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from indexer import Names, PassageKind, SearchRequest
from indexer.query.parser import parse
from indexer.query.resolution import resolve
from indexer.search import Snapshot
from indexer.snippets import Highlighter

__all__ = ["Found", "find_in_document"]


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
    rows = snapshot.find(request.query, request.filters, names)
    number = snapshot.columns.numbers.get(document_id, -1)
    own = np.flatnonzero(snapshot.columns.document == number) if number >= 0 else rows[:0]
    passages = [snapshot.passage(int(row)) for row in np.intersect1d(rows, own)]
    resolved = resolve(parse(request.query), names, snapshot.reader, as_typed=request.as_typed)
    annotation, title = PassageKind.ANNOTATION, PassageKind.TITLE
    return Found(
        request=request,
        title=any(passage.kind is title for passage in passages),
        passages=frozenset(
            passage.id for passage in passages if passage.kind not in {annotation, title}
        ),
        annotations=frozenset(passage.id for passage in passages if passage.kind is annotation),
        words=Highlighter(resolved.clause),
    )
