"""The sentences that cite a UN document, narrowed and counted as search results are.

Counts of a facet ignore what is selected in it, so that several values can be selected.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from archive.citations.graph import CitingSentence, filter_citing
from indexer import Facet, FacetCount, Filters, Names, SearchRequest, SearchResult

__all__ = ["NARROWED_BY", "narrowed", "narrowed_result"]

NARROWED_BY = (Facet.MISSION, Facet.THEME, Facet.YEAR)
"""The facets that citing sentences have."""


def narrowed(sentences: Iterable[CitingSentence], filters: Filters) -> tuple[CitingSentence, ...]:
    """Return the sentences of documents that the filters leave; their order is kept.

    Raises:
        FilterError: a year is none.
    """
    years = filters.years()
    about = filter_citing(sentences, filters.values(Facet.MISSION), filters.values(Facet.THEME))
    return tuple(
        sentence
        for sentence in about
        if not years
        or (
            sentence.document.year is not None
            and any(sentence.document.year in span for span in years)
        )
    )


def narrowed_result(
    sentences: Sequence[CitingSentence], request: SearchRequest, names: Names
) -> SearchResult:
    """Return how many citing sentences a request leaves, and what can be selected.

    The counts are of documents and of blocks and notes, as those of searches are.

    Raises:
        FilterError: a year is none.
    """
    left = narrowed(sentences, request.filters)
    documents, passages = _counts(left)
    facets = {facet: _facet(facet, sentences, request.filters, names) for facet in NARROWED_BY}
    return SearchResult(request, documents, passages, (), facets)


def _facet(
    facet: Facet, sentences: Sequence[CitingSentence], filters: Filters, names: Names
) -> tuple[FacetCount, ...]:
    others = {key: values for key, values in filters.selected.items() if key is not facet}
    found: defaultdict[str, list[CitingSentence]] = defaultdict(list)
    for sentence in narrowed(sentences, Filters(others)):
        for value in _values(sentence, facet):
            found[value].append(sentence)
    selected = filters.values(facet)
    counts = (
        FacetCount(value, names.label(facet, value), *_counts(of), selected=value in selected)
        for value, of in found.items()
    )
    by_count = sorted(counts, key=lambda one: (-one.documents, -one.passages, one.label))
    if facet is Facet.YEAR:
        by_count.sort(key=lambda one: one.id)
    return tuple(by_count)


def _values(sentence: CitingSentence, facet: Facet) -> tuple[str, ...]:
    document = sentence.document
    if facet is Facet.YEAR:
        return () if document.year is None else (str(document.year),)
    return document.missions if facet is Facet.MISSION else document.themes


def _counts(sentences: Iterable[CitingSentence]) -> tuple[int, int]:
    """How many documents, and how many blocks and notes the sentences stand in."""
    places = {(sentence.document.id, sentence.place.passage) for sentence in sentences}
    return len({document for document, _ in places}), len(places)
