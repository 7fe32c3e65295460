"""Preparing documents for an index, on all cores when there are many.

To prepare a document is to read it, find its passages and analyse them. Processes do that side by
side; what they prepare comes back in the order of the documents, a few at a time.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing.connection import wait

from indexer.columns import DocumentEntry
from indexer.entries import Entry, document_entry, entry_of
from indexer.source import Source

__all__ = ["PreparedDocument", "prepared"]

_MANY = 100
_DOCUMENTS_A_TASK = 8
_TASKS_A_PROCESS = 3


@dataclass(frozen=True, slots=True)
class PreparedDocument:
    """A document ready to be indexed; one with a fault has neither entry nor units.

    Attributes:
        id: of the document.
        entry: what the index knows of it.
        units: the entries of its passages by unit.
    """

    id: str
    entry: DocumentEntry | None
    units: dict[str, list[Entry]]


def prepared(source: Source, documents: Sequence[str]) -> Iterator[PreparedDocument]:
    """Yield documents ready to be indexed, in the order given."""
    processes = os.cpu_count() or 1
    if len(documents) < _MANY or processes < 2:
        for document in documents:
            yield _prepare(source, document)
        return
    yield from _side_by_side(source, documents, processes)


def _side_by_side(
    source: Source, documents: Sequence[str], processes: int
) -> Iterator[PreparedDocument]:
    tasks = (
        documents[start : start + _DOCUMENTS_A_TASK]
        for start in range(0, len(documents), _DOCUMENTS_A_TASK)
    )
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, context, _begin, (source,)) as pool:
        pending: deque[Future[list[PreparedDocument]]] = deque()
        for task in tasks:
            pending.append(pool.submit(_prepare_all, task))
            if len(pending) == processes * _TASKS_A_PROCESS:
                yield from pending.popleft().result()
        while pending:
            yield from pending.popleft().result()


_sources: list[Source] = []
"""In a process of the pool the one source, given once instead of with every task."""


def _begin(source: Source) -> None:
    _sources.append(source)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """End this process when the one that started it is killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _prepare_all(documents: Sequence[str]) -> list[PreparedDocument]:
    return [_prepare(_sources[0], document) for document in documents]


def _prepare(source: Source, document: str) -> PreparedDocument:
    passages = source.passages(document)
    if not passages:
        return PreparedDocument(document, None, {})
    entries = {unit: [entry_of(passage, unit) for passage in of] for unit, of in passages.items()}
    return PreparedDocument(document, document_entry(passages[document][0]), entries)
