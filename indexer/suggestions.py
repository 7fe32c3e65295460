"""What a person may have meant, and what a person who types may be about to type.

Both come from the archive itself: its vocabulary, titles, missions, themes and UN documents.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from indexer.analysis import words
from indexer.columns import Columns
from indexer.names import Names

__all__ = ["Suggester", "Suggestion", "SuggestionKind", "opensearch_suggestions"]

_MOST_CORRECTED = 3
_OFTEN = 10
_RARE = 2
_SHORTEST_CORRECTED = 4
_SHORTEST_TYPED = 2
_MOST_TERMS = 5


class SuggestionKind(StrEnum):
    """What is suggested."""

    MISSION = "mission"
    THEME = "theme"
    UN_DOCUMENT = "UN document"
    TITLE = "title"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One suggestion.

    Attributes:
        kind: what it is.
        text: what readers see.
        query: what to search for when it is chosen.
        document: the id of the document, if it is a title.
    """

    kind: SuggestionKind
    text: str
    query: str
    document: str | None = None


@dataclass(frozen=True)
class Suggester:
    """Makes suggestions from one state of an index.

    Attributes:
        counts: gives the exact words of the archive that begin so, in order, and how many passages
            have each.
        columns: of the index.
    """

    counts: Callable[[str], Mapping[str, int]]
    columns: Columns

    def corrected(self, query: str) -> str | None:
        """Return a query with its unknown words replaced by the likeliest, or None.

        A word is replaced by one of nearly the same letters that is much more frequent.
        """
        corrected, done, changes = "", 0, 0
        for word in words(query):
            if word.start < done or changes == _MOST_CORRECTED:
                continue
            better = self._likelier(word.joined or word.exact)
            if better is not None:
                corrected += query[done : word.start] + better
                done = word.end
                changes += 1
        return corrected + query[done:] if changes else None

    def suggest(self, typed: str, names: Names, most: int = 10) -> list[Suggestion]:
        """Return suggestions for what was typed so far, names first, then titles, then words."""
        wanted = [word.exact for word in words(typed)]
        if not wanted or len(wanted[-1]) < _SHORTEST_TYPED:
            return []
        found = [*_named(wanted, names), *self._titles(wanted), *self._terms(typed, wanted[-1])]
        return list(dict.fromkeys(found))[:most]

    def _likelier(self, word: str) -> str | None:
        if len(word) < _SHORTEST_CORRECTED or not word.isalpha():
            return None
        known = self.counts(word).get(word, 0)
        if known > _RARE:
            return None
        # Few people misspell the first letter.
        counts = self._by_initial(word[0])
        distance = 1 if len(word) < 6 else 2
        close = extract(
            word,
            list(counts),
            scorer=OSA.distance,
            score_cutoff=distance,
            limit=None,
        )
        often = max(known, 1) * _OFTEN if known else 1
        likely = [
            (edits, -counts[other], other)
            for other, edits, _ in close
            if other != word and counts[other] >= often
        ]
        return min(likely)[2] if likely else None

    def _titles(self, wanted: Sequence[str]) -> Iterator[Suggestion]:
        for title, document, has in self._known_titles:
            if _begins(wanted, has):
                quoted = title.replace('"', " ")
                yield Suggestion(SuggestionKind.TITLE, title, f'title:"{quoted}"', document)

    def _terms(self, typed: str, beginning: str) -> Iterator[Suggestion]:
        """Yield completions of the last word, the most frequent first."""
        counts = self.counts(beginning)
        completions = heapq.nsmallest(_MOST_TERMS, counts, key=lambda term: (-counts[term], term))
        *_, last = words(typed)
        for term in completions:
            query = typed[: last.start] + term
            yield Suggestion(SuggestionKind.TERM, query, query)

    def _by_initial(self, letter: str) -> Mapping[str, int]:
        """The vocabulary under a letter, kept as long as this state of the index."""
        known = self._initials.get(letter)
        if known is None:
            known = self._initials[letter] = self.counts(letter)
        return known

    @cached_property
    def _initials(self) -> dict[str, Mapping[str, int]]:
        return {}

    @cached_property
    def _known_titles(self) -> list[tuple[str, str, tuple[str, ...]]]:
        entries = sorted(
            (entry for entry in self.columns.documents if entry is not None),
            key=lambda entry: entry.title.casefold(),
        )
        return [(entry.title, entry.id, _words_of(entry.title)) for entry in entries]


def opensearch_suggestions(
    typed: str, suggestions: Sequence[Suggestion], address: Callable[[str], str]
) -> list[str | list[str]]:
    """Return suggestions in the form of OpenSearch: typed, completions, descriptions, addresses.

    Args:
        typed: what was typed.
        suggestions: for it.
        address: gives the address of the results of a query.
    """
    return [
        typed,
        [suggestion.text for suggestion in suggestions],
        [suggestion.kind.value for suggestion in suggestions],
        [address(suggestion.query) for suggestion in suggestions],
    ]


def _named(wanted: Sequence[str], names: Names) -> Iterator[Suggestion]:
    authorities = names.authorities
    for mission in authorities.missions:
        text = f"{mission.acronym}, {mission.name}" if mission.acronym else mission.name
        if _begins(wanted, _words_of(text)):
            yield Suggestion(SuggestionKind.MISSION, text, f"mission:{mission.id}")
    for theme in authorities.themes:
        if _begins(wanted, _words_of(theme.label)):
            yield Suggestion(SuggestionKind.THEME, theme.label, f"theme:{theme.id}")
    for document in authorities.un_documents:
        names_of = (document.symbol or "", *document.common_names, document.title)
        if document.symbol and _begins(wanted, _words_of(" \n".join(names_of))):
            text = f"{document.symbol}, {document.title}"
            yield Suggestion(SuggestionKind.UN_DOCUMENT, text, f'symbol:"{document.symbol}"')


def _words_of(text: str) -> tuple[str, ...]:
    return tuple(word.exact for word in words(text))


def _begins(wanted: Sequence[str], has: Sequence[str]) -> bool:
    """Whether all words wanted are there, the last one perhaps only as a beginning."""
    *whole, last = wanted
    return set(whole) <= set(has) and any(word.startswith(last) for word in has)
