"""Reading documents for what they add to the citation graph, on all cores if there are many."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence

from archive import Archive
from archive.citations import document_citations
from archive.citations.graph import DocumentGraph, document_graph
from archive.errors import UnknownDocumentError
from archive.references import Catalogue, document_references

__all__ = ["make_parts"]

_MANY = 100
_DOCUMENTS_A_TASK = 8


def make_parts(
    archive: Archive, catalogue: Catalogue, documents: Sequence[str]
) -> Iterator[tuple[str, DocumentGraph | None]]:
    """Yield documents with what they add to the graph; None for one that has a fault or is gone.

    Args:
        archive: that has them.
        catalogue: of all documents they may refer to.
        documents: their ids, whose order is kept.
    """
    processes = os.cpu_count() or 1
    if len(documents) < _MANY or processes < 2:
        for document_id in documents:
            yield document_id, _part(archive, catalogue, document_id)
        return
    context = multiprocessing.get_context("spawn")
    with context.Pool(processes, _begin, (archive, catalogue)) as pool:
        parts = pool.imap(_part_of_given, documents, _DOCUMENTS_A_TASK)
        yield from zip(documents, parts, strict=True)


_given: list[tuple[Archive, Catalogue]] = []
"""In a process of the pool what is the same for all documents, given once."""


def _begin(archive: Archive, catalogue: Catalogue) -> None:
    _given.append((archive, catalogue))


def _part_of_given(document_id: str) -> DocumentGraph | None:
    return _part(*_given[0], document_id)


def _part(archive: Archive, catalogue: Catalogue, document_id: str) -> DocumentGraph | None:
    try:
        document, _ = archive.read(document_id)
    except UnknownDocumentError:
        return None
    if document is None:
        return None
    authorities = archive.authorities
    citations = document_citations(document, authorities)
    references = document_references(document, catalogue)
    return document_graph(document, citations, references, authorities)
