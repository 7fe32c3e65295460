"""A writer that is killed at any moment leaves an index that answers rightly."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import pytest

from indexer import Index, SearchRequest, build_index
from tests.indexer.factories import ENGINES, NAMES, MemorySource, index_folder, make_passage, opened

_ROUNDS = 14
_UNDISTURBED = 3
"""In the first rounds nothing is killed, which tells how long writing takes."""


def write(source: MemorySource, engine: str) -> None:
    build_index(source, index_folder(source), engine)


def put(source: MemorySource, state: int) -> None:
    """Three documents that all say which state they are of."""
    for name in ("d1", "d2", "d3"):
        source.put(name, *(make_passage(name, f"p{n}", text=f"state{state}") for n in range(40)))


@pytest.mark.parametrize("engine", ENGINES)
def test_readers_see_one_state_or_the_other_whole(engine: str, tmp_path: Path) -> None:
    source = MemorySource(tmp_path)
    put(source, 0)
    index = opened(source, engine)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["indexer", "indexer.engines.tantivy"])
    takes = 60.0
    good = 0
    for state in range(1, _ROUNDS):
        put(source, state)
        writer = context.Process(target=write, args=(source, engine))
        started = time.monotonic()
        writer.start()
        writer.join(60 if state < _UNDISTURBED else takes * state / _ROUNDS)
        if writer.is_alive():
            writer.kill()
            writer.join()
        elif state < _UNDISTURBED:
            takes = min(takes, time.monotonic() - started)
        for reader in (index, Index(index_folder(source), lambda: NAMES)):
            found = {
                number: reader.search(SearchRequest(f"state{number}")).passages
                for number in (good, state)
            }
            assert sorted(found.values()) == [0, 120]
        good = max(found, key=lambda number: found[number])
    write(source, engine)
    assert index.search(SearchRequest(f"state{_ROUNDS - 1}")).passages == 120
    assert len(list(index_folder(source).glob("generation-*"))) <= 2
