"""Searching a small index, as a person would."""

from pathlib import Path

import pytest

from indexer import (
    Filters,
    PassageKind,
    QueryError,
    SearchRequest,
    SearchResult,
    Sort,
    search_json,
)
from tests.indexer.factories import MemorySource, indexed, make_passage, opened


def search(folder: Path, query: str, *texts: str, as_typed: bool = False) -> SearchResult:
    return indexed(folder, *texts).search(
        SearchRequest(query, passages_shown=100, as_typed=as_typed)
    )


def ids(result: SearchResult) -> set[str]:
    return {hit.passage.id for document in result.hits for hit in document.passages}


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("civilians protection", "Protection of civilians"),
        ("CÔTE", "In Cote d'Ivoire"),
        ("protecting", "They protect."),
        ("peacekeeping", "a peace-keeping force"),
        ("peace-keeping", "a peacekeeping force"),
        ("peace-keeping", "a peace keeping force"),
        ('"peacekeeping force"', "a peace-keeping force"),
        ('"peace-keeping force"', "a peacekeeping force"),
        ('"peace keeping force"', "a peacekeeping force"),
        ('"keeping force"', "a peace-keeping force"),
        ("s/res/1325(2000)", "recalling S/RES/1325 (2000)"),
        ("peac*", "peacekeepers"),
        ("peacekepeers~", "peacekeepers"),
        ('"force protect"~2', "protect, with all force"),
        ("“all force", "with all force"),
        ("peace OR war", "the war"),
        ("in:text war", "the war"),
        ("kind:paragraph war", "the war"),
        ("title:d1 war", "the war"),
        ("-peace", "the war"),
        ("poc", "the protection of civilians"),
        ("POC", "the protection of civilians"),
    ],
)
def test_a_query_finds_a_text(tmp_path: Path, query: str, text: str) -> None:
    assert "p1" in ids(search(tmp_path, query, text))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("civilians protection", "Protection of soldiers"),
        ('"protecting"', "They protect."),
        ('"of protection"', "protection of civilians"),
        ('"peace force"~1', "peace is not war and force"),
        ("in:notes war", "the war"),
        ("-war", "the war"),
        ("year:2001 war", "the war"),
        ("peackeeprs~1", "peacekeepers"),
        ("annotation:war", "the war"),
    ],
)
def test_a_query_does_not_find_a_text(tmp_path: Path, query: str, text: str) -> None:
    assert "p1" not in ids(search(tmp_path, query, text))


def test_a_widened_abbreviation_is_told_and_can_be_switched_off(tmp_path: Path) -> None:
    texts = ("the POC mandate", "the protection of civilians")
    widened = search(tmp_path, "POC", *texts)
    assert ids(widened) == {"p1", "p2"}
    assert [(word.typed, word.expansion) for word in widened.widened] == [
        ("POC", "protection of civilians")
    ]
    typed = search(tmp_path, "POC", *texts, as_typed=True)
    assert ids(typed) == {"p1"}
    assert typed.widened == ()


def test_exact_forms_rank_above_other_forms_of_a_word(tmp_path: Path) -> None:
    result = search(tmp_path, "planned", "They plan a move.", "They planned a move.")
    assert [hit.passage.id for hit in result.hits[0].passages] == ["p2", "p1"]


def test_titles_and_headings_rank_above_the_text(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    body = "The mandate was long, and the mandate was clear, and the mandate was renewed."
    source.put("body", make_passage("body", text=body))
    source.put("titled", make_passage("titled", title="Mandate", text="Nothing else."))
    heading = make_passage("headed", "h1", kind=PassageKind.HEADING, text="Mandate")
    source.put("headed", make_passage("headed", text="Nothing."), heading)
    hits = opened(source).search(SearchRequest("mandate")).hits
    assert hits[-1].document == "body"
    assert {hit.document for hit in hits} == {"body", "titled", "headed"}


def test_a_title_is_found_once_and_links_to_the_document(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("d1", make_passage(title="A hundred mandates", authors=("Ada Quill",)))
    result = opened(source).search(SearchRequest("hundred"))
    assert result.passages == 1
    (hit,) = result.hits[0].passages
    assert hit.snippet == "A <mark>hundred</mark> mandates"
    assert hit.url == "/documents/d1"


def test_a_field_of_the_document_finds_all_of_its_passages(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("d1", make_passage(title="A hundred mandates", authors=("Ada Quill",)))
    source.put("d2", make_passage("d2", text="A hundred mandates", authors=("Bo Reed",)))
    index = opened(source)
    for query in ("title:hundred", "author:quill", 'author:"ada quill" civilians'):
        assert [hit.document for hit in index.search(SearchRequest(query)).hits] == ["d1"]


def test_a_cited_symbol_is_found_however_it_was_written(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("d1", make_passage(text="Resolution 1325 said so.", symbols=("S/RES/1325 (2000)",)))
    index = opened(source)
    for query in ('symbol:"S/RES/1325"', "symbol:s/res/1325", "symbol:S/RES/13*"):
        assert index.search(SearchRequest(query)).passages == 1
    assert index.search(SearchRequest("symbol:S/RES/1326")).passages == 0


def test_missions_and_themes_are_found_by_id_acronym_or_label(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("d1", make_passage(missions=("monusco",), themes=("protection",)))
    source.put("d2", make_passage("d2", mentioned=("unmiss",)))
    index = opened(source)
    for query in ("mission:monusco", "mission:MONUSCO", 'theme:"Protection of civilians"'):
        assert [hit.document for hit in index.search(SearchRequest(query)).hits] == ["d1"]
    assert index.search(SearchRequest("mission:(monusco OR unmiss)")).documents == 2


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("mission:atlantis", "There is no mission called 'atlantis'."),
        ("year:soon", "This is not a year."),
        ("kind:poem", "There is no kind called 'poem'."),
    ],
)
def test_an_impossible_value_is_refused(tmp_path: Path, query: str, reason: str) -> None:
    with pytest.raises(QueryError) as refused:
        search(tmp_path, query, "text")
    assert refused.value.reason == reason


def test_results_are_grouped_by_document_with_the_best_passages(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    texts = ("the war of words", "war, war and war", "after the long war came a truce")
    source.put("d1", *(make_passage("d1", f"p{n}", text=text) for n, text in enumerate(texts)))
    source.put("d2", make_passage("d2", text="one war in a text that goes on and on and on"))
    result = opened(source).search(SearchRequest("war", passages_shown=2))
    assert (result.documents, result.passages) == (2, 4)
    first = result.hits[0]
    assert (first.document, first.found, first.more) == ("d1", 3, 1)
    assert first.passages[0].passage.id == "p1"


def test_documents_are_sorted_and_paged(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    for document, title, date in (
        ("a", "Cedar", "1999"),
        ("b", "Birch", "2005-03"),
        ("c", "alder", None),
    ):
        source.put(document, make_passage(document, title=title, date=date))
    index = opened(source)

    def order(sort: Sort, page: int = 1, page_size: int = 10) -> list[str]:
        request = SearchRequest("mission", sort=sort, page=page, page_size=page_size)
        return [hit.document for hit in index.search(request).hits]

    assert order(Sort.TITLE) == ["c", "b", "a"]
    assert order(Sort.NEWEST) == ["b", "a", "c"]
    assert order(Sort.OLDEST) == ["a", "b", "c"]
    assert order(Sort.OLDEST, page=2, page_size=2) == ["c"]
    assert index.search(SearchRequest("mission", page_size=2)).pages == 2


def test_an_empty_query_finds_everything_newest_first(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("old", make_passage("old", date="1950"))
    source.put("new", make_passage("new", date="2020"))
    result = opened(source).search(SearchRequest())
    assert [hit.document for hit in result.hits] == ["new", "old"]
    assert result.passages == 4


def test_an_empty_archive_can_be_searched(tmp_path: Path) -> None:
    result = opened(MemorySource(tmp_path)).search(SearchRequest("peace OR pea* OR pece~"))
    assert (result.documents, result.hits) == (0, ())


def test_the_json_of_a_result(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("d1", make_passage(section=("Part", "Chapter"), missions=("monusco",)))
    request = SearchRequest("civilians", Filters.of(mission="monusco"))
    written = search_json(opened(source).search(request))
    assert written["query"] == "civilians"
    assert (written["documents"], written["passages"]) == (1, 1)
    (hit,) = written["hits"]
    assert (hit["document"], hit["title"], hit["year"]) == ("d1", "Document d1", 2000)
    assert hit["passages"] == [
        {
            "kind": "paragraph",
            "id": "p1",
            "section": ["Part", "Chapter"],
            "snippet": "The mission protects <mark>civilians</mark>.",
            "url": "/documents/d1#p1",
        }
    ]
    assert written["facets"]["mission"] == [
        {"id": "monusco", "label": "MONUSCO", "documents": 1, "passages": 1}
    ]


def test_what_an_import_proposes_narrows_a_search_too(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("d1", make_passage(proposed_missions=("unmiss",), proposed_themes=("protection",)))

    found = opened(source).search(
        SearchRequest(filters=Filters.of(mission="unmiss", theme="protection"))
    )

    assert found.documents == 1
