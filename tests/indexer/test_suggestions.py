from pathlib import Path

import pytest

from archive.authorities import Authorities, Mission, Theme, UNDocument
from indexer import (
    Index,
    Names,
    SearchRequest,
    SuggestionKind,
    build_index,
    opensearch_suggestions,
)
from tests.indexer.factories import ENGINES, MemorySource, index_folder, indexed, make_passage

NAMES = Names(
    Authorities(
        missions=(Mission("unmiss", "UNMISS", "Mission in South Sudan"),),
        themes=(Theme("withdrawal", "Withdrawal and transition"),),
        un_documents=(
            UNDocument("r-1996", "S/RES/1996 (2011)", "The mandate", common_names=("South paper",)),
        ),
    )
)


@pytest.fixture(params=ENGINES)
def index(request: pytest.FixtureRequest, tmp_path: Path) -> Index:
    source = MemorySource(tmp_path)
    texts = ["withdrawal of soldiers", "soldiers and soldiering", "southern soldiers"]
    passages = [make_passage(identifier=f"p{n}", text=text) for n, text in enumerate(texts)]
    source.put("d1", *(passages[:1]), *passages[1:])
    source.put("d2", make_passage("d2", title="South of the river", text="Nothing."))
    build_index(source, index_folder(source), request.param)
    return Index(index_folder(source), lambda: NAMES)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("soldeirs", "soldiers"),
        ("withdrawl of soldeirs", "withdrawal of soldiers"),
        ('"withdrawl of" soldiers', '"withdrawal of" soldiers'),
    ],
)
def test_a_misspelt_word_is_answered_with_the_likely_one(
    index: Index, query: str, meant: str
) -> None:
    assert index.search(SearchRequest(query)).did_you_mean == meant


@pytest.mark.parametrize(
    "query", ["soldiers", "absurdity", "1995", "xyz", "", "withdrawl absurdity", "-soldeirs"]
)
def test_nothing_is_guessed_without_a_better_query(index: Index, query: str) -> None:
    assert index.search(SearchRequest(query)).did_you_mean is None


def test_a_much_rarer_word_may_be_a_misspelling_too(tmp_path: Path) -> None:
    texts = ["soldeirs", *["many soldiers"] * 12]
    assert indexed(tmp_path, *texts).search(SearchRequest("soldeirs")).did_you_mean == "soldiers"


def test_names_titles_and_words_are_suggested(index: Index) -> None:
    found = [(s.kind, s.text, s.query) for s in index.suggest("sou")]
    assert found == [
        (SuggestionKind.MISSION, "UNMISS, Mission in South Sudan", "mission:unmiss"),
        (
            SuggestionKind.UN_DOCUMENT,
            "S/RES/1996 (2011), The mandate",
            'symbol:"S/RES/1996 (2011)"',
        ),
        (SuggestionKind.TITLE, "South of the river", 'title:"South of the river"'),
        (SuggestionKind.TERM, "south", "south"),
        (SuggestionKind.TERM, "southern", "southern"),
    ]


def test_every_suggestion_finds_something_when_searched(index: Index) -> None:
    for suggestion in index.suggest("south r"):
        assert index.search(SearchRequest(suggestion.query)).documents


def test_the_last_word_is_completed_by_the_most_frequent(index: Index) -> None:
    suggested = [s.query for s in index.suggest("withdrawal sol") if s.kind is SuggestionKind.TERM]
    assert suggested == ["withdrawal soldiers", "withdrawal soldiering"]


@pytest.mark.parametrize("typed", ["", " ", "s", "…", "qqqq"])
def test_too_little_or_something_unknown_suggests_nothing(index: Index, typed: str) -> None:
    assert index.suggest(typed) == []


def test_the_form_of_opensearch(index: Index) -> None:
    form = opensearch_suggestions("unm", index.suggest("unm"), lambda query: f"/search?q={query}")
    assert form == [
        "unm",
        ["UNMISS, Mission in South Sudan"],
        ["mission"],
        ["/search?q=mission:unmiss"],
    ]
