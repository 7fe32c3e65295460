"""Words: those of the document first, those of a word list second.

The list is the English frequency list that comes with pyspellchecker (MIT licence).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from spellchecker import SpellChecker

from archive.importers.plain.decode import HIDDEN_HYPHEN

__all__ = ["Vocabulary", "is_common_word"]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BROKEN = re.compile(rf"\w+(?:{HIDDEN_HYPHEN}\w+)+")
_COMMON = 120


@cache
def _frequencies() -> Mapping[str, int]:
    return SpellChecker(language="en", distance=1).word_frequency.dictionary


def is_common_word(word: str) -> bool:
    """Whether the word list has the word often enough not to be a misprint or a name's part."""
    return _frequencies().get(word.lower(), 0) >= _COMMON


@dataclass(frozen=True)
class Vocabulary:
    """The words of one document, counted as they are written inside lines.

    Attributes:
        words: every word, also hyphenated ones, in lower case.
        lower: those seen in lower case, which are thus no names.
        pairs: two words in a row, in lower case.
    """

    words: Counter[str]
    lower: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, lines: Iterable[str]) -> Vocabulary:
        """Count the words of the lines, the broken ones at line ends left out."""
        words: Counter[str] = Counter()
        lower: set[str] = set()
        pairs: set[tuple[str, str]] = set()
        broken = False
        for line in lines:
            tokens = _TOKEN.findall(_BROKEN.sub("", line))
            ends_broken = line.endswith(("-", "\u00ad", "\u2010"))
            whole = tokens[1 if broken else 0 : -1 if ends_broken else None]
            broken = ends_broken
            folded = [token.lower() for token in whole]
            words.update(folded)
            lower.update(token for token in whole if token.islower())
            pairs.update(pairwise(folded))
        return cls(words, frozenset(lower), frozenset(pairs))

    @cached_property
    def parts(self) -> frozenset[str]:
        """The parts of hyphenated words."""
        return frozenset(part for word in self.words if "-" in word for part in word.split("-"))

    def knows(self, word: str) -> bool:
        """Whether the document or the word list has the word."""
        return word.lower() in self.words or is_common_word(word)
