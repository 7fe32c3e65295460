"""From clauses to tantivy's own queries. They are built from objects, never from text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import singledispatchmethod

import numpy as np
from tantivy import Occur, Query, Searcher

from indexer.columns import Columns
from indexer.engine import Filters
from indexer.engines.evaluation import Evaluation
from indexer.engines.ranking import CONTEXT_WEIGHT, EXACT_WEIGHT, is_common
from indexer.engines.tantivy.schema import DOCUMENT, facet_field, schema
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

__all__ = ["Queries", "any_of"]

_FEW = 100
_SCORED = {IndexField.EXACT, IndexField.TITLE}


class Queries:
    """Makes queries for one state of an index."""

    def __init__(
        self, searcher: Searcher, columns: Columns, facets: FacetTables, evaluation: Evaluation
    ) -> None:
        self._searcher = searcher
        self._schema = schema()
        self._columns = columns
        self._facets = facets
        self._evaluation = evaluation

    def filtered(self, query: Query, filters: Filters) -> Query:
        """Return a query narrowed by filters, which do not change its scores."""
        narrowing = [
            self.query(Selected(facet, values))
            for facet, values in filters.selected.items()
            if values
        ]
        return _all([query, *narrowing]) if narrowing else query

    def in_documents(self, query: Query, documents: Sequence[int]) -> Query:
        """Return a query narrowed to some documents."""
        return _all([query, self._documents(documents)])

    @singledispatchmethod
    def query(self, clause: Clause) -> Query:
        """Return the query of a clause."""
        message = f"no engine knows {clause!r}"
        raise TypeError(message)

    @query.register
    def _(self, clause: All) -> Query:
        del clause
        return _unscored(Query.all_query())

    @query.register
    def _(self, clause: AllOf) -> Query:
        return _all([self.query(part) for part in clause.parts])

    @query.register
    def _(self, clause: AnyOf) -> Query:
        return any_of([self.query(part) for part in clause.parts])

    @query.register
    def _(self, clause: NoneOf) -> Query:
        everything = (Occur.Must, _unscored(Query.all_query()))
        return Query.boolean_query([everything, (Occur.MustNot, self.query(clause.part))])

    @query.register
    def _(self, clause: Selected) -> Query:
        values = self._facets.matching(clause.facet, clause.values)
        return _unscored(self._set(facet_field(clause.facet), values))

    @query.register
    def _(self, clause: InDocuments) -> Query:
        per_document = self._columns.per_document(self._evaluation.find(clause.having).rows)
        return self._documents(np.flatnonzero(per_document).tolist())

    @query.register
    def _(self, clause: Term) -> Query:
        option = "freq" if clause.field in _SCORED else "basic"
        query = Query.term_query(self._schema, clause.field.value, clause.text, option)
        return query if clause.field in _SCORED else Query.const_score_query(query, 1.0)

    @query.register
    def _(self, clause: WordTerms) -> Query:
        stem = self._word(IndexField.STEMS, clause.stem)
        having = self._searcher.doc_freq(IndexField.STEMS.value, clause.stem)
        if is_common(self._columns.passages, having):
            return stem
        exact = Query.boost_query(self._word(IndexField.EXACT, clause.exact), EXACT_WEIGHT)
        context = Query.boost_query(self._word(IndexField.CONTEXT, clause.stem), CONTEXT_WEIGHT)
        return Query.boolean_query(
            [(Occur.Must, stem), (Occur.Should, exact), (Occur.Should, context)]
        )

    @query.register
    def _(self, clause: PhraseTerms) -> Query:
        return Query.phrase_query(self._schema, clause.field.value, list(clause.words))

    @query.register
    def _(self, clause: NearTerms) -> Query:
        pair: list[str | tuple[int, str]] = [clause.first, clause.second]
        # In tantivy a swap uses up two of the distance, so each order is asked for by itself.
        return any_of(
            [
                Query.phrase_query(self._schema, clause.field.value, words, clause.distance)
                for words in (pair, pair[::-1])
            ]
        )

    @query.register
    def _(self, clause: PrefixTerm) -> Query:
        pattern = f"{re.escape(clause.beginning)}.*"
        return Query.regex_query(self._schema, clause.field.value, pattern)

    @query.register
    def _(self, clause: FuzzyTerm) -> Query:
        return Query.fuzzy_term_query(
            self._schema, clause.field.value, clause.text, clause.distance
        )

    def _word(self, field: IndexField, text: str) -> Query:
        return Query.term_query(self._schema, field.value, text, "freq")

    def _documents(self, numbers: Sequence[int]) -> Query:
        names = [self._columns.entry(number).id for number in numbers]
        return _unscored(self._set(DOCUMENT, names))

    def _set(self, field: str, values: Sequence[str]) -> Query:
        """Return what finds one of some values: of a few it is quicker to ask for each."""
        if not values:
            return Query.empty_query()
        if len(values) > _FEW:
            return Query.term_set_query(self._schema, field, list(values))
        return any_of([Query.term_query(self._schema, field, value, "basic") for value in values])


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def _all(parts: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, part) for part in parts])


def any_of(parts: Sequence[Query]) -> Query:
    """Return what finds all that one of some queries finds."""
    return Query.boolean_query([(Occur.Should, part) for part in parts])
