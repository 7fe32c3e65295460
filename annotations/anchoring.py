"""Finding an annotation's target in today's text, without ever guessing.

The quoted words are accepted at their recorded position, or at the one place in their passage
whose surroundings agree best; two places that agree equally well are *ambiguous*.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotations.models import Quote, Target
from archive.models import Document

__all__ = ["Anchor", "AnchorState", "resolve"]


class AnchorState(StrEnum):
    """How sure the place of a target is."""

    EXACT = "exact"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a target is today.

    Attributes:
        state: how sure the place is.
        passage: the id of the block or note; None for an orphan.
        start: first code point in the text of the passage.
        end: one past the last; equal to `start` unless words are marked.
    """

    state: AnchorState
    passage: str | None = None
    start: int = 0
    end: int = 0


_ORPHANED = Anchor(AnchorState.ORPHANED)


def resolve(target: Target, document: Document) -> Anchor:
    """Return where the target is in the document as it is now."""
    passage = document.by_id.get(target.passage)
    if passage is None:
        return _ORPHANED
    text = passage.text or ""
    if target.quote is None:
        return Anchor(AnchorState.EXACT, passage.id, 0, len(text))
    places = _occurrences(text, target.quote.exact)
    if not places:
        return _ORPHANED
    length = len(target.quote.exact)
    if target.position is not None and target.position.start in places:
        start = target.position.start
        if _agreement(text, start, target.quote) == _context_length(target.quote):
            return Anchor(AnchorState.EXACT, passage.id, start, start + length)
    ranked = sorted((_agreement(text, place, target.quote), place) for place in places)
    best, start = ranked[-1]
    if len(ranked) > 1 and ranked[-2][0] == best:
        return Anchor(AnchorState.AMBIGUOUS, passage.id, start, start)
    return Anchor(AnchorState.MOVED, passage.id, start, start + length)


def _occurrences(text: str, words: str) -> list[int]:
    places = []
    place = text.find(words)
    while place >= 0 and words:
        places.append(place)
        place = text.find(words, place + 1)
    return places


def _context_length(quote: Quote) -> int:
    return len(quote.prefix) + len(quote.suffix)


def _agreement(text: str, start: int, quote: Quote) -> int:
    """Count the characters around a place that are those recorded around the quote."""
    end = start + len(quote.exact)
    before = text[max(0, start - len(quote.prefix)) : start]
    after = text[end : end + len(quote.suffix)]
    return _common(before[::-1], quote.prefix[::-1]) + _common(after, quote.suffix)


def _common(one: str, other: str) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return count
