"""The rows that a query finds with their scores, fetched at once and kept for a while."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
import numpy.typing as npt
from tantivy import Query, Searcher

from indexer.engines.tantivy.schema import ROW
from indexer.query.clauses import Clause

__all__ = ["ScoredCache", "ScoredRows", "fetch_scored"]

_BYTES_A_ROW = 8
_score = itemgetter(0)
_address = itemgetter(1)


@dataclass(frozen=True, slots=True)
class ScoredRows:
    """Rows in no order, and the score of each."""

    rows: npt.NDArray[np.int32]
    scores: npt.NDArray[np.float32]


def fetch_scored(searcher: Searcher, query: Query, most: int) -> ScoredRows | None:
    """Return all that a query finds, or None if it is more than `most`."""
    result = searcher.search(query, most, count=True)
    if result.count > most:  # type: ignore[attr-defined]  # missing in tantivy's stubs
        return None
    hits = result.hits
    rows = searcher.fast_field_values(ROW, list(map(_address, hits)))
    scores = np.fromiter(map(_score, hits), dtype=np.float32, count=len(hits))
    return ScoredRows(np.array(rows, dtype=np.int32), scores)


class ScoredCache:
    """What clauses asked for last have found. Several threads may ask at once."""

    def __init__(self, memory: int) -> None:
        """Begin; `memory` is the most bytes that the rows and scores may take."""
        self._most = memory // _BYTES_A_ROW
        self._size = 0
        self._kept: OrderedDict[Clause, ScoredRows] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, clause: Clause) -> ScoredRows | None:
        """Return what a clause has found, if that is known."""
        with self._lock:
            known = self._kept.get(clause)
            if known is not None:
                self._kept.move_to_end(clause)
            return known

    def put(self, clause: Clause, found: ScoredRows) -> None:
        """Keep what a clause has found, as long as there is room."""
        with self._lock:
            if clause in self._kept:
                return
            self._kept[clause] = found
            self._size += 1 + len(found.rows)
            while self._size > self._most:
                _, gone = self._kept.popitem(last=False)
                self._size -= 1 + len(gone.rows)
