"""Snippets: the part of a passage that was matched, as safe HTML with the matches marked.

Text is escaped before anything is marked. Marks hold whole words; of a phrase, the phrase. All
engines share this highlighter, so that what is marked does not depend on which of them searched.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape

from rapidfuzz.distance import OSA

from indexer.analysis import Word, stem, words
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


@dataclass(frozen=True)
class Highlighter:
    """Finds and marks what a clause looks for in the text of passages.

    What a query excludes, and what it looks for in other fields, is not marked.
    """

    clause: Clause

    def matches(self, text: str) -> list[Match]:
        """Return what the clause is about in a text: in order, without overlaps."""
        found = list(words(text))
        stretches = [stretch for leaf in self._leaves for stretch in _stretches(leaf, found)]
        merged: list[Match] = []
        for first, last in sorted(stretches):
            start, end = found[first].start, found[last].end
            if merged and start < merged[-1].end:
                merged[-1] = Match(merged[-1].start, max(end, merged[-1].end))
            else:
                merged.append(Match(start, end))
        return merged

    def marked(self, text: str) -> str:
        """Return a whole text as HTML with the matches marked."""
        return _marked(text, self.matches(text), 0, len(text))

    def snippet(self, text: str) -> str:
        """Return the best part of a text as HTML with the matches marked."""
        found = self.matches(text)
        start, end = _window(text, found)
        snippet = _marked(text, found, start, end)
        return f"{'… ' if start else ''}{snippet}{' …' if end < len(text) else ''}"

    @cached_property
    def _leaves(self) -> tuple[Clause, ...]:
        return tuple(dict.fromkeys(_positive(self.clause)))


def _positive(clause: Clause) -> Iterator[Clause]:
    if isinstance(clause, AllOf | AnyOf):
        for part in clause.parts:
            yield from _positive(part)
    elif isinstance(clause, WordTerms) or (
        isinstance(clause, Term | PhraseTerms | NearTerms | PrefixTerm | FuzzyTerm)
        and clause.field in _TEXT_FIELDS
    ):
        yield clause


def _stretches(leaf: Clause, found: Sequence[Word]) -> Iterable[tuple[int, int]]:
    """Yield the first and last word of every stretch that a leaf is about."""
    if isinstance(leaf, PhraseTerms):
        return _phrases(leaf.words, found)
    if isinstance(leaf, NearTerms):
        return _near(leaf, found)
    return ((place, place) for place, word in enumerate(found) if _is_about(leaf, word))


def _is_about(leaf: Clause, word: Word) -> bool:
    if isinstance(leaf, WordTerms):
        joined = word.joined
        return stem(word.exact) == leaf.stem or (joined is not None and stem(joined) == leaf.stem)
    if isinstance(leaf, Term):
        return leaf.text == _form(leaf, word)
    if isinstance(leaf, PrefixTerm):
        return _form(leaf, word).startswith(leaf.beginning)
    if isinstance(leaf, FuzzyTerm):
        form = _form(leaf, word)
        return bool(form) and OSA.distance(leaf.text, form) <= leaf.distance
    return False


def _form(leaf: Term | PrefixTerm | FuzzyTerm, word: Word) -> str:
    return word.exact if leaf.field is IndexField.EXACT else word.joined or ""


def _phrases(phrase: Sequence[str], found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    exact = [word.exact for word in found]
    for place in range(len(exact) - len(phrase) + 1):
        if exact[place] == phrase[0] and tuple(exact[place : place + len(phrase)]) == phrase:
            yield place, place + len(phrase) - 1


def _near(leaf: NearTerms, found: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield every wanted word that stands in a stretch with all the others."""
    wanted = Counter(leaf.words)
    places = [place for place, word in enumerate(found) if word.exact in wanted]
    near: set[int] = set()
    for number, first in enumerate(places):
        inside = [place for place in places[number:] if place < first + _span(leaf)]
        if Counter(found[place].exact for place in inside) >= wanted:
            near.update(inside)
    return ((place, place) for place in sorted(near))


def _span(leaf: NearTerms) -> int:
    return len(leaf.words) + leaf.distance


def _window(text: str, found: Sequence[Match]) -> tuple[int, int]:
    """Return the stretch of a text that shows most of what is found, whole words only."""
    if len(text) <= _LENGTH:
        return 0, len(text)
    best, most = 0, -1
    for match in found:
        start = max(0, match.start - _BEFORE)
        shown = sum(
            1 + other.end - other.start
            for other in found
            if start <= other.start and other.end <= start + _LENGTH
        )
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
