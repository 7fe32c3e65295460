"""From what was typed to what an engine is asked: words analysed, names looked up."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from archive.symbols import parse_symbol
from indexer.analysis import Forms, fold, forms, raw_words, stem
from indexer.engine import Facet, Widening, YearRange
from indexer.entries import symbol_term
from indexer.errors import QueryError
from indexer.names import Names
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
from indexer.query.tree import (
    And,
    Everything,
    Field,
    FieldName,
    Fuzzy,
    Near,
    Node,
    Not,
    Or,
    Prefix,
    Typed,
    Word,
)

__all__ = ["Resolved", "Vocabulary", "resolve"]

_MOST_WAYS = 16
_LONGEST_JOINED = 4
_LONGEST_VARIED = 30
_Beginnings = list[tuple[int, tuple[str, ...]]]
"""How many words of a phrase may be written as which words."""


class Vocabulary(Protocol):
    """The terms of an index."""

    def terms(self, field: IndexField, beginning: str, most: int) -> Sequence[str]:
        """Return the terms of a field that begin so, in order, at most so many."""

    def has_term(self, field: IndexField, text: str) -> bool:
        """Return whether some passage has the term."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A query as an engine is asked it, and the abbreviations that were widened."""

    clause: Clause
    widened: tuple[Widening, ...]


def resolve(tree: Node, names: Names, vocabulary: Vocabulary, *, as_typed: bool) -> Resolved:
    """Return what an engine is asked.

    Args:
        tree: the query.
        names: missions, themes and abbreviations.
        vocabulary: of the index that is searched.
        as_typed: leave abbreviations as they are.

    Raises:
        QueryError: a field has a value that it cannot have.
    """
    resolver = _Resolver(names, vocabulary, as_typed)
    clause = resolver.clause(tree, _TEXT)
    return Resolved(clause, tuple(dict.fromkeys(resolver.widened)))


@dataclass(frozen=True, slots=True)
class _Scope:
    """The index fields in which words are looked for."""

    exact: IndexField
    stems: IndexField | None = None
    joined: IndexField | None = None


_TEXT = _Scope(IndexField.EXACT, IndexField.STEMS, IndexField.JOINED)
_TITLE = _Scope(IndexField.TITLE, IndexField.TITLE_STEMS)
_AUTHOR = _Scope(IndexField.AUTHOR)
_KIND_FIELDS = {FieldName.NOTE: "note", FieldName.ANNOTATION: "annotation"}
_VALUE_FIELDS = {
    FieldName.MISSION: Facet.MISSION,
    FieldName.THEME: Facet.THEME,
    FieldName.KIND: Facet.KIND,
    FieldName.IN: Facet.KIND,
}


@dataclass
class _Resolver:
    names: Names
    vocabulary: Vocabulary
    as_typed: bool
    widened: list[Widening] = field(default_factory=list)

    def clause(self, node: Node, scope: _Scope) -> Clause:
        if isinstance(node, Field):
            return self.field(node, scope)
        return self.joined(node, lambda leaf: self.text(leaf, scope), scope)

    def joined(self, node: Node, leaf: Callable[[Typed], Clause], scope: _Scope) -> Clause:
        """Resolve operators; `leaf` resolves what stands between them."""
        if isinstance(node, And):
            return _all_of([self.joined(child, leaf, scope) for child in node.children])
        if isinstance(node, Or):
            return _any_of([self.joined(child, leaf, scope) for child in node.children])
        if isinstance(node, Not):
            return NoneOf(self.joined(node.child, leaf, scope))
        if isinstance(node, Everything):
            return All()
        if isinstance(node, Field):
            return self.field(node, scope)
        return leaf(node)

    def field(self, node: Field, scope: _Scope) -> Clause:
        name, child = node.name, node.child
        if name in _KIND_FIELDS:
            kind = Selected(Facet.KIND, (_KIND_FIELDS[name],))
            return _all_of([kind, self.clause(child, scope)])
        if name is FieldName.TITLE:
            return self.joined(child, lambda leaf: InDocuments(self.text(leaf, _TITLE)), _TITLE)
        if name is FieldName.AUTHOR:
            return self.joined(child, lambda leaf: InDocuments(self.text(leaf, _AUTHOR)), _AUTHOR)
        return self.joined(child, lambda leaf: self.value(name, leaf), scope)

    def value(self, name: FieldName, leaf: Typed) -> Clause:
        if name is FieldName.SYMBOL:
            return _symbol(leaf)
        if name is FieldName.YEAR:
            return Selected(Facet.YEAR, (str(YearRange.parse(leaf.text)),))
        if name is FieldName.TYPE:
            return Selected(Facet.TYPE, (leaf.text,))
        facet = _VALUE_FIELDS[name]
        values = self.names.values(facet, leaf.text)
        if not values:
            if name is FieldName.IN:
                raise QueryError(
                    f"There is no part of the archive called '{leaf.text[:50]}'.",
                    "Write in:text, in:notes or in:annotations.",
                )
            raise QueryError(
                f"There is no {facet.value} called '{leaf.text[:50]}'.",
                f"Choose one from the list of {facet.value}s beside the results.",
            )
        return Selected(facet, values)

    def text(self, leaf: Typed, scope: _Scope) -> Clause:
        if isinstance(leaf, Word):
            return _all_of([self.word(raw, scope) for raw in raw_words(leaf.text)])
        if isinstance(leaf, Prefix):
            return self.prefix(leaf, scope)
        if isinstance(leaf, Fuzzy):
            return self.fuzzy(leaf, scope)
        if isinstance(leaf, Near):
            return self.near(leaf, scope)
        return self.phrase([forms(raw) for raw in raw_words(leaf.text)], scope)

    def word(self, raw: str, scope: _Scope) -> Clause:
        found = forms(raw)
        if found.joined is None:
            ways = [_word(part, scope) for part in found.parts]
        else:
            ways = [_word(found.joined, scope), _phrase(found.parts, scope.exact)]
        expansion = None
        if scope is _TEXT and not self.as_typed:
            expansion = self.names.expansion(raw)
        if expansion is not None:
            self.widened.append(Widening(raw, expansion))
            ways.append(self.phrase([forms(part) for part in raw_words(expansion)], scope))
        return _any_of(ways)

    def phrase(self, found: Sequence[Forms], scope: _Scope) -> Clause:
        clauses: list[Clause] = [_phrase(way, scope.exact) for way in self.ways(found, scope)]
        if len(found) == 1 and scope.joined is not None:
            clauses.append(Term(scope.joined, found[0].joined or found[0].parts[0]))
        return _any_of(clauses)

    def ways(self, found: Sequence[Forms], scope: _Scope) -> Sequence[tuple[str, ...]]:
        """Return the sequences of words that a phrase may be written as, the one typed first."""
        if len(found) > _LONGEST_VARIED:
            return [tuple(part for word in found for part in word.parts)]
        beginnings = [self.beginnings(found[place:], scope) for place in range(len(found))]
        return list(dict.fromkeys(itertools.islice(_sequences(beginnings, 0), _MOST_WAYS)))

    def beginnings(self, found: Sequence[Forms], scope: _Scope) -> _Beginnings:
        """How the first word may be written, and the first few together as one word."""
        first = found[0]
        ways = [(1, first.parts)]
        if first.joined is not None:
            ways.append((1, (first.joined,)))
        elif scope.joined is not None:
            splits = self.vocabulary.terms(IndexField.SPLITS, f"{first.parts[0]}=", _MOST_WAYS)
            ways += [
                (1, tuple(split.partition("=")[2].split("+")))
                for split in splits
                if self.vocabulary.has_term(IndexField.SPLITS, split)
            ]
        for length in range(2, min(_LONGEST_JOINED, len(found)) + 1):
            together = "".join(part for word in found[:length] for part in word.parts)
            if self.vocabulary.has_term(scope.exact, together):
                ways.append((length, (together,)))
        return ways

    def near(self, leaf: Near, scope: _Scope) -> Clause:
        found = [forms(raw) for raw in raw_words(leaf.text)]
        words = tuple(dict.fromkeys(part for word in found for part in word.parts))
        if len(words) < 2:
            return self.phrase(found, scope)
        return _all_of(
            [
                NearTerms(scope.exact, first, second, leaf.distance)
                for first, second in itertools.pairwise(words)
            ]
        )

    def prefix(self, leaf: Prefix, scope: _Scope) -> Clause:
        beginning = fold(leaf.text)
        if "/" in beginning:
            return PrefixTerm(scope.exact, beginning)
        raw = raw_words(leaf.text)
        if not raw:
            return All()
        last = forms(raw[-1])
        ways: list[Clause] = [PrefixTerm(scope.exact, last.joined or last.parts[-1])]
        if scope.joined is not None:
            ways.append(PrefixTerm(scope.joined, last.joined or last.parts[-1]))
        return _all_of([*(self.word(word, scope) for word in raw[:-1]), _any_of(ways)])

    def fuzzy(self, leaf: Fuzzy, scope: _Scope) -> Clause:
        clauses: list[Clause] = []
        for raw in raw_words(leaf.text):
            found = forms(raw)
            text = found.joined or found.parts[0]
            distance = leaf.distance or (1 if len(text) < 6 else 2)
            ways: list[Clause] = [FuzzyTerm(scope.exact, text, distance)]
            if scope.joined is not None:
                ways.append(FuzzyTerm(scope.joined, text, distance))
            clauses.append(_any_of(ways))
        return _all_of(clauses)


def _sequences(beginnings: Sequence[_Beginnings], place: int) -> Iterator[tuple[str, ...]]:
    if place == len(beginnings):
        yield ()
        return
    for length, beginning in beginnings[place]:
        for rest in _sequences(beginnings, place + length):
            yield (*beginning, *rest)


def _word(exact: str, scope: _Scope) -> Clause:
    if scope.stems is None:
        return Term(scope.exact, exact)
    if scope.stems is IndexField.STEMS:
        return WordTerms(stem(exact), exact)
    return Term(scope.stems, stem(exact))


def _phrase(words: tuple[str, ...], exact: IndexField) -> Clause:
    if not words:
        return All()
    return Term(exact, words[0]) if len(words) == 1 else PhraseTerms(exact, words)


def _symbol(leaf: Typed) -> Clause:
    if isinstance(leaf, Prefix):
        return PrefixTerm(IndexField.SYMBOL, symbol_term(leaf.text))
    symbol = parse_symbol(leaf.text) or parse_symbol(leaf.text.upper())
    return Term(IndexField.SYMBOL, symbol_term(str(symbol) if symbol else leaf.text.strip()))


def _all_of(parts: list[Clause]) -> Clause:
    kept = [part for part in parts if not isinstance(part, All)]
    if len(kept) == 1:
        return kept[0]
    return AllOf(tuple(kept)) if kept else All()


def _any_of(parts: list[Clause]) -> Clause:
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))
