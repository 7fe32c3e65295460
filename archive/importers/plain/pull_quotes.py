"""Pull quotes: sentences of the text that the layout repeats between its columns.

Some are word for word, some are shortened, so what counts is how many of their words stand in
the same rows of words nearby.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.importers.plain.drafts import Draft
from archive.importers.plain.shapes import ends_sentence, starts_low, without_marks
from archive.importers.report import Omission
from archive.models import BlockKind

__all__ = ["PullQuotes", "drop_pull_quotes"]

_ROW = 5
_LONGEST_ROW = 7
_NEAR = 2500
_PIECES = 3
_FEWEST, _MOST = 8, 70
_COVERED = 0.6
_COVERED_INSIDE = 0.4
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_MARK = re.compile(r"[⁰¹²³⁴-⁹]|(?<=[^\W\d_])\d{1,3}(?=\s|$)|[.,;:)”\"’]\d{1,3}(?=\s|$)")


@dataclass(frozen=True, slots=True)
class PullQuotes:
    """The drafts without pull quotes, and what was dropped."""

    drafts: tuple[Draft, ...]
    omissions: tuple[Omission, ...]


def drop_pull_quotes(drafts: Sequence[Draft]) -> PullQuotes:
    """Drop the paragraphs that only repeat words of the paragraphs around them."""
    words = _all_words(drafts)
    starts: list[int] = []
    total = 0
    for row in words:
        starts.append(total)
        total += len(row)
    rows = _rows(words)
    kept: list[Draft] = []
    dropped: list[Omission] = []
    for number, draft in enumerate(drafts):
        if _possible(draft, len(words[number])) and _repeats(drafts, words, starts, rows, number):
            numbers = tuple(line.number for line in draft.lines)
            dropped.append(Omission("pull quote", numbers, draft.text))
        else:
            kept.append(draft)
    return PullQuotes(tuple(kept), tuple(dropped))


def _words(text: str) -> list[str]:
    plain = re.sub(r"(?<=\w)-\s?(?=\w)", "", text.lower().replace("’", "'"))
    return _WORD.findall(plain)


def _all_words(drafts: Sequence[Draft]) -> list[list[str]]:
    """The words of every draft; a word broken at the end of one is whole in it."""
    words = [_words(draft.text) for draft in drafts]
    for before, row, after in zip(drafts, words, words[1:], strict=False):
        if before.text.endswith("-") and row and after:
            row[-1] += after.pop(0)
    return words


def _rows(words: Sequence[Sequence[str]]) -> dict[tuple[str, ...], list[int]]:
    """For every row of words, the drafts in which it starts; it may end in the next."""
    rows: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, text in enumerate(words):
        after = words[number + 1] if number + 1 < len(words) else []
        stream = [*text, *after[: _ROW - 1]]
        for start in range(min(len(text), len(stream) - _ROW + 1)):
            row = tuple(stream[start : start + _ROW])
            if not rows[row] or rows[row][-1] != number:
                rows[row].append(number)
    return rows


def _possible(draft: Draft, length: int) -> bool:
    text = draft.text
    if draft.kind is not BlockKind.PARAGRAPH or not _FEWEST <= length <= _MOST:
        return False
    return ends_sentence(text) and not starts_low(text) and not _MARK.search(text)


def _repeats(
    drafts: Sequence[Draft],
    words: Sequence[Sequence[str]],
    starts: Sequence[int],
    rows: dict[tuple[str, ...], list[int]],
    number: int,
) -> bool:
    text = words[number]
    around = _across(words, number)
    found: dict[int, set[int]] = defaultdict(set)
    seam: set[int] = set()
    for start in range(len(text) - _ROW + 1):
        row = tuple(text[start : start + _ROW])
        places = range(start, start + _ROW)
        if row in around:
            seam.update(places)
        for other in rows[row]:
            if other != number and abs(starts[other] - starts[number]) <= _NEAR:
                found[other].update(places)
    held, source = _best_source(found, seam)
    if _longest(held) < _LONGEST_ROW:
        return False
    if _inside(drafts, number):
        return len(held) >= _COVERED_INSIDE * len(text)
    if number and drafts[number - 1].kind is BlockKind.HEADING:
        return False
    longer = sum(len(words[other]) for other in source) > len(text)
    return longer and len(held) >= _COVERED * len(text)


def _longest(places: Iterable[int]) -> int:
    """The length of the longest row of places without a gap."""
    best = run = 0
    last = -2
    for place in sorted(places):
        run = run + 1 if place == last + 1 else 1
        best, last = max(best, run), place
    return best


def _best_source(found: dict[int, set[int]], seam: set[int]) -> tuple[set[int], tuple[int, ...]]:
    """The most words that one paragraph, or a few pieces in a row, hold; and which these are."""
    best: set[int] = seam
    source: tuple[int, ...] = (0,)
    for first in found:
        pieces = tuple(other for other in range(first, first + _PIECES) if other in found)
        held = seam.union(*(found[other] for other in pieces))
        if len(held) > len(best):
            best, source = held, pieces
    return best, source


def _across(words: Sequence[Sequence[str]], number: int) -> set[tuple[str, ...]]:
    """The rows of words that stand across the place of a paragraph when it is gone."""
    before = words[number - 1][1 - _ROW :] if number else []
    after = words[number + 1][: _ROW - 1] if number + 1 < len(words) else []
    seam = [*before, *after]
    return {tuple(seam[start : start + _ROW]) for start in range(len(seam) - _ROW + 1)}


def _inside(drafts: Sequence[Draft], number: int) -> bool:
    """Whether the paragraph stands inside a sentence."""
    if not 0 < number < len(drafts) - 1:
        return False
    before, after = drafts[number - 1].text, drafts[number + 1].text
    return not ends_sentence(without_marks(before)) and starts_low(after)
