"""Measuring our own index: building, updating, searching."""

from __future__ import annotations

import multiprocessing
import statistics
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.generator import Collection, names
from benchmarks.measuring import Clock, Row, memory_mb, rows, timed
from benchmarks.queries import queries
from indexer import FileId, Index, SearchRequest, build_index

__all__ = ["Built", "Searched", "build", "search", "update"]

_UPDATES = 5
_WARM_UP = 40


@dataclass(frozen=True, slots=True)
class Built:
    """What a build took: seconds, and megabytes on the disk."""

    seconds: float
    megabytes: float


@dataclass(frozen=True, slots=True)
class Searched:
    """What searches took, and the memory of the process that did nothing else."""

    rows: list[Row]
    megabytes: float


def _opened(folder: Path) -> Index:
    """Open an index with the names that it keeps, as a server does."""
    known = names()
    return Index(folder, lambda: known)


def build(collection: Collection, folder: Path, engine: str) -> Built:
    """Build an index from passages that are stored ready."""
    started = time.perf_counter()
    build_index(collection, folder, engine, rebuild=True)
    seconds = time.perf_counter() - started
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return Built(seconds, size / 1e6)


def update(collection: Collection, folder: Path, engine: str) -> tuple[float, float]:
    """Change one document; return the milliseconds to index it, and of the next search.

    They are medians of changes one after the other in one process, as a server takes them in.
    """
    index = _opened(folder)
    indexing, searching = [], []
    checked: dict[FileId, int] = {}
    for number in range(_UPDATES):
        collection.change(number)
        indexing.append(timed(lambda: build_index(collection, folder, engine, checked=checked)))
        request = SearchRequest(collection.word(number))
        searching.append(timed(partial(index.search, request)))
    return statistics.median(indexing), statistics.median(searching)


def search(collection: Collection, folder: Path, clock: Clock) -> Searched:
    """Search in a process that does nothing else."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_search, (collection, folder, clock))


def _search(collection: Collection, folder: Path, clock: Clock) -> Searched:
    index = _opened(folder)
    for query in list(queries(collection, seed=2))[::_WARM_UP]:
        index.search(SearchRequest(query.query, query.filters))
    found = rows(
        queries(collection, seed=3),
        lambda query: index.search(SearchRequest(query.query, query.filters)),
        clock,
    )
    return Searched(found, memory_mb())
