"""Finding an annotation's target in today's text, and never silently in the wrong place.

Where a place fits well and no other is a rival, it is taken. What fits less well waits for an
editor (*doubtful*), and so does the choice between rivals (*ambiguous*).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from annotations.matching import Match, Matcher
from annotations.models import Target
from annotations.selectors import DocumentText, Stretch, select
from archive.models import Document

__all__ = ["Anchor", "AnchorState", "Anchors", "reattached", "resolve"]

_CERTAIN = 0.90
_POSSIBLE = 0.80
_RIVAL_GAP = 0.20
_LIKELIEST_LOOK_ALIKE = 0.70
_EDITED_IN_PLACE = 0.60
_TRUSTED_EVIDENCE = 24
_MARGIN = 64
_MOST_GAPS = 8


class AnchorState(StrEnum):
    """How sure the place of a target is."""

    EXACT = "exact"
    MOVED = "moved"
    DOUBTFUL = "doubtful"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a target is today.

    Attributes:
        state: how sure the place is; of a doubtful or ambiguous one the place is a guess that
            an editor confirms or mends.
        passage: the id of the block or note; None for an orphan.
        start: first code point in the text of the passage.
        end: one past the last.
        score: how well words, surroundings and position fit, 0 to 1.
        beyond: where the words go on in the passages after, when a border now divides them.
        rivals: the other places that fit about as well, for an editor to choose from.
    """

    state: AnchorState
    passage: str | None = None
    start: int = 0
    end: int = 0
    score: float = 0.0
    beyond: tuple[Stretch, ...] = ()
    rivals: tuple[Stretch, ...] = ()


_ORPHANED = Anchor(AnchorState.ORPHANED)


def resolve(target: Target, document: Document) -> Anchor:
    """Return where a target is in the document as it is now."""
    return Anchors(document).resolve(target)


def reattached(target: Target, document: Document) -> Target:
    """Return a target as it would be selected today, or as it is if its place is not certain."""
    anchor = resolve(target, document)
    certain = anchor.state in (AnchorState.EXACT, AnchorState.MOVED)
    if not certain or anchor.passage is None or target.quote is None:
        return target
    return select(document, anchor.passage, anchor.start, anchor.end)


class Anchors:
    """Resolves the targets of one document; for many targets better than `resolve`."""

    def __init__(self, document: Document) -> None:
        self._text = DocumentText.of(document)

    def resolve(self, target: Target) -> Anchor:
        """Return where a target is in the document as it is now."""
        span = self._text.span(target.passage)
        if target.quote is None:
            if span is None:
                return _ORPHANED
            return Anchor(AnchorState.EXACT, target.passage, 0, span[1] - span[0], 1.0)
        expected = None
        if span is not None and target.position is not None:
            expected = span[0] + target.position.start
        matcher = Matcher(self._text.searched, target.quote, expected)
        recorded = matcher.as_recorded()
        if recorded is not None and recorded.score >= _CERTAIN:
            return self._anchor(AnchorState.EXACT, recorded)
        matches = self._matches(matcher, span)
        named = bool(target.passage)
        return self._decide(matches, _Recorded(named, span, expected, matcher.evidence))

    def words(self, anchor: Anchor) -> str:
        """Return the text at a place that was found, empty for an orphan."""
        span = self._text.span(anchor.passage or "")
        if span is None:
            return ""
        length = anchor.end - anchor.start + sum(1 + part.end for part in anchor.beyond)
        start = span[0] + anchor.start
        return self._text.text[start : start + length]

    def _matches(self, matcher: Matcher, span: tuple[int, int] | None) -> list[Match]:
        """Return the places that may count, the best first, no two overlapping.

        In the recorded passage a place counts that is less alike: the words may have been edited.
        """
        found = sorted(
            set(self._candidates(matcher, span)), key=lambda match: (-match.score, match.start)
        )
        matches: list[Match] = []
        for match in found:
            lowest = max(_LIKELIEST_LOOK_ALIKE, found[0].score - _RIVAL_GAP)
            alike = match.score >= (_EDITED_IN_PLACE if _within(match, span) else lowest)
            if alike and all(
                match.end <= other.start or other.end <= match.start for other in matches
            ):
                matches.append(match)
        return matches

    def _candidates(self, matcher: Matcher, span: tuple[int, int] | None) -> Iterator[Match]:
        """Find the places to compare: copies of the words, and what is most like them elsewhere."""
        length = len(self._text.text)
        copies = sorted({*matcher.copies(0, length), *(matcher.copies(*span) if span else ())})
        yield from copies
        if span is not None:
            first, last = max(0, span[0] - _MARGIN), min(length, span[1] + _MARGIN)
            yield from _closest(matcher, first, last, copies)
        everywhere = list(_closest_between(matcher, 0, length, copies))
        yield from (match for match, _ in everywhere)
        if not everywhere or not _within(max(everywhere)[0], span):
            yield from _beside(matcher, everywhere)

    def _decide(self, matches: list[Match], recorded: _Recorded) -> Anchor:
        if not matches or matches[0].score < _POSSIBLE:
            return _ORPHANED
        chosen = recorded.choose(matches)
        others = [match for match in matches if match is not chosen]
        if others and not recorded.settles(chosen, others):
            return self._anchor(AnchorState.AMBIGUOUS, chosen, others)
        return self._anchor(recorded.state(chosen), chosen)

    def _anchor(self, state: AnchorState, match: Match, rivals: Iterable[Match] = ()) -> Anchor:
        parts = self._text.stretches(match.start, match.end)
        if not parts:
            return _ORPHANED
        first, *beyond = parts
        places = tuple(
            part for rival in rivals for part in self._text.stretches(rival.start, rival.end)[:1]
        )
        anchor = Anchor(state, first.passage, first.start, first.end, match.score)
        return replace(anchor, beyond=tuple(beyond), rivals=places)


@dataclass(frozen=True, slots=True)
class _Recorded:
    """What is recorded of a place besides the words.

    Attributes:
        named: whether a passage is recorded at all.
        span: of the passage, if the document still has it.
        expected: where the words should begin, if that is known.
        evidence: how many characters speak for a place elsewhere, as `Matcher` counts them.
    """

    named: bool
    span: tuple[int, int] | None
    expected: int | None
    evidence: int

    def choose(self, matches: list[Match]) -> Match:
        """Return the likely one in the recorded passage, nearest the position, else the best."""
        near = [match for match in matches if _within(match, self.span)]
        likely = [match for match in near if match.score >= _POSSIBLE]
        return min(likely, key=self._distance, default=matches[0])

    def settles(self, chosen: Match, others: list[Match]) -> bool:
        """Whether passage and position speak for the match chosen and against all others.

        They do when it is in the recorded passage, alone among the likely ones, when no other fits
        better, and when no likely one is nearer the recorded position.
        """
        return _within(chosen, self.span) and not any(
            other.score > chosen.score
            or (other.score >= _POSSIBLE and self._is_nearer(other, chosen))
            for other in others
        )

    def state(self, match: Match) -> AnchorState:
        """Return how sure a match without rivals is."""
        if match.score < _CERTAIN:
            return AnchorState.DOUBTFUL
        if self.evidence < _TRUSTED_EVIDENCE and not _within(match, self.span):
            return AnchorState.DOUBTFUL
        if match.identical and self._agrees(match):
            return AnchorState.EXACT
        return AnchorState.MOVED

    def _agrees(self, match: Match) -> bool:
        """Whether nothing recorded speaks against the place of a match."""
        if self.expected is not None:
            return match.start == self.expected
        return not self.named or _within(match, self.span)

    def _is_nearer(self, other: Match, chosen: Match) -> bool:
        return _within(other, self.span) or self._distance(other) < self._distance(chosen)

    def _distance(self, match: Match) -> int:
        return 0 if self.expected is None else abs(match.start - self.expected)


def _within(match: Match, span: tuple[int, int] | None) -> bool:
    return span is not None and span[0] <= match.start < span[1]


def _closest(matcher: Matcher, start: int, end: int, copies: list[Match]) -> Iterator[Match]:
    """Find what is most like the words in a part of the text, and what is next to that."""
    found = list(_closest_between(matcher, start, end, copies))
    yield from (match for match, _ in found)
    yield from _beside(matcher, found)


def _closest_between(
    matcher: Matcher, start: int, end: int, copies: list[Match]
) -> Iterator[tuple[Match, tuple[int, int]]]:
    """Find the closest match between each two copies of the words, with where it was sought.

    A copy that stands elsewhere would else hide the place where the words were edited.
    """
    inside = [copy for copy in copies if start <= copy.start and copy.end <= end][:_MOST_GAPS]
    edges = [start]
    for copy in sorted(inside, key=lambda copy: copy.start):
        edges += [copy.start, copy.end]
    edges.append(end)
    for part in zip(edges[::2], edges[1::2], strict=True):
        match = matcher.closest(*part)
        if match is not None:
            yield match, part


def _beside(matcher: Matcher, found: list[tuple[Match, tuple[int, int]]]) -> Iterator[Match]:
    """Find the closest matches before and after the best, where that was sought."""
    if not found:
        return
    best, (start, end) = max(found)
    for part in ((start, best.start), (best.end, end)):
        match = matcher.closest(*part)
        if match is not None:
            yield match
