"""Threads that search at once get what each would get alone."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from indexer import SearchRequest, SearchResult
from tests.indexer.factories import ENGINES, MemorySource, make_passage, opened

TREES = ["oak", "elm", "ash", "beech", "alder", "birch", "cedar", "maple", "larch", "hazel"]


@pytest.mark.parametrize("engine", ENGINES)
def test_threads_do_not_disturb_each_other(engine: str, tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    for number in range(10):
        name = f"d{number}"
        texts = [" ".join(TREES[(number * n) % 10 :]) for n in range(30)]
        source.put(name, *(make_passage(name, f"p{n}", text=text) for n, text in enumerate(texts)))
    index = opened(source, engine)
    queries = [
        *TREES,
        '"elm ash"',
        "be*",
        "aldre~",
        "-oak",
        '"larch elm"~9',
        "title:d3 elm",
        "elmm",
    ]

    def search(query: str) -> SearchResult:
        return index.search(SearchRequest(query))

    alone = [search(query) for query in queries]
    fresh = opened(source, engine)
    index = fresh
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(search, queries * 20))
    assert together == alone * 20
