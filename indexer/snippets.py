"""Snippets: the part of a passage that was matched, as safe HTML with the matches marked.

Text is escaped before anything is marked. Marks hold whole words; of a phrase, the phrase. All
engines share this highlighter, so that what is marked does not depend on which of them searched.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from rapidfuzz.distance import OSA

from indexer.analysis import Word, chunk_words, stem
from indexer.query.clauses import (
    AllOf,
    AnyOf,
    Clause,
    FuzzyTerm,
    IndexField,
    NearTerms,
    PhraseTerms,
    PrefixTerm,
    Term,
    WordTerms,
)
from indexer.sieve import Sieve

__all__ = ["Highlighter", "Match"]

_LENGTH = 280
_BEFORE = 60
_MOST_KNOWN = 10_000
_SPECIAL = re.compile("[&<>\"']")
"""The characters that `escape` replaces; most stretches have none."""
_TEXT_FIELDS = {IndexField.EXACT, IndexField.JOINED}


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A stretch of a text that a query is about (code points, half-open)."""

    start: int
    end: int


class Highlighter:
    """Finds and marks what a clause looks for in the text of passages.

    What a query excludes, and what it looks for in other fields, is not marked. One highlighter
    serves many passages.
    """

    def __init__(self, clause: Clause) -> None:
        leaves = tuple(dict.fromkeys(_positive(clause)))
        self._sequences = [leaf for leaf in leaves if isinstance(leaf, PhraseTerms | NearTerms)]
        self._forms = [leaf for leaf in leaves if isinstance(leaf, PrefixTerm | FuzzyTerm)]
        self._stems = {leaf.stem for leaf in leaves if isinstance(leaf, WordTerms)}
        terms = [leaf for leaf in leaves if isinstance(leaf, Term)]
        self._exact = {leaf.text for leaf in terms if leaf.field is IndexField.EXACT}
        self._joined = {leaf.text for leaf in terms if leaf.field is IndexField.JOINED}
        self._sieve = Sieve(leaves) if leaves else None
        self._known: dict[str, tuple[tuple[int, int], ...]] = {}

    def matches(self, text: str) -> list[Match]:
        """Return what the clause is about in a text: in order, without overlaps."""
        if self._sieve is None:
            return []
        kept = list(self._sieve.kept(text))
        found: list[tuple[int, int]] = []
        for _, start, chunk in kept:
            places = self._known.get(chunk)
            if places is None:
                places = self._words_in(chunk)
            found += [(start + first, start + end) for first, end in places]
        if self._sequences:
            found += self._found_sequences(kept)
        return _merged(found)

    def marked(self, text: str) -> str:
        """Return a whole text as HTML with the matches marked."""
        return _marked(text, self.matches(text), 0, len(text))

    def snippet(self, text: str) -> str:
        """Return the best part of a text as HTML with the matches marked."""
        found = self.matches(text)
        start, end = _window(text, found)
        snippet = _marked(text, found, start, end)
        return f"{'… ' if start else ''}{snippet}{' …' if end < len(text) else ''}"

    def _words_in(self, chunk: str) -> tuple[tuple[int, int], ...]:
        """Return where words stand in a chunk that the query is about by themselves."""
        if len(self._known) == _MOST_KNOWN:
            self._known.clear()
        self._known[chunk] = found = tuple(
            (word.start, word.end) for word in chunk_words(chunk) if self._is_about(word)
        )
        return found

    def _is_about(self, word: Word) -> bool:
        """Whether a word is one that the query is about by itself."""
        if word.exact in self._exact or word.joined in self._joined:
            return True
        if self._stems:
            if stem(word.exact) in self._stems:
                return True
            if word.joined is not None and stem(word.joined) in self._stems:
                return True
        return any(_has_form(leaf, word) for leaf in self._forms)

    def _found_sequences(self, kept: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int]]:
        """Yield the stretches of phrases and of words that are near; start and end in the text."""
        exact: list[str] = []
        places: list[tuple[int, int]] = []
        for passed, start, chunk in kept:
            exact += [""] * passed
            places += [(0, 0)] * passed
            for word in chunk_words(chunk):
                exact.append(word.exact)
                places.append((start + word.start, start + word.end))
        for leaf in self._sequences:
            find = _phrases if isinstance(leaf, PhraseTerms) else _near
            for first, last in find(leaf, exact):
                yield places[first][0], places[last][1]


def _merged(places: list[tuple[int, int]]) -> list[Match]:
    merged: list[Match] = []
    for start, end in sorted(places):
        if merged and start < merged[-1].end:
            merged[-1] = Match(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Match(start, end))
    return merged


def _positive(clause: Clause) -> Iterator[Clause]:
    if isinstance(clause, AllOf | AnyOf):
        for part in clause.parts:
            yield from _positive(part)
    elif isinstance(clause, WordTerms) or (
        isinstance(clause, Term | PhraseTerms | NearTerms | PrefixTerm | FuzzyTerm)
        and clause.field in _TEXT_FIELDS
    ):
        yield clause


def _has_form(leaf: PrefixTerm | FuzzyTerm, word: Word) -> bool:
    form = word.exact if leaf.field is IndexField.EXACT else word.joined
    if form is None:
        return False
    if isinstance(leaf, PrefixTerm):
        return form.startswith(leaf.beginning)
    distance: int = OSA.distance(leaf.text, form, score_cutoff=leaf.distance)
    return distance <= leaf.distance


def _phrases(leaf: Clause, exact: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and last word of every occurrence of a phrase."""
    if not isinstance(leaf, PhraseTerms):
        return
    phrase, length = list(leaf.words), len(leaf.words)
    place = -1
    for _ in range(exact.count(phrase[0])):
        place = exact.index(phrase[0], place + 1)
        if exact[place : place + length] == phrase:
            yield place, place + length - 1


def _near(leaf: Clause, exact: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the words of every pair that stands near enough."""
    if not isinstance(leaf, NearTerms):
        return
    firsts = [place for place, word in enumerate(exact) if word == leaf.first]
    seconds = [place for place, word in enumerate(exact) if word == leaf.second]
    for one in firsts:
        for other in seconds:
            if abs(one - other) - 1 <= leaf.distance:
                yield one, one
                yield other, other


def _window(text: str, found: Sequence[Match]) -> tuple[int, int]:
    """Return the stretch of a text that shows most of what is found, whole words only."""
    if len(text) <= _LENGTH:
        return 0, len(text)
    best, most = 0, -1
    ends = [match.end for match in found]
    weights = list(accumulate((1 + match.end - match.start for match in found), initial=0))
    for number, match in enumerate(found):
        start = max(0, match.start - _BEFORE)
        last = bisect_right(ends, start + _LENGTH)
        shown = weights[max(number, last)] - weights[number]
        if shown > most:
            best, most = start, shown
    end = min(len(text), best + _LENGTH)
    start = max(0, min(best, end - _LENGTH))
    return _word_start(text, start), _word_end(text, end)


def _word_start(text: str, offset: int) -> int:
    if offset == 0 or text[offset - 1].isspace():
        return offset
    following = next((at for at in range(offset, len(text)) if text[at].isspace()), None)
    return offset if following is None or following > offset + _BEFORE else following + 1


def _word_end(text: str, offset: int) -> int:
    while offset < len(text) and not text[offset].isspace():
        offset += 1
    return offset


def _marked(text: str, found: Iterable[Match], start: int, end: int) -> str:
    parts: list[str] = []
    done = start
    safe = escape if _SPECIAL.search(text, start, end) else str
    for match in found:
        if match.start < start or match.end > end:
            continue
        parts.append(safe(text[done : match.start]))
        parts.append(f"<mark>{safe(text[match.start : match.end])}</mark>")
        done = match.end
    parts.append(safe(text[done:end]))
    return "".join(parts)
