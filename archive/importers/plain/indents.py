"""Paragraphs that start with an indented line, and quotations that stand further in as a whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from archive.importers.plain.fragments import Fragment
from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import ends_sentence, starts_low

__all__ = ["part_at_indents"]

_BULLET = re.compile(r"[•▪●■◦‣·–-]\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
_FEWEST_INDENTS = 3
_AFTER_ENDS = 0.7
_LEAST_INDENT = 2
_MOST_INDENT = 9


def part_at_indents(fragments: Sequence[Fragment]) -> Sequence[Fragment]:
    """Part fragments at indented first lines, where the document starts its paragraphs so.

    A line that stands further in than its neighbours starts a paragraph if such lines follow
    sentences' ends as a rule.
    """
    found = [
        (number, index)
        for number, fragment in enumerate(fragments)
        for index in range(1, len(fragment.lines))
        if _stands_in(fragment.lines, index)
    ]
    after_ends = sum(ends_sentence(fragments[n].lines[i - 1].text) for n, i in found)
    if len(found) < _FEWEST_INDENTS or after_ends < _AFTER_ENDS * len(found):
        return fragments
    result: list[Fragment] = []
    for number, fragment in enumerate(fragments):
        starts = {index for n, index in found if n == number} | _set_in(fragment.lines)
        cuts = sorted(starts | {0, len(fragment.lines)})
        parts = [fragment.lines[a:b] for a, b in pairwise(cuts)]
        result += [replace(fragment, lines=parts[0]), *(Fragment(part) for part in parts[1:])]
    return result


def _set_in(lines: Sequence[Line]) -> set[int]:
    """Where several lines in a row that stand further in start and end: a quotation, no item."""
    cuts: set[int] = set()
    start = 1
    while start < len(lines):
        above, end = lines[start - 1], start
        while end < len(lines) and lines[end].indent >= above.indent + _LEAST_INDENT:
            end += 1
        closed = ends_sentence(above.text) or above.text.endswith(":")
        if end - start > 1 and closed and not _BULLET.match(above.text):
            cuts |= {start, end}
        start = end + 1
    return cuts


def _stands_in(lines: Sequence[Line], index: int) -> bool:
    """Whether a line stands further in than the lines above and below it."""
    inner = lines[index].indent - lines[index - 1].indent
    if index + 1 < len(lines):
        inner = min(inner, lines[index].indent - lines[index + 1].indent)
    return _LEAST_INDENT <= inner <= _MOST_INDENT and not starts_low(lines[index].text)
