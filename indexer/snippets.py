"""Snippets: the part of a passage that was matched, as safe HTML with the matches marked.

Text is escaped before anything is marked. Marks hold whole words; of a phrase, the phrase. All
engines share this highlighter, so that what is marked does not depend on which of them searched.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate

from rapidfuzz.distance import OSA

from indexer.analysis import Word, chunk_words, chunks, stem
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

__all__ = ["Highlighter", "Match"]

_LENGTH = 280
_BEFORE = 60
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
        self._initials = _initials(leaves)

    def matches(self, text: str) -> list[Match]:
        """Return what the clause is about in a text: in order, without overlaps."""
        parts = chunks(text)
        concerned = [number for number, chunk in enumerate(parts) if self._may_concern(chunk)]
        stretches = [
            (number, word.start, number, word.end)
            for number in concerned
            for word in chunk_words(parts[number])
            if self._is_about(word)
        ]
        if self._sequences:
            stretches += self._found_sequences(parts, set(concerned))
        if not stretches:
            return []
        starts = list(accumulate((len(chunk) + 1 for chunk in parts), initial=0))
        return _merged(
            [(starts[one] + first, starts[other] + end) for one, first, other, end in stretches]
        )

    def marked(self, text: str) -> str:
        """Return a whole text as HTML with the matches marked."""
        return _marked(text, self.matches(text), 0, len(text))

    def snippet(self, text: str) -> str:
        """Return the best part of a text as HTML with the matches marked."""
        found = self.matches(text)
        start, end = _window(text, found)
        snippet = _marked(text, found, start, end)
        return f"{'… ' if start else ''}{snippet}{' …' if end < len(text) else ''}"

    def _may_concern(self, chunk: str) -> bool:
        """Tell quickly of most chunks that they are one word that begins with the wrong letter."""
        if self._initials is None or chunk[:1] in self._initials or not chunk.isascii():
            return True
        return not (chunk.isalpha() or chunk[:-1].isalpha())

    def _is_about(self, word: Word) -> bool:
        """Whether a word is one that the query is about by itself."""
        initials = None if word.joined is not None else self._initials
        if initials is not None and word.exact[0] not in initials:
            return False
        if word.exact in self._exact or word.joined in self._joined:
            return True
        if self._stems:
            if stem(word.exact) in self._stems:
                return True
            if word.joined is not None and stem(word.joined) in self._stems:
                return True
        return any(_has_form(leaf, word) for leaf in self._forms)

    def _found_sequences(
        self, parts: Sequence[str], concerned: set[int]
    ) -> Iterator[tuple[int, int, int, int]]:
        """Yield stretches: chunk and start of the first word, chunk and end of the last."""
        exact: list[str] = []
        places: list[tuple[int, int, int]] = []
        for number, chunk in enumerate(parts):
            if number in concerned:
                for word in chunk_words(chunk):
                    exact.append(word.exact)
                    places.append((number, word.start, word.end))
            else:
                exact.append("")
                places.append((number, 0, 0))
        for leaf in self._sequences:
            find = _phrases if isinstance(leaf, PhraseTerms) else _near
            for first, last in find(leaf, exact):
                yield *places[first][:2], places[last][0], places[last][2]


def _initials(leaves: Sequence[Clause]) -> set[str] | None:
    """The letters, small and capital, with which what is looked for begins; None if any may.

    A stem begins with the same letter as its words.
    """
    wanted: list[str] = []
    for leaf in leaves:
        if isinstance(leaf, FuzzyTerm):
            return None
        if isinstance(leaf, WordTerms):
            wanted.append(leaf.stem)
        elif isinstance(leaf, Term):
            wanted.append(leaf.text)
        elif isinstance(leaf, PrefixTerm):
            wanted.append(leaf.beginning)
        elif isinstance(leaf, PhraseTerms):
            wanted += leaf.words
        elif isinstance(leaf, NearTerms):
            wanted += (leaf.first, leaf.second)
    return {letter for text in wanted for letter in (text[:1], text[:1].upper())}


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
    for number, match in enumerate(found):
        start = max(0, match.start - _BEFORE)
        last = bisect_right(ends, start + _LENGTH)
        shown = sum(1 + other.end - other.start for other in found[number:last])
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
    for match in found:
        if match.start < start or match.end > end:
            continue
        parts.append(escape(text[done : match.start]))
        parts.append(f"<mark>{escape(text[match.start : match.end])}</mark>")
        done = match.end
    parts.append(escape(text[done:end]))
    return "".join(parts)
