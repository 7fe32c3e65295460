"""Places in a text where a quote may stand, each with how well it fits.

Nothing is decided here: `annotations.anchoring` does that.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from annotations.models import Quote
from annotations.selectors import CONTEXT, folded

__all__ = ["Match", "Matcher"]

_QUOTE_WEIGHT, _CONTEXT_WEIGHT, _OUTER_WEIGHT, _POSITION_WEIGHT = 50, 20, 6, 2
_LONGEST_NEEDLE = 160
_SHORTEST_NEEDLE = 16
_MOST_COPIES = 50
_LOWEST_RATIO = 65
_SLACK = 16


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """A place, `start` to `end`, where a quote may stand.

    Attributes:
        score: how well words, surroundings and position fit; 1 is as recorded.
        start: first code point in the text searched.
        end: one past the last.
        identical: whether the words are the very same.
    """

    score: float
    start: int
    end: int
    identical: bool


@dataclass(frozen=True, slots=True)
class _Side:
    """Text that stood before or after the words.

    Attributes:
        text: folded, not empty.
        start: where it begins: before the start of the words (negative), or after their end.
        weight: of 32 characters of it. What stood in another block counts less: blocks move.
    """

    text: str
    start: int
    weight: int


class Matcher:
    """Looks for one quote in one text.

    Args:
        text: folded, as `DocumentText.searched` is.
        quote: the words and what stood around them.
        expected: where in the text the words should begin, if that is known.
    """

    def __init__(self, text: str, quote: Quote, expected: int | None) -> None:
        self._text = text
        self._exact = folded(quote.exact)
        self._prefix = folded(quote.prefix)[-CONTEXT:]
        self._suffix = folded(quote.suffix)[:CONTEXT]
        self._expected = expected
        self._sides = tuple(_sides(quote))

    @property
    def evidence(self) -> int:
        """How many characters around the words are known; long words speak for themselves."""
        around = sum(len(side.text) for side in self._sides if side.weight == _CONTEXT_WEIGHT)
        return around + len(self._exact) // 4

    def as_recorded(self) -> Match | None:
        """Return the match at the expected place, if the very words are there."""
        if self._expected is None or not self._text.startswith(self._exact, self._expected):
            return None
        return self._match(self._expected, self._expected + len(self._exact))

    def copies(self, start: int, end: int) -> Iterator[Match]:
        """Find the very words within a part of the text.

        Short words are looked for together with what stood before or after them.
        """
        more = max(0, _SHORTEST_NEEDLE - len(self._exact))
        before = self._prefix[-more:] if more else ""
        needles = {(before + self._exact, len(before)), (self._exact + self._suffix[:more], 0)}
        for needle, offset in sorted(needles):
            place = self._text.find(needle, start, end)
            for _ in range(_MOST_COPIES):
                if place < 0:
                    break
                yield self._match(place + offset, place + offset + len(self._exact))
                place = self._text.find(needle, place + 1, end)

    def closest(self, start: int, end: int) -> Match | None:
        """Return the place within a part of the text that is most like the quote, if any is."""
        needle = self._prefix + self._exact[:_LONGEST_NEEDLE]
        if len(self._exact) <= _LONGEST_NEEDLE:
            needle += self._suffix
        if end - start < len(needle) // 2:
            return None
        found = partial_ratio_alignment(needle, self._text[start:end], score_cutoff=_LOWEST_RATIO)
        if found is None:
            return None
        first = self._refined_start(start + found.dest_start - found.src_start + len(self._prefix))
        last = self._refined_end(first)
        return self._match(first, last) if first < last else None

    def _match(self, start: int, end: int) -> Match:
        words = self._text[start:end]
        identical = words == self._exact
        parts = [(float(_QUOTE_WEIGHT), 1.0 if identical else _similarity(self._exact, words))]
        for side in self._sides:
            base = end if side.start >= 0 else start
            there = self._text[
                max(0, base + side.start) : max(0, base + side.start) + len(side.text)
            ]
            parts.append((side.weight * len(side.text) / CONTEXT, _similarity(side.text, there)))
        if self._expected is not None:
            distance = abs(start - self._expected) / max(1, len(self._text))
            parts.append((_POSITION_WEIGHT, 1 - min(1.0, distance)))
        total = sum(weight for weight, _ in parts)
        score = sum(weight * similarity for weight, similarity in parts) / total
        return Match(score, start, end, identical)

    def _refined_start(self, near: int) -> int:
        return self._border(near, self._prefix, self._exact[:CONTEXT])

    def _refined_end(self, start: int) -> int:
        """Where the words end that begin at `start`."""
        length = len(self._exact)
        if length <= 2 * CONTEXT:
            return self._border(start + length, self._exact[-CONTEXT:], self._suffix)
        needle = self._exact[-2 * CONTEXT :] + self._suffix
        window = max(0, start + length * 3 // 4 - 2 * CONTEXT)
        found = partial_ratio_alignment(
            needle, self._text[window : start + length * 5 // 4 + 2 * CONTEXT]
        )
        near = start + length
        if found is not None:
            near = window + found.dest_start - found.src_start + 2 * CONTEXT
        return self._border(near, self._exact[-CONTEXT:], self._suffix)

    def _border(self, near: int, before: str, after: str) -> int:
        """The place around `near` where what stands before and after is most like it was."""
        text = self._text
        places = range(max(0, near - _SLACK), min(len(text), near + _SLACK) + 1)

        def cost(place: int) -> tuple[int, int]:
            distance = Levenshtein.distance(before, text[max(0, place - len(before)) : place])
            distance += Levenshtein.distance(after, text[place : place + len(after)])
            return distance, abs(place - near)

        return min(places, key=cost, default=len(text))


def _sides(quote: Quote) -> Iterator[_Side]:
    prefix, suffix = quote.prefix[-CONTEXT:], quote.suffix[:CONTEXT]
    outer, border, inner = prefix.rpartition("\n")
    yield from _side(inner, -len(inner), _CONTEXT_WEIGHT)
    yield from _side(outer + border, -len(prefix), _OUTER_WEIGHT)
    inner, border, outer = suffix.partition("\n")
    yield from _side(inner, 0, _CONTEXT_WEIGHT)
    yield from _side(border + outer, len(inner), _OUTER_WEIGHT)


def _side(text: str, start: int, weight: int) -> Iterator[_Side]:
    if text:
        yield _Side(folded(text), start, weight)


def _similarity(one: str, other: str) -> float:
    return Levenshtein.normalized_similarity(one, other)
