"""Lines that extraction cut at raised figures, put together again.

Some tools end the line wherever the type gets smaller or larger. Where the rest stands on the next
line with a blank before it, nothing is in doubt. Else pieces that end in what looks like a note
mark are put together so that they make lines as full as the others of the document: a cut is left
where a line was full, or where a sentence, and perhaps a paragraph, ended. That the tool cuts
lines is known from pieces that go on with a small letter though both had room on one line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.importers.plain.line_ends import is_led
from archive.importers.plain.lines import Line
from archive.importers.plain.part_names import is_known_heading
from archive.importers.plain.shapes import ends_open, ends_sentence, ends_with_mark
from archive.importers.plain.widths import printed_width, width

__all__ = ["mend_broken_lines"]

_FEWEST = 3
_LONGEST = 200
_NEAR = 3
_USUAL, _SHORTEST = 0.75, 0.1
_SPARE = 1.03
_LEAST_FULL = 0.8
_INDENT = 1.2
_WORST, _STEEP = 3.0, 25.0
_UNFILLED, _HEADING, _SENTENCE_ENDED = 1.0, 0.6, 0.35


@dataclass(frozen=True, slots=True)
class _Measure:
    """How wide lines are, in ems: at most, and at least with the first word of the next.

    `lower` are the words that the document writes with small letters.
    """

    most: float
    least: float
    lower: frozenset[str]

    def has_room(self, line: Line, below: Line) -> bool:
        """Whether the first word of the next line had room on a line."""
        return width(f"{line.text} {below.text.split()[0]}") < self.least

    def starts_sentence(self, line: Line) -> bool:
        """Whether a line starts with a capital that only the start of a sentence gives."""
        word = re.match(r"[^\W\d_]+", line.text)
        return word is not None and not word[0].islower() and word[0].lower() in self.lower


def mend_broken_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Put lines together that were one, if the document has enough of them to be sure."""
    if sum(_is_cut(one, other) for one, other in pairwise(lines)) >= _FEWEST:
        return _rejoined(lines)
    measure = _measure(lines)
    if measure is None:
        return tuple(lines)
    sure = sum(
        _may_join(one, other)
        and other.text[0].islower()
        and width(f"{one.text} {other.text}") <= measure.most
        for one, other in pairwise(lines)
    )
    return _refilled(lines, measure) if sure >= _FEWEST else tuple(lines)


def _is_cut(before: Line, line: Line) -> bool:
    """Whether a line goes on, a blank first, after a mark at which the one above was cut."""
    below = bool(line.text) and not line.starts_page and is_led(line)
    return below and ends_with_mark(before.text)


def _rejoined(lines: Sequence[Line]) -> tuple[Line, ...]:
    result: list[Line] = []
    for line in lines:
        if result and _is_cut(result[-1], line):
            result[-1] = _joined([result[-1], line])
        else:
            result.append(line)
    return tuple(result)


def _joined(pieces: Sequence[Line]) -> Line:
    text = " ".join(piece.text for piece in pieces)
    return replace(pieces[0], text=text, goes_on=pieces[-1].goes_on)


def _may_join(before: Line, line: Line) -> bool:
    """Whether a line ends in what may be a mark, and the next could go on with it."""
    if not before.text or not line.text or line.starts_page or line.text[0].isdigit():
        return False
    if is_known_heading(line.text):
        return False
    return ends_with_mark(before.text)


def _measure(lines: Sequence[Line]) -> _Measure | None:
    """Measure the lines near marks that are whole, which are those of the running text."""
    near = {
        other
        for index, (one, below) in enumerate(pairwise(lines))
        if _may_join(one, below)
        for other in range(index - _NEAR, index + _NEAR + 1)
    }
    inside = [
        (line, below)
        for index, (above, line, below) in enumerate(zip(lines, lines[1:], lines[2:], strict=False))
        if index + 1 in near
        and line.text
        and len(line.text) <= _LONGEST
        and below.text[:1].islower()
        and not ends_with_mark(above.text)
        and not ends_with_mark(line.text)
    ]
    if len(inside) < _FEWEST:
        return None
    widths = sorted(width(line.text) for line, _ in inside)
    usual = widths[int(_USUAL * (len(widths) - 1))]
    with_next = sorted(
        wide
        for line, below in inside
        if (wide := width(f"{line.text} {below.text.split()[0]}")) > _LEAST_FULL * usual
    )
    lower = frozenset(word for line in lines for word in line.text.split() if word.islower())
    return _Measure(_SPARE * usual, with_next[int(_SHORTEST * (len(with_next) - 1))], lower)


def _refilled(lines: Sequence[Line], measure: _Measure) -> tuple[Line, ...]:
    """Put the pieces of every stretch together so that its lines are full."""
    result: list[Line] = []
    start = 0
    while start < len(lines):
        end = start + 1
        while end < len(lines) and _may_join(lines[end - 1], lines[end]):
            end += 1
        result += _best_lines(lines[start:end], lines[end : end + 2], measure)
        start = end
    return tuple(result)


def _best_lines(pieces: Sequence[Line], after: Sequence[Line], measure: _Measure) -> list[Line]:
    """The lines that fit the measure best; `after` are the two lines below the last piece."""
    if len(pieces) == 1:
        return list(pieces)
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(pieces) + 1):
        below = [*pieces[end:], *after][:2]
        best.append(
            min(
                (best[start][0] + _cost(pieces, start, end, below, measure), start)
                for start in range(end)
            )
        )
    lines: list[Line] = []
    end = len(pieces)
    while end:
        start = best[end][1]
        lines.insert(0, _joined(pieces[start:end]))
        end = start
    return lines


def _cost(
    pieces: Sequence[Line], start: int, end: int, after: Sequence[Line], measure: _Measure
) -> float:
    """How little some of the pieces look like one line of the document, with those below them.

    A line under a sentence's end may be the first of a paragraph, and stand in.
    """
    one = pieces[start:end]
    text = " ".join(piece.text for piece in one)
    wide = sum(printed_width(piece.text) for piece in one) + width(" ") * (len(one) - 1)
    cost = 0.0
    if len(one) > 1:
        cost += min(_WORST, max(0.0, _STEEP * (wide / measure.most - 1)))
    below = after[0] if after else None
    if below is None or not below.text or below.starts_page or below.text[0].isdigit():
        return cost
    if _heads_text(one, after, measure):
        return cost + (_HEADING if len(one) == 1 else _UNFILLED)
    if start and ends_sentence(pieces[start - 1].text) and not text[0].islower():
        wide += _INDENT
    left = max(0.0, _STEEP * (1 - (wide + width(f" {below.text.split()[0]}")) / measure.least))
    if below.text[0].islower():
        return cost + min(_UNFILLED, left)
    if ends_sentence(text):
        return cost + min(_SENTENCE_ENDED, left)
    alone = len(one) == 1 and not ends_open(text) and not text[0].islower()
    return cost + min(_HEADING if alone else _UNFILLED, left)


def _heads_text(pieces: Sequence[Line], after: Sequence[Line], measure: _Measure) -> bool:
    """Whether a text starts anew below words that end no sentence, or below one more such line."""
    if ends_sentence(pieces[-1].text):
        return False
    below, *beyond = after
    if measure.starts_sentence(below):
        return True
    unfinished = bool(beyond) and bool(beyond[0].text) and not ends_sentence(below.text)
    return unfinished and measure.has_room(below, beyond[0]) and measure.starts_sentence(beyond[0])
