"""What searches should find, said in the plainest way: passage by passage, word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from indexer import Facet, Filters, IndexedPassage, PassageKind, YearRange
from indexer.analysis import forms, raw_words, stem
from indexer.query.clauses import (
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


def terms_of(passage: IndexedPassage, field: IndexField) -> list[str]:
    """The terms of a passage in a field, in order."""
    if field is IndexField.SYMBOL:
        return [symbol.casefold() for symbol in passage.symbols]
    text = passage.text
    if field in {IndexField.TITLE, IndexField.TITLE_STEMS, IndexField.AUTHOR}:
        if passage.kind is not PassageKind.TITLE:
            return []
        text = " \n".join(passage.authors) if field is IndexField.AUTHOR else text.split("\n")[0]
    found = [forms(raw) for raw in raw_words(text)]
    exact = [part for word in found for part in word.parts]
    joined = [word.joined for word in found if word.joined is not None]
    if field is IndexField.JOINED:
        return joined
    if field is IndexField.SPLITS:
        return [f"{word.joined}={'+'.join(word.parts)}" for word in found if word.joined]
    if field in {IndexField.STEMS, IndexField.TITLE_STEMS}:
        return [stem(term) for term in (*exact, *joined)]
    return exact


@dataclass
class Reference:
    """Answers like an index, from the passages themselves."""

    passages: Sequence[IndexedPassage]

    def terms(self, field: IndexField, beginning: str, most: int) -> Sequence[str]:
        every = {term for passage in self.passages for term in terms_of(passage, field)}
        return sorted(term for term in every if term.startswith(beginning))[:most]

    def has_term(self, field: IndexField, text: str) -> bool:
        return any(text in terms_of(passage, field) for passage in self.passages)

    def found(self, clause: Clause, filters: Filters | None = None) -> list[IndexedPassage]:
        chosen = filters or Filters()
        return [
            passage
            for passage in self.passages
            if self._matches(clause, passage) and all(selected(passage, chosen))
        ]

    def _matches(self, clause: Clause, passage: IndexedPassage) -> bool:
        if isinstance(clause, AllOf):
            return all(self._matches(part, passage) for part in clause.parts)
        if isinstance(clause, AnyOf):
            return any(self._matches(part, passage) for part in clause.parts)
        if isinstance(clause, NoneOf):
            return not self._matches(clause.part, passage)
        if isinstance(clause, Selected):
            return any(selected(passage, Filters({clause.facet: clause.values})))
        if isinstance(clause, InDocuments):
            return any(
                self._matches(clause.having, other)
                for other in self.passages
                if other.document == passage.document
            )
        return _leaf(clause, passage)


def _leaf(clause: Clause, passage: IndexedPassage) -> bool:
    if isinstance(clause, WordTerms):
        return clause.stem in terms_of(passage, IndexField.STEMS)
    if isinstance(clause, Term):
        return clause.text in terms_of(passage, clause.field)
    if isinstance(clause, PhraseTerms):
        words, count = terms_of(passage, clause.field), len(clause.words)
        return any(
            tuple(words[at : at + count]) == clause.words for at in range(len(words) - count + 1)
        )
    if isinstance(clause, NearTerms):
        placed = list(enumerate(terms_of(passage, clause.field)))
        firsts = [place for place, word in placed if word == clause.first]
        seconds = [place for place, word in placed if word == clause.second]
        return any(abs(one - two) - 1 <= clause.distance for one in firsts for two in seconds)
    if isinstance(clause, PrefixTerm):
        words = terms_of(passage, clause.field)
        return any(word.startswith(clause.beginning) for word in words)
    if isinstance(clause, FuzzyTerm):
        words = terms_of(passage, clause.field)
        return any(edits(clause.text, word) <= clause.distance for word in words)
    return True


def edits(one: str, other: str) -> int:
    """How many letters are inserted, dropped, replaced or swapped with their neighbour."""
    rows = [
        [i + j if i * j == 0 else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)
    ]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            change = rows[i - 1][j - 1] + (one[i - 1] != other[j - 1])
            rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, change)
            swapped = i > 1 and j > 1 and one[i - 2 : i] == other[j - 2 : j][::-1]
            if swapped:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[-1][-1]


def values_of(passage: IndexedPassage, facet: Facet) -> set[str]:
    """The values of a passage in a facet."""
    values: dict[Facet, Callable[[], Iterable[str]]] = {
        Facet.MISSION: lambda: (
            *passage.missions,
            *passage.proposed_missions,
            *passage.mentioned,
        ),
        Facet.THEME: lambda: (*passage.themes, *passage.proposed_themes),
        Facet.YEAR: lambda: () if passage.year is None else (str(passage.year),),
        Facet.KIND: lambda: (passage.kind.value,),
        Facet.TYPE: lambda: (passage.type,),
        Facet.AUTHOR: lambda: passage.authors,
        Facet.CITES: lambda: passage.cited,
    }
    return set(values[facet]())


def selected(passage: IndexedPassage, filters: Filters) -> list[bool]:
    """For every facet that has a selection, whether the passage is in it."""
    return [
        any(
            _agrees(facet, value, chosen)
            for value in values_of(passage, facet)
            for chosen in wanted
        )
        for facet, wanted in filters.selected.items()
        if wanted
    ]


def _agrees(facet: Facet, value: str, chosen: str) -> bool:
    return int(value) in YearRange.parse(chosen) if facet is Facet.YEAR else value == chosen
