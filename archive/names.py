"""Names of authority entries in running text: whole words only, the longest wins.

What printers vary is ignored: dashes, apostrophes, accents, the blanks between words, `s` or `z`
in `-isation`, `the` after a preposition, an `s` at the end. A name has a rule about capitals.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Generic, TypeVar

__all__ = ["Capitals", "Name", "NameFinder", "NameMatch", "fold_letters", "is_acronym"]

Value = TypeVar("Value")

_WORD = re.compile(r"\w+")
_LONGEST_WORD = 100
_ByPattern = dict[str, tuple[frozenset[str] | None, list[Value]]]
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


def fold_letters(text: str) -> str:
    """Return a text of the same length in small letters, plain dashes, and without accents."""
    folded = text.translate(_FOLDS)
    small = folded.lower()
    if len(small) == len(folded):
        return small
    return "".join(one if len(one.lower()) > 1 else one.lower() for one in folded)


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
    """Finds all names of a list in one pass over a text.

    The first two words of what stands in the text choose the few names that are tried there.
    """

    def __init__(self, names: Iterable[Name[Value]]) -> None:
        patterns: dict[str, _ByPattern[Value]] = defaultdict(dict)
        for name in names:
            folded = name.text.translate(_FOLDS)
            words = _WORD.findall(folded)
            if words:
                pattern = _pattern(folded, name.capitals)
                _, values = patterns[_key(words[0])].setdefault(pattern, (_second_words(words), []))
                values.append(name.value)
        self._choices = {word: _Choices(by_pattern) for word, by_pattern in patterns.items()}

    def find(self, text: str) -> Iterator[NameMatch[Value]]:
        """Find the names in the order of the text; none overlap."""
        folded = text.translate(_FOLDS)
        done = 0
        for word in _WORD.finditer(folded):
            choices = self._choices.get(_key(word[0]))
            if choices is None or word.start() < done:
                continue
            match = choices.match(folded, word.start(), word.end())
            if match is not None:
                yield match
                done = match.end


class _Choices(Generic[Value]):
    """The names that begin with one word, by the word that follows."""

    def __init__(self, by_pattern: _ByPattern[Value]) -> None:
        seconds = {second for words, _ in by_pattern.values() for second in words or ()}
        self._by_second = {
            second: _Alternatives(
                {
                    pattern: tuple(values)
                    for pattern, (words, values) in by_pattern.items()
                    if words is None or second in words
                }
            )
            for second in seconds
        }
        self._otherwise = _Alternatives(
            {
                pattern: tuple(values)
                for pattern, (words, values) in by_pattern.items()
                if words is None
            }
        )

    def match(self, text: str, start: int, end: int) -> NameMatch[Value] | None:
        """Return the longest name that begins with the word from `start` to `end`."""
        alternatives = self._otherwise
        if self._by_second:
            following = _WORD.search(text, end, end + _LONGEST_WORD)
            if following is not None:
                alternatives = self._by_second.get(_key(following[0]), alternatives)
        return alternatives.match(text, start)


class _Alternatives(Generic[Value]):
    """One pattern for several names, the longest first, and the values of each."""

    def __init__(self, by_pattern: Mapping[str, tuple[Value, ...]]) -> None:
        longest_first = sorted(by_pattern, key=len, reverse=True)
        alternatives = "|".join(f"({alternative})" for alternative in longest_first)
        self._pattern = re.compile(alternatives) if alternatives else None
        self._values = tuple(by_pattern[alternative] for alternative in longest_first)

    def match(self, text: str, start: int) -> NameMatch[Value] | None:
        match = None if self._pattern is None else self._pattern.match(text, start)
        if match is None or match.lastindex is None:
            return None
        return NameMatch(self._values[match.lastindex - 1], start, match.end())


def _key(word: str) -> str:
    """What two spellings of a word have in common."""
    return word.lower().replace("is", "iz")


def _second_words(words: Sequence[str]) -> frozenset[str] | None:
    """The keys of what may follow the first word of a name; None if that is open.

    A name of one word is followed by anything. After a preposition an article may stand.
    """
    if len(words) == 1 or words[0].lower() in _PREPOSITIONS:
        return None
    return frozenset({_key(words[1]), _key(words[1] + "s")})


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
