"""What all engines share of evaluating a clause: and, or, not, facets and documents on bitmaps.

An engine finds the rows of single terms, phrases and the like (the leaves of a clause).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import singledispatchmethod

import numpy as np
import numpy.typing as npt

from indexer.columns import Columns
from indexer.engine import Filters
from indexer.facets import FacetTables, Narrowed
from indexer.query.clauses import (
    All,
    AllOf,
    AnyOf,
    Clause,
    InDocuments,
    Leaf,
    NoneOf,
    Selected,
)

__all__ = ["Evaluation", "Found", "ScoredMatches"]

_Bits = npt.NDArray[np.bool_]
_Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """What a clause finds. The scores of rows that are not found are 0; None stands for all 0."""

    rows: _Bits
    values: _Scores | None = None


@dataclass(frozen=True)
class ScoredMatches:
    """What a clause finds, with the scores of all rows."""

    rows: _Bits
    values: _Scores
    columns: Columns

    def best_documents(
        self, narrowed: Narrowed, filters: Filters, most: int
    ) -> npt.NDArray[np.int64]:
        """Return the documents with the best rows."""
        del filters
        best = np.full(len(self.columns.documents), -1, dtype=np.float32)
        owners = self.columns.document[narrowed.rows]
        np.maximum.at(best, owners, self.values[narrowed.rows])
        order = np.argsort(-best, kind="stable")[:most]
        return order[best[order] >= 0]

    def scores(self, rows: npt.NDArray[np.int64]) -> _Scores:
        """Return the scores of rows."""
        return self.values[rows]


class Evaluation:
    """Evaluates clauses over the rows of an index."""

    def __init__(
        self, columns: Columns, facets: FacetTables, leaf: Callable[[Leaf], Found]
    ) -> None:
        """Begin.

        Args:
            columns: of the index.
            facets: of the index.
            leaf: the engine's way of finding the rows of a leaf.
        """
        self._columns = columns
        self._facets = facets
        self._leaf = leaf

    @singledispatchmethod
    def find(self, clause: Clause) -> Found:
        """Return what a clause finds."""
        return self._leaf(clause)  # type: ignore[arg-type]  # all others are registered below

    @find.register
    def _(self, clause: All) -> Found:
        del clause
        return Found(self._columns.alive)

    @find.register
    def _(self, clause: AllOf) -> Found:
        parts = [self.find(part) for part in clause.parts]
        rows = self._columns.alive
        for part in parts:
            rows = rows & part.rows
        scores = _sum([part.values for part in parts if part.values is not None])
        return Found(rows, None if scores is None else scores * rows)

    @find.register
    def _(self, clause: AnyOf) -> Found:
        parts = [self.find(part) for part in clause.parts]
        rows = np.zeros(self._columns.rows, dtype=np.bool_)
        for part in parts:
            rows |= part.rows
        return Found(rows, _sum([part.values for part in parts if part.values is not None]))

    @find.register
    def _(self, clause: NoneOf) -> Found:
        return Found(self._columns.alive & ~self.find(clause.part).rows)

    @find.register
    def _(self, clause: Selected) -> Found:
        return Found(self._facets.selected(clause.facet, clause.values))

    @find.register
    def _(self, clause: InDocuments) -> Found:
        per_document = self._columns.per_document(self.find(clause.having).rows)
        chosen = np.append(per_document > 0, [False])
        return Found(chosen[self._columns.document])


def _sum(arrays: Sequence[_Scores]) -> _Scores | None:
    if not arrays:
        return None
    total = arrays[0].copy()
    for array in arrays[1:]:
        total += array
    return total
