"""The bitmaps of frequent stems are what a search for the stem finds, however they came about."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from indexer import SearchRequest
from indexer.engines.tantivy.frequent import FrequentStems
from tests.indexer.factories import MemorySource, index_folder, make_passage, opened


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MemorySource:
    monkeypatch.setattr("indexer.engines.tantivy.frequent._FEWEST", 3)
    monkeypatch.setattr("indexer.engines.tantivy.writer._FEW", 5)
    source = MemorySource(tmp_path)
    for number in range(4):
        texts = ["oak elm", "oak", "elm oaks"][: number + 1]
        name = f"d{number}"
        source.put(name, *(make_passage(name, f"p{n}", text=text) for n, text in enumerate(texts)))
    return source


def frequent(source: MemorySource) -> FrequentStems:
    newest = max(index_folder(source).glob("generation-*"))
    return FrequentStems.load(newest / "engine")


def assert_right(source: MemorySource) -> None:
    index = opened(source, "tantivy")
    snapshot = index.snapshot()
    known = frequent(source)
    assert known.numbers
    for stem in known.numbers:
        rows = known.rows(stem, snapshot.columns.rows)
        assert rows is not None
        living = rows & snapshot.columns.alive
        passages = [snapshot.passage(row) for row in np.flatnonzero(living).tolist()]
        found = index.search(SearchRequest(stem)).passages
        assert len(passages) == found
        assert all(stem in passage.text.lower() for passage in passages)


def test_they_are_made_with_the_index(source: MemorySource) -> None:
    assert_right(source)
    assert set(frequent(source).numbers) == {"oak", "elm", "document"}
    assert frequent(source).rows("ash", 5) is None


def test_they_follow_changes(source: MemorySource) -> None:
    opened(source, "tantivy")
    source.put("d1", make_passage("d1", text="an ash"))
    assert_right(source)
    source.remove("d2")
    source.put("d9", make_passage("d9", "p1", text="oak"), make_passage("d9", "p2", text="elm"))
    assert_right(source)
    for number in range(10, 13):
        source.put(f"d{number}", make_passage(f"d{number}", text="oak and elm and ash"))
    assert_right(source)


def test_a_small_index_has_none(tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    source.put("d1", make_passage())
    opened(source, "tantivy")
    assert not frequent(source).numbers
