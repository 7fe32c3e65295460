"""One analysis for every engine: text to words, words to the forms that are indexed and compared.

A word has an *exact* form, in which case, accents and typographic quotes are folded, and a *stem*.
A word joined by hyphens or apostrophes is indexed apart, part by part in the order of the text,
and joined, as one form more: `peace-keeping` gives `peace`, `keeping` and `peacekeeping`.
The symbol of a UN document is one word whatever its written form.
"""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from indexer.stemming import stem

__all__ = [
    "Forms",
    "TextTerms",
    "Word",
    "chunk_words",
    "chunks",
    "fold",
    "forms",
    "raw_words",
    "stem",
    "text_terms",
    "words",
]

_LETTERS = r"[^\W_\u00ad\u200b-\u200d][\w\u0300-\u036f\u00ad\u200b-\u200d]*"
_JOINERS = "-\u2010\u2011'\u2019\u02bc"
_TOKEN = re.compile(
    rf"""
    (?<![\w/])(?i:AFR|A|CEDAW|CRC|DP|E|GA|HRI|SC|SG|ST|S|T|UNGA|UNSC)
        /(?=[\w./-]*\d)\w(?:[\w./]|-(?![A-Za-z]+/))*(?<=\w)(?:\s?\((?:19|20)\d\d\))?
    | \d{{1,3}}(?:,\d{{3}})+(?![\w])
    | (?<!\w)[A-Za-z](?:\.[A-Za-z])+(?:\.|(?!\w))
    | {_LETTERS}(?:[{_JOINERS}]{_LETTERS})*
    """,
    re.VERBOSE,
)
_JOINER = re.compile(f"[{_JOINERS}]")
_POSSESSIVE = re.compile("['\u2019\u02bc][sS]$")
_SYMBOL_YEAR = re.compile(r"\s?\(\d{4}\)$")
_NOT_DECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "\u0131": "i"}
)
_LONGEST = 64
_MOST_CHUNKS = 1 << 17
_PLAIN_ENDS = frozenset(string.ascii_letters + ",.;:!?)")


_UNSPLIT = re.compile(r" (?!\((?:19|20)\d\d\))")


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a word as written: exact forms of its parts, and joined if there are several."""

    parts: tuple[str, ...]
    joined: str | None = None


@dataclass(frozen=True, slots=True)
class Word:
    """A word at a place of a text, `start` to `end` (code points, half-open).

    The parts of a joined word follow each other as words of one place, each with the joined form.
    """

    start: int
    end: int
    exact: str
    joined: str | None = None


@dataclass(frozen=True, slots=True)
class TextTerms:
    """The terms of a text in its order, each kind joined by blanks.

    `stems` has those of joined forms too; `splits` holds joined forms with what they are joined
    of: `peacekeeping=peace+keeping`.
    """

    exact: str
    stems: str
    joined: str
    splits: str


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text in order; the n-th is at position n, as engines count."""
    start = 0
    for chunk in chunks(text):
        for word in chunk_words(chunk):
            yield Word(word.start + start, word.end + start, word.exact, word.joined)
        start += len(chunk) + 1


def raw_words(text: str) -> list[str]:
    """Return the words of a text as written, for `forms`."""
    return _TOKEN.findall(text)


def chunks(text: str) -> list[str]:
    """Cut a text at single blanks, which are left out; no word reaches from one chunk to the next.

    Chunks occur again and again, so that what is found out about them is worth keeping.
    """
    return text.split(" ") if " (" not in text else _UNSPLIT.split(text)


@lru_cache(maxsize=1 << 14)
def chunk_words(chunk: str) -> tuple[Word, ...]:
    """Return the words of a chunk, placed in it."""
    plain = chunk if chunk.isalpha() else chunk[:-1]
    if chunk.isascii() and plain.isalpha() and chunk[-1:] in _PLAIN_ENDS:
        return (Word(0, len(plain), plain.lower()[:_LONGEST]),)
    return tuple(
        Word(match.start(), match.end(), part, found.joined)
        for match in _TOKEN.finditer(chunk)
        for found in (forms(match[0]),)
        for part in found.parts
    )


class _ChunkTerms(dict[str, tuple[str, str]]):
    """Exact terms and stems of the chunks met so far; it begins anew when it is full."""

    def __missing__(self, chunk: str) -> tuple[str, str]:
        if len(self) == _MOST_CHUNKS:
            self.clear()
        self[chunk] = terms = _chunk_terms(chunk)
        return terms


def _chunk_terms(chunk: str) -> tuple[str, str]:
    found = [forms(raw) for raw in _TOKEN.findall(chunk)]
    parts = [part for word in found for part in word.parts]
    exact = " ".join(parts)
    stems = " ".join(map(stem, (*parts, *(word.joined for word in found if word.joined))))
    return exact, exact if stems == exact else stems


_TERMS = _ChunkTerms()


def text_terms(text: str) -> TextTerms:
    """Return the terms of a text."""
    found = list(map(_TERMS.__getitem__, chunks(text)))
    raw = _TOKEN.findall(text) if _JOINER.search(text) else ()
    compounds = [one for one in map(forms, raw) if one.joined is not None]
    return TextTerms(
        " ".join([exact for exact, _ in found if exact]),
        " ".join([stems for _, stems in found if stems]),
        " ".join([one.joined or "" for one in compounds]),
        " ".join([f"{one.joined}={'+'.join(one.parts)}" for one in compounds]),
    )


@lru_cache(maxsize=1 << 15)
def forms(raw: str) -> Forms:
    """Return the forms of a word as written."""
    if "/" in raw:
        return Forms((fold(_SYMBOL_YEAR.sub("", raw)),))
    if raw[0].isdigit() and "," in raw:
        return Forms((raw.replace(",", ""),))
    folded = fold(_POSSESSIVE.sub("", raw)).replace(".", "")
    parts = tuple(part for part in _JOINER.split(folded) if part)
    if len(parts) < 2:
        return Forms(parts)
    return Forms(parts, "".join(parts)[:_LONGEST])


def fold(text: str) -> str:
    """Return a text without what does not matter when words are compared.

    Case, accents, ligatures and invisible characters go; at most 64 characters are kept of a word.
    """
    if text.isascii():
        return text.lower()[:_LONGEST]
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_NOT_DECOMPOSED)
    kept = (char for char in plain if unicodedata.category(char) not in {"Mn", "Cf"})
    return "".join(kept)[:_LONGEST]
