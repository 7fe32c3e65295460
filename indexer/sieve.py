"""Which chunks of a text may hold what a clause looks for.

Most chunks are one plain word that begins otherwise than all that is wanted. One regular expression
passes over whole runs of them, so that only the others have to be analysed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.query.clauses import (
    Clause,
    FuzzyTerm,
    NearTerms,
    PhraseTerms,
    PrefixTerm,
    Term,
    WordTerms,
)

__all__ = ["Sieve", "shared_beginning"]

_MOST_BEGINNINGS = 24
_LONGEST = 60
_NEVER = "(?!)"
_YEAR = r"\((?:19|20)\d\d\)"
_LETTERS = "[A-Za-z]"
_IRREGULAR = {"die", "lie", "tie"}
"""Stems of words such as `dying`."""


class Sieve:
    """Passes over what cannot concern a clause in the texts of passages."""

    def __init__(self, leaves: Sequence[Clause]) -> None:
        """Begin.

        Args:
            leaves: what is looked for.
        """
        wanted = _wanted(leaves)
        self._passed = re.compile(
            rf"(?:(?!{wanted}){_LETTERS}++[\x00-\x1f!-\x7f]?+ (?!{_YEAR}))*+"
            rf"([^ ]*(?: {_YEAR}[^ ]*)*)(?: |\Z)"
        )

    def kept(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield the chunks to look at: how many were passed over before it, its start, itself.

        A chunk that is passed over is exactly one word.
        """
        for match in self._passed.finditer(text):
            start = match.start(1)
            yield text.count(" ", match.start(), start), start, match[1]


def shared_beginning(stem: str) -> str:
    """Return a beginning that a stem shares with all of its words."""
    if stem in _IRREGULAR:
        return stem[:1]
    return stem[: max(2, len(stem) - 2)]


def _wanted(leaves: Sequence[Clause]) -> str:
    """Return a pattern that matches where a plain word begins that may be wanted."""
    patterns: dict[str, None] = {}
    initials: set[str] = set()
    for leaf in leaves:
        if isinstance(leaf, FuzzyTerm):
            patterns[_of_length(leaf)] = None
            continue
        for text, whole in _texts(leaf):
            if text.isascii():
                initials.add(text[:1])
                patterns[re.escape(text) + (rf"(?!{_LETTERS})" if whole else "")] = None
    if len(patterns) > _MOST_BEGINNINGS and not any(isinstance(leaf, FuzzyTerm) for leaf in leaves):
        return f"(?i:[{re.escape(''.join(sorted(initials)))}])"
    return f"(?i:{'|'.join(patterns)})" if patterns else _NEVER


def _texts(leaf: Clause) -> Iterator[tuple[str, bool]]:
    """Yield how words begin that a leaf is about, and whether they end there."""
    if isinstance(leaf, WordTerms):
        yield shared_beginning(leaf.stem), False
    elif isinstance(leaf, PrefixTerm):
        yield leaf.beginning, False
    elif isinstance(leaf, Term):
        yield leaf.text, len(leaf.text) < _LONGEST
    elif isinstance(leaf, PhraseTerms):
        yield from ((word, len(word) < _LONGEST) for word in leaf.words)
    elif isinstance(leaf, NearTerms):
        yield from ((word, len(word) < _LONGEST) for word in (leaf.first, leaf.second))


def _of_length(leaf: FuzzyTerm) -> str:
    """A word is as long as what it is near to, give or take; a digit may stand at its end."""
    least = max(1, len(leaf.text) - leaf.distance - 1)
    most = len(leaf.text) + leaf.distance
    if most >= _LONGEST:
        return f"{_LETTERS}{{{least},}}"
    return f"{_LETTERS}{{{least},{most}}}(?!{_LETTERS})"
