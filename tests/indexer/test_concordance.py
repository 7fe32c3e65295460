import csv
from pathlib import Path

import pytest

from indexer import (
    Concordance,
    ConcordanceRequest,
    ConcordanceSort,
    Filters,
    Index,
    concordance_csv,
)
from tests.indexer.factories import ENGINES, indexed

TEXTS = (
    "They asked the mission to protect civilians and to protect staff.",
    "All protected sites were listed, and nothing else was.",
    "No mention of it here.",
)


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Index:
    return indexed(tmp_path, *TEXTS, engine=request.param)


def contexts(found: Concordance) -> list[tuple[str, str, str]]:
    return [(line.left, line.keyword, line.right) for line in found.lines]


def test_every_occurrence_is_a_line(index: Index) -> None:
    found = index.concordance(ConcordanceRequest("protect", width=12))
    assert contexts(found) == [
        ("mission to ", "protect", " civilians"),
        ("and to ", "protect", " staff."),
        ("All ", "protected", " sites were"),
    ]
    assert (found.occurrences, found.passages, found.complete) == (3, 2, True)
    assert [line.passage.id for line in found.lines] == ["p1", "p1", "p2"]


def test_a_phrase_is_one_occurrence(index: Index) -> None:
    found = index.concordance(ConcordanceRequest('"to protect"', width=8))
    assert [line.keyword for line in found.lines] == ["to protect", "to protect"]


@pytest.mark.parametrize(
    ("sort", "rights"),
    [
        (ConcordanceSort.RIGHT, [" civilians", " sites were", " staff."]),
        (ConcordanceSort.LEFT, [" sites were", " staff.", " civilians"]),
    ],
)
def test_lines_are_sorted_by_the_words_beside_the_keyword(
    index: Index, sort: ConcordanceSort, rights: list[str]
) -> None:
    found = index.concordance(ConcordanceRequest("protect", sort=sort, width=12))
    assert [right for _, _, right in contexts(found)] == rights


def test_pages(index: Index) -> None:
    found = index.concordance(ConcordanceRequest("protect", page=2, page_size=2))
    assert (len(found.lines), found.occurrences, found.pages) == (1, 3, 2)


def test_filters_narrow_it_and_an_empty_query_has_no_lines(index: Index) -> None:
    narrowed = ConcordanceRequest("protect", Filters.of(year="1888"))
    assert index.concordance(narrowed).occurrences == 0
    assert index.concordance(ConcordanceRequest("")).lines == ()


def test_only_so_many_passages_are_read(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.concordance.MOST_PASSAGES", 1)
    found = index.concordance(ConcordanceRequest("protect"))
    assert (found.passages, found.complete) == (1, False)


def test_lines_as_csv(index: Index) -> None:
    lines = index.concordance(ConcordanceRequest("sites", width=12)).lines
    heading, row = csv.reader(concordance_csv(lines))
    assert heading == [
        "document", "title", "year", "kind", "left", "keyword", "right", "address",
    ]  # fmt: skip
    assert row == [
        "d1", "Document d1", "2000", "paragraph",
        "protected ", "sites", " were", "/documents/d1#p2",
    ]  # fmt: skip
