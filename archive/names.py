"""Names of authority entries in running text: whole words only, the longest wins.

What printers vary is ignored: dashes, apostrophes, accents, the blanks between words, `s` or `z`
in `-isation`, `the` after a preposition, an `s` at the end. A name has a rule about capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

__all__ = ["Capitals", "Name", "NameFinder", "NameMatch", "is_acronym"]

Value = TypeVar("Value")

_WORD = re.compile(r"\w+")
_PREPOSITIONS = frozenset({"for", "from", "in", "of", "on", "to"})
_SMALL_WORDS = _PREPOSITIONS | {"a", "an", "and", "at", "by", "or", "the", "with"}


def _folds() -> dict[int, str]:
    """A code point for every code point, so that offsets stay right."""
    folds = {ord(quote): "'" for quote in "\u2018\u2019\u02bb\u02bc\u00b4\u2032"}
    folds |= dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")
    folds |= {0xA0: " ", 0x202F: " "}
    for point in (*range(0xC0, 0x180), *range(0x1E00, 0x1F00)):
        base = unicodedata.normalize("NFD", chr(point))[0]
        if base.isascii() and base.isalpha():
            folds[point] = base
    return folds


_FOLDS = _folds()


class Capitals(Enum):
    """What the capitals of a name ask of the text."""

    EXACT = auto()
    """Capitals and small letters are as in the name."""

    KEPT = auto()
    """What is a capital in the name is one in the text, small words excepted."""

    FREE = auto()
    """They do not matter."""


@dataclass(frozen=True, slots=True)
class Name(Generic[Value]):
    """A name to look for, and what it stands for."""

    text: str
    value: Value
    capitals: Capitals


@dataclass(frozen=True, slots=True)
class NameMatch(Generic[Value]):
    """A name found (code points, half-open), with every value it may stand for."""

    values: tuple[Value, ...]
    start: int
    end: int


def is_acronym(text: str) -> bool:
    """Whether a name is a single word that is written with more than one capital."""
    return len(text.split()) == 1 and sum(letter.isupper() for letter in text) > 1


class NameFinder(Generic[Value]):
    """Finds all names of a list in one pass over a text."""

    def __init__(self, names: Iterable[Name[Value]]) -> None:
        patterns: dict[str, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        for name in names:
            folded = name.text.translate(_FOLDS)
            first = _WORD.match(folded)
            if first is not None:
                patterns[_key(first[0])][_pattern(folded, name.capitals)].append(name.value)
        self._by_first_word = {
            word: _alternatives(by_pattern) for word, by_pattern in patterns.items()
        }

    def find(self, text: str) -> Iterator[NameMatch[Value]]:
        """Find the names in the order of the text; none overlap."""
        folded = text.translate(_FOLDS)
        done = 0
        for word in _WORD.finditer(folded):
            alternatives = self._by_first_word.get(_key(word[0]))
            if alternatives is None or word.start() < done:
                continue
            pattern, values = alternatives
            match = pattern.match(folded, word.start())
            if match is not None and match.lastindex is not None:
                done = match.end()
                yield NameMatch(values[match.lastindex - 1], match.start(), done)


def _key(word: str) -> str:
    """What two spellings of a first word have in common."""
    return word.lower().replace("is", "iz")


def _alternatives(
    by_pattern: dict[str, list[Value]],
) -> tuple[re.Pattern[str], tuple[tuple[Value, ...], ...]]:
    """One pattern, the longest names first, and the values of each of its groups."""
    longest_first = sorted(by_pattern, key=len, reverse=True)
    pattern = re.compile("|".join(f"({alternative})" for alternative in longest_first))
    return pattern, tuple(tuple(by_pattern[alternative]) for alternative in longest_first)


def _pattern(name: str, capitals: Capitals) -> str:
    words = name.split()
    parts: list[str] = []
    for before, word in zip(["", *words], words, strict=False):
        article = r"(?:[Tt]he\s+)?" if before in _PREPOSITIONS else ""
        if article and word.lower() == "the":
            parts.append(article)
            continue
        parts.append(article + _word_pattern(word, capitals) + r"\s+")
    body = "".join(parts).removesuffix(r"\s+")
    return body + (r"s?(?!\w)" if name[-1].isalpha() else r"(?!\w)")


def _word_pattern(word: str, capitals: Capitals) -> str:
    if capitals is Capitals.EXACT:
        return re.escape(word)
    if capitals is Capitals.FREE or word.lower() in _SMALL_WORDS:
        return f"(?i:{_either_spelling(word)})"
    pieces = re.findall(r"[A-Z]|[^A-Z]+", word)
    return "".join(
        piece if piece.isupper() else f"(?i:{_either_spelling(piece)})" for piece in pieces
    )


def _either_spelling(word: str) -> str:
    return re.sub(r"i[sz](?=ation|e$|ed$|ing$)", "i[sz]", re.escape(word))
