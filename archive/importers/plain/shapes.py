"""What a stretch of text looks like: finished, going on, a heading's shape, an address alone."""

from __future__ import annotations

import re

__all__ = [
    "HYPHENS",
    "ends_open",
    "ends_sentence",
    "ends_with_mark",
    "is_address_line",
    "is_capitals",
    "is_title_case",
    "mark_at_end",
    "starts_low",
    "without_marks",
]

HYPHENS = ("-", "\u00ad", "\u2010")
"""Signs at which words are broken at line ends: plain, soft, and the hyphen proper."""

_CLOSERS = r"[\"'”’»)\]*_]*"
_MARKS = r"(?:\s?(?:[⁰¹²³⁴⁵⁶⁷⁸⁹,]+|\d{1,3}(?:,\s?\d{1,3})*|\*{1,3}|[†‡§]))?"
_SENTENCE_END = re.compile(rf"[.!?…‽]{_CLOSERS}{_MARKS}{_CLOSERS}\s*$")
_TRAILING_MARK = re.compile(
    r"(?<=[^\s\d/-])\s?(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<=[.!?,;:)\]”’\"'])\s?\d{1,3})\s*$"
)
_MARK_AT_END = re.compile(
    r"[^\W\d_]\d{1,3}$|[.,;:!?)\]”’\"']\d{1,3}(?:,\d{1,3})*$|(?<!\d)(?:19|20)\d\d[1-9]\d{0,2}$"
)
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:e\.g|i\.e|cf|vs|etc|al|ed|eds|no|nos|vol|p|pp|para|paras|art|St|Dr|Mr|Mrs|Ms|Prof|Gen|Col|U\.S|U\.N|[A-Z])\.$"
)
_FUNCTION_WORD_LIST = """
a an the of to in on at by for from with without within into onto upon over under between among
against through during before after since until about and or but nor yet as than that which who
whom whose when where while if because although though whether is are was were be been being has
have had do does did will would shall should can could may might must not its their his her our
your my this these those such each every some any no both either neither most more less very also
so including towards toward across per via
"""
_FUNCTION_WORDS = frozenset(_FUNCTION_WORD_LIST.split())
_ADDRESS_LINE = re.compile(r"<?(?:https?://|ftp://|file://|www\.)\S+>?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_FEWEST_LETTERS = 3
_MOSTLY = 0.9
_NEVER_FIRST = (",", ";", ":", ".", ")", "]", "%", "–", "—")
_SMALL_LIST = """
a an and as at but by for from in into nor of off on onto or over per so than the to under up upon
via vs with within without de del di da du la le el al et und der die das von van between through
towards toward against about after before beyond
"""
_SMALL = frozenset(_SMALL_LIST.split())


def ends_with_mark(text: str) -> bool:
    """Whether plain figures that may be a note mark end the text."""
    return bool(_MARK_AT_END.search(text))


def mark_at_end(text: str) -> str:
    """Return the plain figures at the end of the text that may be a note mark, or nothing."""
    match = _MARK_AT_END.search(text)
    return match[0] if match else ""


def without_marks(text: str) -> str:
    """Return the text without a note mark at its end."""
    return _TRAILING_MARK.sub("", text).rstrip()


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does; an abbreviation's full stop does not count."""
    if not _SENTENCE_END.search(text):
        return False
    return not _ABBREVIATED.search(text)


def ends_open(text: str) -> bool:
    """Whether the text plainly wants to go on: a comma, a hyphen, or a word like `of`."""
    if text.endswith((",", "-", "\u00ad", "–", "—", "(", "[", "/", "“", "‘")):
        return True
    words = _WORD.findall(text)
    return bool(words) and text.endswith(words[-1]) and words[-1] in _FUNCTION_WORDS


def starts_low(text: str) -> bool:
    """Whether the text starts with a small letter, or with a sign no sentence starts with."""
    stripped = text.lstrip("\"'“‘”’([*_…")
    return stripped[:1].islower() or (bool(stripped) and text.startswith(_NEVER_FIRST))


def is_address_line(text: str) -> bool:
    """Whether the line is nothing but an internet address."""
    return bool(_ADDRESS_LINE.fullmatch(text))


def is_capitals(text: str) -> bool:
    """Whether the text is written in capitals."""
    letters = [sign for sign in text if sign.isalpha()]
    upper = sum(sign.isupper() for sign in letters)
    return len(letters) > _FEWEST_LETTERS and upper >= _MOSTLY * len(letters)


def is_title_case(text: str) -> bool:
    """Whether the words that carry meaning start with capitals, as in titles."""
    words: list[str] = [word for word in _WORD.findall(text) if word.lower() not in _SMALL]
    if not words or not words[0][0].isupper():
        return False
    return sum(word[0].isupper() for word in words) >= 0.75 * len(words)
