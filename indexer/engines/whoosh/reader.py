"""Searching a Whoosh index: clauses to rows and scores, with numpy on whole posting lists."""

from __future__ import annotations

import itertools
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property, singledispatchmethod
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract
from whoosh.reading import SegmentReader

from indexer.columns import Columns
from indexer.engines.evaluation import Evaluation, Found, ScoredMatches
from indexer.engines.ranking import CONTEXT_WEIGHT, EXACT_WEIGHT, idf, is_common, saturation
from indexer.engines.whoosh.codec import read_numbers, read_terms
from indexer.engines.whoosh.matching import (
    Occurrences,
    Segment,
    find_near,
    find_phrase,
    find_term,
)
from indexer.engines.whoosh.schema import ROW, STORED_TEXT
from indexer.engines.whoosh.storage import MappedStorage
from indexer.facets import FacetTables
from indexer.query.clauses import (
    Clause,
    FuzzyTerm,
    IndexField,
    Leaf,
    NearTerms,
    PhraseTerms,
    PrefixTerm,
    Term,
    WordTerms,
)

__all__ = ["WhooshReader"]

_DELETED = -1
_COUNTED = {IndexField.EXACT, IndexField.TITLE}


class WhooshReader:
    """One state of a Whoosh index."""

    def __init__(self, folder: Path, columns: Columns, facets: FacetTables) -> None:
        self._columns = columns
        self._evaluation = Evaluation(columns, facets, self._find)
        self._index = MappedStorage(str(folder)).open_index()
        self._reader = self._index.reader()
        self._segments = tuple(
            Segment(leaf, _living_rows(leaf))
            for leaf, _ in self._reader.leaf_readers()
            if leaf.doc_count_all()
        )
        self._lock = threading.Lock()
        self._by_length: dict[IndexField, dict[int, list[str]]] = {}

    def close(self) -> None:
        """Give back files and memory."""
        self._reader.close()
        self._index.close()

    def find(self, clause: Clause) -> ScoredMatches:
        """Find all rows that a clause describes."""
        found = self._evaluation.find(clause)
        values = found.values
        if values is None:
            values = np.zeros(self._columns.rows, dtype=np.float32)
        return ScoredMatches(found.rows, values, self._columns)

    def terms(self, field: IndexField, beginning: str, most: int) -> Sequence[str]:
        """Return the terms of a field that begin so, in order, at most so many."""
        with self._lock:
            found = self._reader.expand_prefix(field.value, beginning)
            return [term.decode() for term in itertools.islice(found, most)]

    def counts(self, field: IndexField, beginning: str) -> Mapping[str, int]:
        """Return the terms of a field that begin so, and about how many passages have each."""
        total: Counter[str] = Counter()
        for segment in self._segments:
            total.update(read_terms(segment.reader, field.value, beginning))
        return dict(sorted(total.items()))

    def _of_length(self, field: IndexField, length: int) -> Sequence[str]:
        """Return the terms of a field that have so many letters."""
        known = self._by_length.get(field)
        if known is None:
            known = {}
            for term in self.counts(field, ""):
                known.setdefault(len(term), []).append(term)
            self._by_length[field] = known
        return known.get(length, ())

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

    def _scores(
        self, field: IndexField, found: Occurrences, weight: float | None = None
    ) -> npt.NDArray[np.float32]:
        """Return BM25 scores; `weight` is what an occurrence says, by default by its rarity."""
        in_context = field is IndexField.CONTEXT
        lengths = self._columns.context_length if in_context else self._columns.length
        average = self._averages[1 if in_context else 0]
        if weight is None:
            weight = idf(self._columns.passages, len(found.rows))
        return saturation(found.frequencies, lengths[found.rows], average) * np.float32(weight)

    def _placed(self, field: IndexField, words: Sequence[str], found: Occurrences) -> Found:
        """Score what several words make up: it says as much as all of them together."""
        passages = self._columns.passages
        having = (min(passages, self._reader.doc_frequency(field.value, word)) for word in words)
        return self._spread(
            found.rows, self._scores(field, found, sum(idf(passages, count) for count in having))
        )

    def _spread(
        self, rows: npt.NDArray[np.int64], scores: npt.NDArray[np.float32] | np.float32
    ) -> Found:
        bits = np.zeros(self._columns.rows, dtype=np.bool_)
        bits[rows] = True
        values = np.zeros(self._columns.rows, dtype=np.float32)
        values[rows] = scores
        return Found(bits, values)

    @singledispatchmethod
    def _find(self, clause: Leaf) -> Found:
        message = f"no engine knows {clause!r}"
        raise TypeError(message)

    @_find.register
    def _(self, clause: Term) -> Found:
        found = find_term(self._segments, clause.field, clause.text)
        scored = clause.field in _COUNTED
        return self._spread(
            found.rows, self._scores(clause.field, found) if scored else np.float32(1)
        )

    @_find.register
    def _(self, clause: WordTerms) -> Found:
        stems = find_term(self._segments, IndexField.STEMS, clause.stem)
        found = self._spread(stems.rows, self._scores(IndexField.STEMS, stems))
        if is_common(self._columns.passages, len(stems.rows)):
            return found
        values = (
            np.zeros(self._columns.rows, dtype=np.float32) if found.values is None else found.values
        )
        for field, term, weight in (
            (IndexField.EXACT, clause.exact, EXACT_WEIGHT),
            (IndexField.CONTEXT, clause.stem, CONTEXT_WEIGHT),
        ):
            more = find_term(self._segments, field, term)
            values[more.rows] += self._scores(field, more) * np.float32(weight)
        values *= found.rows
        return Found(found.rows, values)

    @_find.register
    def _(self, clause: PhraseTerms) -> Found:
        found = find_phrase(self._segments, clause.field, clause.words)
        return self._placed(clause.field, clause.words, found)

    @_find.register
    def _(self, clause: NearTerms) -> Found:
        pair = clause.first, clause.second
        found = find_near(self._segments, clause.field, pair, clause.distance)
        return self._placed(clause.field, pair, found)

    @_find.register
    def _(self, clause: PrefixTerm) -> Found:
        with self._lock:
            terms = list(self._reader.expand_prefix(clause.field.value, clause.beginning))
        return self._any_term(clause.field, [term.decode() for term in terms])

    @_find.register
    def _(self, clause: FuzzyTerm) -> Found:
        lengths = range(-clause.distance, clause.distance + 1)
        alike = [self._of_length(clause.field, len(clause.text) + more) for more in lengths]
        close = extract(
            clause.text,
            list(itertools.chain.from_iterable(alike)),
            scorer=OSA.distance,
            score_cutoff=clause.distance,
            limit=None,
        )
        return self._any_term(clause.field, [term for term, _, _ in close])

    def _any_term(self, field: IndexField, terms: Sequence[str]) -> Found:
        found = [find_term(self._segments, field, term).rows for term in terms]
        return self._spread(np.concatenate([np.empty(0, np.int64), *found]), np.float32(1))


def _living_rows(leaf: SegmentReader) -> npt.NDArray[np.int64]:
    rows = read_numbers(leaf, ROW)
    rows[list(leaf.deleted_docs_set)] = _DELETED
    return rows
