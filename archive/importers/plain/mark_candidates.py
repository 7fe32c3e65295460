"""Everything in a text that could be a note mark, with how much each looks like one.

Nothing is decided here: `note_marks` chooses among the candidates of the whole document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from archive.importers.plain.labels import SUPERSCRIPTS, plain_label
from archive.importers.plain.words import Vocabulary

__all__ = ["Candidate", "FindCandidates", "candidates", "raised_candidates", "sign_candidates"]

_RAISED = re.compile(rf"{SUPERSCRIPTS}{{1,4}}(?:\s?[,;]\s?{SUPERSCRIPTS}{{1,4}})*")
_BRACKETED = re.compile(r"\[(\d{1,3}(?:\s?[,;]\s?\d{1,3})*)\]")
_FIGURES = re.compile(r"(?<!\d)\d{1,7}(?!\d)")
_YEAR_WITH_MARK = re.compile(r"(?:19|20)\d\d(?P<mark>[1-9]\d{0,2})")
_ROW = re.compile(r"\d{1,3}(?:[,;]\s?\d{1,3})+(?!\d)")
_THOUSANDS = 3
_LONGEST_LABEL = 3
_NEVER_BEFORE = "$€£#/\\-–+<>=@&(_~^"
_SIGNS = re.compile(r"(?<=[^\s*†‡§(\[])(\*{1,3}|†{1,2}|‡{1,2}|§)(?=[\s.,;:!?)\]”’\"']|$)")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_COUNTED = re.compile(
    r"(?:\b(?:resolutions?|number|articles?|chapters?|sections?|parts?|paragraphs?|pages?|volume|figures?|tables?"
    r"|box|boxes|steps?|tiers?|phases?|annex|rules?|footnotes?|notes?|version|about|over|under|than|nearly|around"
    r"|approximately|almost|least|most|only|every|aged?|day|week|year|group|item|action|goal|target|pillar|series"
    rf"|size|top|level|category|round|{_MONTHS})"
    r"|\b(?:nos?|arts?|paras?|pp?|vol|fig|fn|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?|[$€£#])$",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    rf"\s?(?:%|percent\b|per\s?cent\b|million\b|billion\b|thousand\b|years?\b|months?\b|days?\b|hours?\b|km\b|"
    rf"(?:{_MONTHS})\b|[a-z]{{1,2}}\b\.?\s*\d)"
)
_PAGE = re.compile(
    r"(?:\b(?:pp?|nos?|vol|paras?|art|op|ch|fig|v|n|c|ca|doc|sec|ed|s)\.|§)$", re.IGNORECASE
)
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d[.,;]$")
_DECIMAL_BEFORE = re.compile(r"\d[.,/]\d+\.$")
_NUMBERED_PART = re.compile(
    r"\b(?:sections?|chapters?|parts?|tables?|figures?|box|boxes|annex|paras?\.?|paragraphs?)\s[\d.]+$",
    re.IGNORECASE,
)
_SENTENCE_START = re.compile(r"\s+[“\"‘'(\[]*[A-Z]|\s*$")
_NAME_WITH_FIGURE = re.compile(r"[A-Z][A-Z0-9]*$")
_NAME_AT_END = re.compile(r"(?<![^\W_])[A-Z][A-Za-z]{0,4}-?\d{1,2}$|[A-Z]\d[A-Z]+$")
_WORD_BEFORE = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*$")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place in a text that could be a note mark, or several marks side by side.

    Attributes:
        start: first code point of the figures.
        end: one past the last.
        numbers: the numbers of the notes, in order.
        score: how much it looks like a mark; below 0 it needs its neighbours to speak for it.
        raised: it is written in superscript figures or brackets, so that it can be little else.
    """

    start: int
    end: int
    numbers: tuple[int, ...]
    score: float
    raised: bool = False


def candidates(text: str, vocabulary: Vocabulary) -> list[Candidate]:
    """Return every place in the text that could be a mark, in order."""
    found = [*_raised(text), *_bracketed(text), *_plain(text, vocabulary)]
    return sorted(found, key=lambda candidate: (candidate.start, candidate.end))


def raised_candidates(text: str, vocabulary: Vocabulary) -> list[Candidate]:
    """Return the places that could be marks in a text whose raised figures are known for sure."""
    return [found for found in candidates(text, vocabulary) if found.raised]


FindCandidates = Callable[[str, Vocabulary], list[Candidate]]
"""Finds in a text every place that could be a mark."""


def sign_candidates(text: str) -> list[tuple[int, int, str]]:
    """Return the places of `* † ‡ §` that could be marks: start, end, sign."""
    return [(match.start(), match.end(), match[1]) for match in _SIGNS.finditer(text)]


def _raised(text: str) -> Iterator[Candidate]:
    for match in _RAISED.finditer(text):
        if match.start() == 0:
            continue
        numbers = [int(plain_label(part)) for part in re.findall(rf"{SUPERSCRIPTS}+", match[0])]
        if re.search(r"\b(?:k?m|cm)$", text[: match.start()]) and numbers in ([2], [3]):
            continue
        yield Candidate(match.start(), match.end(), tuple(numbers), 4.0, raised=True)
        yield from _parted(match.start(), match.end(), numbers, 3.0, raised=True)


def _bracketed(text: str) -> Iterator[Candidate]:
    for match in _BRACKETED.finditer(text):
        numbers = tuple(int(part) for part in re.findall(r"\d+", match[1]))
        if match.start() and 0 not in numbers:
            yield Candidate(match.start(), match.end(), numbers, 2.5, raised=True)


def _plain(text: str, vocabulary: Vocabulary) -> Iterator[Candidate]:
    for match in _FIGURES.finditer(text):
        start, end = match.span()
        if start == 0 or match[0].startswith("0"):
            continue
        score = _score(text, start, end, vocabulary)
        if score is not None:
            if end - start <= _LONGEST_LABEL:
                yield Candidate(start, end, (int(match[0]),), score)
            yield from _parted(start, end, [int(match[0])], score - 0.7, raised=False)
            year = _YEAR_WITH_MARK.fullmatch(match[0])
            if year:
                yield Candidate(start + year.start("mark"), end, (int(year["mark"]),), 0.5)
        row = _ROW.match(text, start)
        if row:
            numbers = [int(part) for part in re.findall(r"\d+", row[0])]
            score = _score(text, start, row.end(), vocabulary)
            if score is not None and numbers == sorted(set(numbers)):
                yield Candidate(start, row.end(), tuple(numbers), score)


def _parted(
    start: int, end: int, numbers: list[int], score: float, *, raised: bool
) -> Iterator[Candidate]:
    """Two marks side by side without a sign between them: `56` for 5 and 6, `1011`."""
    if len(numbers) != 1:
        return
    written = str(numbers[0])
    for cut in range(1, len(written)):
        first, second = int(written[:cut]), int(written[cut:])
        if second == first + 1 and written[cut] != "0":
            yield Candidate(start, end, (first, second), score, raised=raised)


def _score(text: str, start: int, end: int, vocabulary: Vocabulary) -> float | None:
    """How much figures look like a mark; None if they cannot be one."""
    before, after = text[start - 1], text[end : end + 1]
    if before in _NEVER_BEFORE or (before == "[" and after != "]"):
        return None
    if after and (after in "%‰°/\\_=+" or after.islower()):
        return None
    if after and after in "-–.,:" and _is_one_number(after, text[end + 1 : end + 2]):
        return None
    if before.isspace():
        return _spaced(text, start, end)
    return _glued(text, start, end, vocabulary)


def _is_one_number(sign: str, beyond: str) -> bool:
    """Whether figures go on after a sign, as in `3.5` or `34-member`; a new sentence does not."""
    return beyond.isalnum() and not (sign in ".,:" and beyond.isupper())


def _spaced(text: str, start: int, end: int) -> float | None:
    head = text[:start].rstrip()
    tail = text[end:]
    if not head:
        return None
    if _COUNTED.search(head) or _MEASURED.match(tail):
        return None
    next_word = tail.lstrip()[:1]
    ends_here = not next_word
    score = -3.5
    if re.search(r"[.!?][\"'”’)\]]*$", head):
        score = 1.5 if ends_here or next_word.isupper() or next_word in "“‘\"'([" else -2.0
    elif head[-1] in "”’\"')":
        score = 0.3 if ends_here or not next_word.islower() or tail[:1] in ".,;:" else -0.7
    elif head[-1] in ",;:":
        score = -0.8 if next_word.islower() else -1.2
    elif tail[:1] in ".,;:" and not next_word.isdigit():
        score = -1.6
    if tail[:1].isupper():
        score -= 0.3
    return score


def _glued(text: str, start: int, end: int, vocabulary: Vocabulary) -> float | None:
    head = text[:start]
    before = head[-1]
    tail = text[end:]
    if before.isalpha():
        return _after_word(head, vocabulary)
    if before in ".,:;" and head[-2:-1].isdigit() and not _NAME_AT_END.search(head[:-1]):
        return _after_number(head, tail, end - start)
    if before == "." and _PAGE.search(head):
        return None
    if before in ".,;:!?)]”’\"'»*…" or before == "%":
        return 2.5 if not tail[:1].isalpha() else 1.0
    return 0.0 if before == "—" else -1.0


def _after_number(head: str, tail: str, figures: int) -> float | None:
    """How much figures after a number and a stop look like a mark: `in 2012.5`, `only 17.5 The`.

    A decimal goes on as a sentence does; where a sentence starts, the stop was its end. After a
    comma, three figures are thousands; fewer can only be a mark: `by 330,20 and`.
    """
    if tail[:1] and not tail[0].isspace():
        return None
    if _YEAR_BEFORE.search(head):
        return 1.5
    if head[-1] == "," and figures != _THOUSANDS:
        return 0.3
    if head[-1] != "." or _NUMBERED_PART.search(head):
        return None
    if tail and not _SENTENCE_START.match(tail):
        return None
    return 1.0 if _DECIMAL_BEFORE.search(head) else 0.3


def _after_word(head: str, vocabulary: Vocabulary) -> float:
    match = _WORD_BEFORE.search(head)
    word = match[0] if match else head[-1]
    known = vocabulary.words[word.lower()]
    if _NAME_WITH_FIGURE.search(word) and word.isupper():
        # M23, G5: names with figures; but a mark may follow an acronym that also stands alone.
        return 0.8 if len(word) > 2 and known > 1 else -2.5
    if known or vocabulary.knows(word):
        return 2.5
    return 0.5 if len(word) > 3 else -1.5
