"""Every engine finds what the plainest reading of a clause says, and ranks like the others."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import Facet, Filters, SearchRequest
from indexer.query.clauses import (
    All,
    AllOf,
    AnyOf,
    Clause,
    FuzzyTerm,
    IndexField,
    InDocuments,
    NearTerms,
    NoneOf,
    PhraseTerms,
    PrefixTerm,
    Selected,
    Term,
    WordTerms,
)
from tests.indexer.factories import ENGINES, MemorySource, make_passage, opened
from tests.indexer.reference import Reference

VOCABULARY = ["oak", "oaks", "elm", "alder", "adler", "bald-oak", "baldoak", "S/RES/50", "été"]
TERMS = ["oak", "oaks", "elm", "alder", "adler", "bald", "baldoak", "s/res/50", "ete", "absent"]
TEXT_FIELDS = st.sampled_from([IndexField.EXACT, IndexField.JOINED, IndexField.TITLE])
PLACED_FIELDS = st.sampled_from([IndexField.EXACT, IndexField.TITLE])
WORDS = st.sampled_from(TERMS)

texts = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=8).map(" ".join)
leaves = st.one_of(
    st.builds(Term, TEXT_FIELDS, WORDS),
    st.builds(WordTerms, st.sampled_from(["oak", "elm", "alder", "absent"]), WORDS),
    st.builds(PhraseTerms, PLACED_FIELDS, st.tuples(WORDS, WORDS)),
    st.builds(PhraseTerms, PLACED_FIELDS, st.tuples(WORDS, WORDS, WORDS)),
    st.builds(NearTerms, PLACED_FIELDS, WORDS, WORDS, st.integers(0, 3)).filter(
        lambda near: near.first != near.second
    ),
    st.builds(PrefixTerm, TEXT_FIELDS, st.sampled_from(["oa", "al", "s/r", "ba", "x"])),
    st.builds(FuzzyTerm, TEXT_FIELDS, WORDS, st.integers(1, 2)),
    st.builds(Selected, st.just(Facet.YEAR), st.sampled_from([("1999",), ("1990..2000",)])),
    st.builds(Selected, st.just(Facet.MISSION), st.sampled_from([("unmiss",), ("none",)])),
    st.just(All()),
)
clauses: st.SearchStrategy[Clause] = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        inner.map(NoneOf),
        inner.map(InDocuments),
    ),
    max_leaves=5,
)


@st.composite
def sources(draw: st.DrawFn, folder: Path) -> MemorySource:
    source = MemorySource(folder)
    for number in range(draw(st.integers(1, 3))):
        name = f"d{number}"
        source.put(
            name,
            *(
                make_passage(
                    name,
                    f"p{place}",
                    text=text,
                    title=f"Alder {number}",
                    date=f"{1998 + number}",
                    mentioned=("unmiss",) if place else (),
                )
                for place, text in enumerate(draw(st.lists(texts, min_size=1, max_size=4)))
            ),
        )
    return source


@pytest.mark.parametrize("engine", ENGINES)
@settings(max_examples=30, deadline=None)
@given(st.data())
def test_an_engine_finds_what_a_clause_says(engine: str, data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = data.draw(sources(Path(folder)))
        snapshot = opened(source, engine).snapshot()
        reference = Reference(source.all_passages())
        for clause in data.draw(st.lists(clauses, min_size=1, max_size=8)):
            rows = np.flatnonzero(snapshot.reader.find(clause).rows).tolist()
            found = [snapshot.passage(row) for row in rows]
            assert sorted((hit.document, hit.id) for hit in found) == sorted(
                (hit.document, hit.id) for hit in reference.found(clause)
            )


@settings(max_examples=15, deadline=None)
@given(st.data())
def test_engines_score_alike(data: st.DataObject) -> None:
    """Scores differ by less than a tenth: tantivy keeps lengths of texts in a byte."""
    with tempfile.TemporaryDirectory() as folder:
        source = data.draw(sources(Path(folder)))
        query = data.draw(st.sampled_from(["oak", "oak elm", "oak OR alder", '"oak elm"', "oa*"]))
        scores = []
        for engine in ENGINES:
            hits = opened(source, engine).search(SearchRequest(query, passages_shown=99)).hits
            scores.append(
                {(hit.document, p.passage.id): p.score for hit in hits for p in hit.passages}
            )
    assert scores[0] == pytest.approx(scores[1], rel=0.1)


@pytest.mark.parametrize("engine", ENGINES)
def test_the_best_documents_are_found_whatever_narrows_them(engine: str, tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    for number in range(30):
        oaks = "oak " * (number + 1)
        name = f"d{number:02}"
        source.put(name, make_passage(name, text=f"{oaks}elm", date=f"{1990 + number}"))
    index = opened(source, engine)
    request = SearchRequest("oak", Filters.of(year="..1999"), page_size=3)
    assert [hit.document for hit in index.search(request).hits] == ["d09", "d08", "d07"]
    second = SearchRequest("oak", Filters.of(year="..1999"), page=2, page_size=3)
    assert [hit.document for hit in index.search(second).hits] == ["d06", "d05", "d04"]


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_lists_its_terms(engine: str, tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("d1", make_passage(text="oak oaks oakum elm bald-oak"))
    index = opened(source, engine)
    reader = index.snapshot().reader
    assert list(reader.terms(IndexField.EXACT, "oak", 9)) == ["oak", "oaks", "oakum"]
    assert list(reader.terms(IndexField.EXACT, "oak", 2)) == ["oak", "oaks"]
    assert list(reader.terms(IndexField.SPLITS, "baldoak=", 9)) == ["baldoak=bald+oak"]
    counts = {"bald": 1, "elm": 1, "oak": 1, "oaks": 1, "oakum": 1}
    assert {
        term: n for term, n in reader.counts(IndexField.EXACT, "").items() if term in counts
    } == counts
    begun = reader.counts(IndexField.EXACT, "oak")
    assert list(begun.items()) == [("oak", 1), ("oaks", 1), ("oakum", 1)]
    assert reader.counts(IndexField.EXACT, "zz") == {}
    assert reader.has_term(IndexField.EXACT, "elm")
    assert not reader.has_term(IndexField.EXACT, "el")


@pytest.mark.parametrize("engine", ENGINES)
def test_terms_of_what_was_removed_are_not_had(engine: str, tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("d1", make_passage(text="oak"))
    source.put("d2", make_passage("d2", text="elm"))
    opened(source, engine)
    source.put("d1", make_passage(text="ash"))
    index = opened(source, engine)
    reader = index.snapshot().reader
    assert not reader.has_term(IndexField.EXACT, "oak")
    assert reader.has_term(IndexField.EXACT, "ash")
