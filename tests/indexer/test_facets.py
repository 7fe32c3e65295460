"""Every count is what selecting the value yields, whatever else is selected."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import Facet, Filters, IndexedPassage, PassageKind, SearchRequest
from indexer.query import parse
from indexer.query.resolution import resolve
from tests.indexer.factories import ENGINES, NAMES, MemorySource, make_passage, opened
from tests.indexer.reference import Reference, values_of

WORDS = st.sampled_from(["peace", "war", "truce", "peace-war", "wars"])
MISSIONS = st.lists(st.sampled_from(["monusco", "unmiss", "unamsil"]), unique=True, max_size=2)
THEMES = st.lists(st.sampled_from(["protection", "force"]), unique=True, max_size=2)
KINDS = st.sampled_from([PassageKind.PARAGRAPH, PassageKind.NOTE, PassageKind.ANNOTATION])
QUERIES = st.sampled_from(["", "peace", "war -truce", "peace OR truce", '"peace war"', "tru*"])

SYMBOLS = st.sampled_from(
    [
        (),
        ("S/RES/1325 (2000)",),
        ("S/RES/1325 (2000)", "A/55/305-S/2000/809", "A/55/305", "S/2000/809"),
    ]
)


@st.composite
def passages(draw: st.DrawFn, document: str) -> list[IndexedPassage]:
    date = draw(st.sampled_from([None, "1999", "2001-05", "2010"]))
    authors = draw(st.sampled_from([(), ("Ada Quill",), ("Ada Quill", "Bo Reed")]))
    kind_of_document = draw(st.sampled_from(["report", "essay"]))
    missions, themes = draw(MISSIONS), draw(THEMES)
    found = []
    for number in range(draw(st.integers(1, 5))):
        kind = draw(KINDS)
        own = draw(THEMES) if kind is PassageKind.ANNOTATION else []
        found.append(
            make_passage(
                document,
                f"x{number}",
                kind=kind,
                text=" ".join(draw(st.lists(WORDS, min_size=1, max_size=4))),
                date=date,
                authors=authors,
                type=kind_of_document,
                missions=tuple(missions),
                themes=tuple(dict.fromkeys([*themes, *own])),
                mentioned=tuple(draw(MISSIONS)),
                proposed_missions=tuple(missions[::-1]),
                symbols=tuple(draw(SYMBOLS)),
            )
        )
    return sorted(found, key=lambda passage: passage.kind is PassageKind.ANNOTATION)


@st.composite
def archives(draw: st.DrawFn) -> dict[str, list[IndexedPassage]]:
    names = [f"d{number}" for number in range(draw(st.integers(0, 5)))]
    return {name: draw(passages(name)) for name in names}


@st.composite
def filters(draw: st.DrawFn) -> Filters:
    choices = {
        Facet.MISSION: ["monusco", "unmiss", "unamsil", "unknown"],
        Facet.THEME: ["protection", "force"],
        Facet.YEAR: ["1999", "2000..2010", "..1990", "2005.."],
        Facet.KIND: ["paragraph", "note", "annotation", "title"],
        Facet.TYPE: ["report", "essay"],
        Facet.AUTHOR: ["Ada Quill", "Bo Reed"],
        Facet.CITES: ["S/RES/1325 (2000)", "A/55/305-S/2000/809"],
    }
    chosen = draw(st.lists(st.sampled_from(list(Facet)), unique=True, max_size=3))
    values = {
        facet: draw(st.lists(st.sampled_from(choices[facet]), unique=True, min_size=1, max_size=2))
        for facet in chosen
    }
    return Filters({facet: tuple(selection) for facet, selection in values.items()})


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=30, deadline=None)
@given(archives(), QUERIES, filters())
def test_counts_are_those_of_brute_force(
    engine: str, archive: dict[str, list[IndexedPassage]], query: str, chosen: Filters
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = MemorySource(Path(folder))
        for document, found in archive.items():
            source.put(document, *found)
        result = opened(source, engine).search(SearchRequest(query, chosen))
    reference = Reference(source.all_passages())
    clause = resolve(parse(query), NAMES, reference, as_typed=False).clause
    expected = reference.found(clause, chosen)
    assert result.passages == len(expected)
    assert result.documents == len({passage.document for passage in expected})
    for facet in Facet:
        others = {key: value for key, value in chosen.selected.items() if key is not facet}
        for count in result.facets[facet]:
            alone = reference.found(clause, Filters({**others, facet: (count.id,)}))
            assert count.passages == len(alone)
            assert count.documents == len({passage.document for passage in alone})
        listed = {count.id for count in result.facets[facet] if count.passages}
        left = reference.found(clause, Filters(others))
        assert listed == {value for passage in left for value in values_of(passage, facet)}


def test_a_double_symbol_is_one_value_that_is_cited(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    halves = ("A/55/305-S/2000/809", "A/55/305", "S/2000/809")
    source.put("a", make_passage("a", symbols=(*halves, "S/RES/1325 (2000)")))
    source.put("b", make_passage("b", symbols=halves))
    index = opened(source)
    counts = index.search(SearchRequest("civilians")).facets[Facet.CITES]
    assert [(count.label, count.documents) for count in counts] == [
        ("A/55/305-S/2000/809", 2),
        ("S/RES/1325 (2000)", 1),
    ]
    narrowed = SearchRequest("civilians", Filters.of(cites="S/RES/1325 (2000)"))
    assert [hit.document for hit in index.search(narrowed).hits] == ["a"]


def test_years_are_in_order_and_other_values_by_count(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("a", make_passage("a", date="2010", missions=("unmiss",)))
    source.put("b", make_passage("b", date="1999", missions=("monusco",)))
    source.put("c", make_passage("c", date="2001", missions=("monusco",)))
    facets = opened(source).search(SearchRequest("civilians")).facets
    assert [count.id for count in facets[Facet.YEAR]] == ["1999", "2001", "2010"]
    assert [(count.label, count.documents) for count in facets[Facet.MISSION]] == [
        ("MONUSCO", 2),
        ("UNMISS", 1),
    ]


def test_a_selected_value_stays_listed_when_nothing_is_found(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("a", make_passage("a", missions=("unmiss",)))
    chosen = Filters.of(mission="unmiss")
    (count,) = opened(source).search(SearchRequest("absent", chosen)).facets[Facet.MISSION]
    assert (count.id, count.selected, count.documents, count.passages) == ("unmiss", True, 0, 0)
