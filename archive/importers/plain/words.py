"""Words: those of the document first, those of a word list second.

The list is the English frequency list that comes with pyspellchecker (MIT licence).
"""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from itertools import pairwise

from archive.importers.plain.decode import HIDDEN_HYPHEN

__all__ = ["Vocabulary", "is_common_word"]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BROKEN = re.compile(rf"\w+(?:{HIDDEN_HYPHEN}\w+)+")
_COUNTED = re.compile(r'"([^"]+)":\s*(\d+)')
_COMMON = 120


@cache
def _common_words() -> frozenset[str]:
    """The frequent words of the list, read a line at a time: its dictionary takes 30 MB."""
    listed = files("spellchecker").joinpath("resources", "en.json.gz")
    with listed.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
        return frozenset(
            counted[1]
            for line in lines
            for counted in _COUNTED.finditer(line)
            if int(counted[2]) >= _COMMON
        )


def is_common_word(word: str) -> bool:
    """Whether the word list has the word often enough not to be a misprint or a name's part."""
    return word.lower() in _common_words()


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
