"""Searching a Whoosh index: clauses to rows and scores, with numpy on whole posting lists."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, singledispatchmethod
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from whoosh.index import open_dir
from whoosh.reading import SegmentReader

from indexer.columns import Columns
from indexer.engines.ranking import CONTEXT_WEIGHT, EXACT_WEIGHT, idf, saturation
from indexer.engines.whoosh.codec import read_numbers
from indexer.engines.whoosh.matching import (
    Occurrences,
    Segment,
    find_near,
    find_phrase,
    find_term,
)
from indexer.engines.whoosh.schema import ROW, STORED_TEXT
from indexer.facets import FacetTables
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

__all__ = ["WhooshReader"]

_DELETED = -1
_COUNTED = {IndexField.EXACT, IndexField.TITLE}


@dataclass(frozen=True, slots=True)
class _Found:
    """What a clause finds. The scores of rows that are not found are 0; None stands for all 0."""

    rows: npt.NDArray[np.bool_]
    values: npt.NDArray[np.float32] | None = None

    def scores(self) -> npt.NDArray[np.float32]:
        if self.values is None:
            return np.zeros(len(self.rows), dtype=np.float32)
        return self.values


class WhooshReader:
    """One state of a Whoosh index."""

    def __init__(self, folder: Path, columns: Columns, facets: FacetTables) -> None:
        self._columns = columns
        self._facets = facets
        self._index = open_dir(str(folder))
        self._reader = self._index.reader()
        self._segments = tuple(
            Segment(leaf, _living_rows(leaf))
            for leaf, _ in self._reader.leaf_readers()
            if leaf.doc_count_all()
        )
        self._lock = threading.Lock()

    def close(self) -> None:
        """Give back files and memory."""
        self._reader.close()
        self._index.close()

    def find(self, clause: Clause) -> _Found:
        """Find all rows that a clause describes."""
        return self._find(clause)

    def terms(self, field: IndexField, beginning: str, most: int) -> Sequence[str]:
        """Return the terms of a field that begin so, in order, at most so many."""
        with self._lock:
            found = self._reader.expand_prefix(field.value, beginning)
            return [term.decode() for term in itertools.islice(found, most)]

    def has_term(self, field: IndexField, text: str) -> bool:
        """Return whether some passage has the term."""
        return len(find_term(self._segments, field.value, text).rows) > 0

    def stored(self, rows: Sequence[int]) -> Sequence[str]:
        """Return what the entries of rows store."""
        with self._lock:
            return [self._stored(*self._place(row)) for row in rows]

    def _stored(self, segment: int, number: int) -> str:
        return str(self._segments[segment].reader.stored_fields(number)[STORED_TEXT])

    def _place(self, row: int) -> tuple[int, int]:
        segment, number = self._places
        return int(segment[row]), int(number[row])

    @cached_property
    def _places(self) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
        """For every row the number of its segment, and its number in it."""
        segments = np.zeros(self._columns.rows, dtype=np.int32)
        numbers = np.zeros(self._columns.rows, dtype=np.int32)
        for place, segment in enumerate(self._segments):
            living = np.flatnonzero(segment.rows >= 0)
            segments[segment.rows[living]] = place
            numbers[segment.rows[living]] = living
        return segments, numbers

    @cached_property
    def _averages(self) -> tuple[float, float]:
        """The average length of passages, and of their titles and section paths."""
        alive = self._columns.alive
        if not self._columns.passages:
            return 1.0, 1.0
        return (
            max(1.0, float(self._columns.length[alive].mean())),
            max(1.0, float(self._columns.context_length[alive].mean())),
        )

    def _scores(self, field: IndexField, found: Occurrences) -> npt.NDArray[np.float32]:
        in_context = field is IndexField.CONTEXT
        lengths = self._columns.context_length if in_context else self._columns.length
        average = self._averages[1 if in_context else 0]
        weight = np.float32(idf(self._columns.passages, len(found.rows)))
        return saturation(found.frequencies, lengths[found.rows], average) * weight

    def _scored(self, field: IndexField, found: Occurrences) -> _Found:
        scores = self._scores(field, found) if field in _COUNTED else np.float32(1)
        return self._spread(found.rows, scores)

    def _spread(
        self, rows: npt.NDArray[np.int64], scores: npt.NDArray[np.float32] | np.float32
    ) -> _Found:
        bits = np.zeros(self._columns.rows, dtype=np.bool_)
        bits[rows] = True
        values = np.zeros(self._columns.rows, dtype=np.float32)
        values[rows] = scores
        return _Found(bits, values)

    @singledispatchmethod
    def _find(self, clause: Clause) -> _Found:
        message = f"no engine knows {clause!r}"
        raise TypeError(message)

    @_find.register
    def _(self, clause: All) -> _Found:
        del clause
        return _Found(self._columns.alive)

    @_find.register
    def _(self, clause: AllOf) -> _Found:
        parts = [self._find(part) for part in clause.parts]
        bits = self._columns.alive
        for part in parts:
            bits = bits & part.rows
        scores = _sum([part.values for part in parts if part.values is not None])
        return _Found(bits, None if scores is None else scores * bits)

    @_find.register
    def _(self, clause: AnyOf) -> _Found:
        parts = [self._find(part) for part in clause.parts]
        bits = np.zeros(self._columns.rows, dtype=np.bool_)
        for part in parts:
            bits = bits | part.rows
        return _Found(bits, _sum([part.values for part in parts if part.values is not None]))

    @_find.register
    def _(self, clause: NoneOf) -> _Found:
        return _Found(self._columns.alive & ~self._find(clause.part).rows)

    @_find.register
    def _(self, clause: Selected) -> _Found:
        return _Found(self._facets.selected(clause.facet, clause.values))

    @_find.register
    def _(self, clause: InDocuments) -> _Found:
        per_document = self._columns.per_document(self._find(clause.having).rows)
        chosen = np.append(per_document > 0, [False])
        return _Found(chosen[self._columns.document])

    @_find.register
    def _(self, clause: Term) -> _Found:
        return self._scored(clause.field, find_term(self._segments, clause.field, clause.text))

    @_find.register
    def _(self, clause: WordTerms) -> _Found:
        stems = find_term(self._segments, IndexField.STEMS, clause.stem)
        found = self._spread(stems.rows, self._scores(IndexField.STEMS, stems))
        values = found.scores()
        for field, term, weight in (
            (IndexField.EXACT, clause.exact, EXACT_WEIGHT),
            (IndexField.CONTEXT, clause.stem, CONTEXT_WEIGHT),
        ):
            more = find_term(self._segments, field, term)
            values[more.rows] += self._scores(field, more) * np.float32(weight)
        values *= found.rows
        return _Found(found.rows, values)

    @_find.register
    def _(self, clause: PhraseTerms) -> _Found:
        return self._scored(clause.field, find_phrase(self._segments, clause.field, clause.words))

    @_find.register
    def _(self, clause: NearTerms) -> _Found:
        return self._scored(
            clause.field,
            find_near(self._segments, clause.field, clause.words, clause.distance),
        )

    @_find.register
    def _(self, clause: PrefixTerm) -> _Found:
        with self._lock:
            terms = list(self._reader.expand_prefix(clause.field.value, clause.beginning))
        return self._any_term(clause.field, [term.decode() for term in terms])

    @_find.register
    def _(self, clause: FuzzyTerm) -> _Found:
        close = extract(
            clause.text,
            self._vocabulary(clause.field),
            scorer=OSA.distance,
            score_cutoff=clause.distance,
            limit=None,
        )
        return self._any_term(clause.field, [term for term, _, _ in close])

    def _vocabulary(self, field: IndexField) -> Sequence[str]:
        if field not in self._vocabularies:
            self._vocabularies[field] = self.terms(field, "", 1 << 30)
        return self._vocabularies[field]

    @cached_property
    def _vocabularies(self) -> dict[IndexField, Sequence[str]]:
        return {}

    def _any_term(self, field: IndexField, terms: Sequence[str]) -> _Found:
        found = [find_term(self._segments, field, term).rows for term in terms]
        return self._spread(np.concatenate([np.empty(0, np.int64), *found]), np.float32(1))


def _living_rows(leaf: SegmentReader) -> npt.NDArray[np.int64]:
    rows = read_numbers(leaf, ROW)
    rows[list(leaf.deleted_docs_set)] = _DELETED
    return rows


def _sum(arrays: Sequence[npt.NDArray[np.float32]]) -> npt.NDArray[np.float32] | None:
    if not arrays:
        return None
    total = arrays[0].copy()
    for array in arrays[1:]:
        total += array
    return total
