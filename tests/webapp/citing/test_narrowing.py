"""Citing sentences, narrowed and counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive import Archive
from archive.citations.graph import CitingSentence
from indexer import Facet, FilterError, Filters, Names, SearchRequest
from webapp.citing import CitationKeeper
from webapp.citing.narrowing import narrowed, narrowed_result


@pytest.fixture
def citing(citing_folder: Path) -> tuple[tuple[CitingSentence, ...], Names]:
    archive = Archive.open(citing_folder)
    graph = CitationKeeper(archive.index_folder).update(archive).graph
    return graph.cited_by("s-res-1270"), Names(archive.authorities)


@pytest.mark.parametrize(
    ("filters", "documents"),
    [
        (Filters(), {"harbour-report", "rope-study"}),
        (Filters.of(mission="unexa"), {"harbour-report"}),
        (Filters.of(theme="poc"), {"rope-study"}),
        (Filters.of(year="2005..2015"), {"rope-study"}),
        (Filters.of(year=("2003", "2010")), {"harbour-report", "rope-study"}),
        (Filters.of(mission="unexa", theme="poc"), set()),
    ],
)
def test_filters_leave_the_sentences_of_some_documents(
    citing: tuple[tuple[CitingSentence, ...], Names], filters: Filters, documents: set[str]
) -> None:
    assert {sentence.document.id for sentence in narrowed(citing[0], filters)} == documents


def test_counts_ignore_the_selection_in_their_own_facet(
    citing: tuple[tuple[CitingSentence, ...], Names],
) -> None:
    sentences, names = citing
    result = narrowed_result(sentences, SearchRequest(filters=Filters.of(mission="unexa")), names)
    assert (result.documents, result.passages) == (1, 3)
    missions = {count.label: count for count in result.facets[Facet.MISSION]}
    assert missions["UNEXA"].selected
    assert (missions["UNPART"].documents, missions["UNPART"].passages) == (1, 1)
    assert [count.id for count in result.facets[Facet.YEAR]] == ["2003"]
    assert [count.label for count in result.facets[Facet.THEME]] == ["Consent of the host"]


def test_what_is_no_year_is_refused(citing: tuple[tuple[CitingSentence, ...], Names]) -> None:
    with pytest.raises(FilterError):
        narrowed(citing[0], Filters.of(year="soon"))
