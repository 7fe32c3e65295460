"""The collections that benchmarks measure are the same every time, and can be indexed."""

from pathlib import Path

from benchmarks.generator import Collection, names
from benchmarks.queries import KINDS, queries
from indexer import Index, SearchRequest, build_index


def test_a_seed_gives_the_same_passages(tmp_path: Path) -> None:
    one, other = Collection(120, tmp_path), Collection(120, tmp_path)
    assert one.passages("document-000001") == other.passages("document-000001")
    other.change(1)
    assert one.passages("document-000001") != other.passages("document-000001")


def test_stored_passages_are_those_that_were_made(tmp_path: Path) -> None:
    collection = Collection(70, tmp_path)
    made = collection.passages("document-000000")
    collection.prepare()
    assert collection.passages("document-000000") == made


def test_every_kind_of_query_can_be_asked(tmp_path: Path) -> None:
    collection = Collection(180, tmp_path)
    build_index(collection, tmp_path / "index", "whoosh")
    index = Index(tmp_path / "index", names)
    asked = list(queries(collection, seed=3))
    assert {query.kind for query in asked} == set(KINDS)
    found = [index.search(SearchRequest(q.query, q.filters)).passages for q in asked[::5]]
    assert any(found)
