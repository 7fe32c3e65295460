"""Pull quotes: sentences of the text that the layout repeats between its columns.

Some are word for word, some are shortened, so what counts is how many of their words stand in
the same rows of words nearby.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from archive.importers.plain.drafts import Draft
from archive.importers.plain.shapes import ends_sentence, starts_low, without_marks
from archive.importers.report import Omission
from archive.models import BlockKind

__all__ = ["PullQuotes", "drop_pull_quotes"]

_ROW = 4
_NEAR = 2500
_FEWEST, _MOST = 8, 70
_COVERED = 0.6
_COVERED_INSIDE = 0.4
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
_RAISED = re.compile("[⁰¹²³⁴-⁹]")


@dataclass(frozen=True, slots=True)
class PullQuotes:
    """The drafts without pull quotes, and what was dropped."""

    drafts: tuple[Draft, ...]
    omissions: tuple[Omission, ...]


def drop_pull_quotes(drafts: Sequence[Draft]) -> PullQuotes:
    """Drop the paragraphs that only repeat words of the paragraphs around them."""
    words = [_words(draft.text) for draft in drafts]
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


def _rows(words: Sequence[Sequence[str]]) -> dict[tuple[str, ...], list[int]]:
    """For every row of words, the drafts that hold it."""
    rows: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, text in enumerate(words):
        for start in range(len(text) - _ROW + 1):
            row = tuple(text[start : start + _ROW])
            if not rows[row] or rows[row][-1] != number:
                rows[row].append(number)
    return rows


def _possible(draft: Draft, length: int) -> bool:
    text = draft.text
    if draft.kind is not BlockKind.PARAGRAPH or not _FEWEST <= length <= _MOST:
        return False
    return ends_sentence(text) and not starts_low(text) and not _RAISED.search(text)


def _repeats(
    drafts: Sequence[Draft],
    words: Sequence[Sequence[str]],
    starts: Sequence[int],
    rows: dict[tuple[str, ...], list[int]],
    number: int,
) -> bool:
    text = words[number]
    around = _across(words, number)
    covered = [False] * len(text)
    sources: set[int] = set()
    for start in range(len(text) - _ROW + 1):
        row = tuple(text[start : start + _ROW])
        near = [
            other
            for other in rows[row]
            if other != number and abs(starts[other] - starts[number]) <= _NEAR
        ]
        if near or row in around:
            sources.update(near)
            covered[start : start + _ROW] = [True] * _ROW
    share = sum(covered) / len(text)
    if _inside(drafts, number):
        return share >= _COVERED_INSIDE
    if number and drafts[number - 1].kind is BlockKind.HEADING:
        return False
    longer = any(len(words[other]) > len(text) for other in sources)
    return share >= _COVERED and (longer or not sources)


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
