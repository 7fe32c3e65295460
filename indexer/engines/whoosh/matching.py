"""Finding the rows of single terms, phrases and stretches in the segments of a Whoosh index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from whoosh.reading import SegmentReader

from indexer.engines.whoosh.codec import Postings, read_postings

__all__ = ["Occurrences", "Segment", "find_near", "find_phrase", "find_term"]

_Keys = npt.NDArray[np.int64]
_Number = TypeVar("_Number", bound=np.generic)
_POSITION_BITS = 24


@dataclass(frozen=True)
class Segment:
    """A segment, and the rows of its documents: negative where a document is deleted."""

    reader: SegmentReader
    rows: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Occurrences:
    """The rows in which something occurs, and how often."""

    rows: npt.NDArray[np.int64]
    frequencies: npt.NDArray[np.float32]

    @classmethod
    def joined(cls, parts: Sequence[Occurrences]) -> Occurrences:
        """Join the occurrences of several segments."""
        if len(parts) == 1:
            return parts[0]
        return cls(
            np.concatenate([part.rows for part in parts] or [np.empty(0, np.int64)]),
            np.concatenate([part.frequencies for part in parts] or [np.empty(0, np.float32)]),
        )


def find_term(segments: Sequence[Segment], field: str, text: str) -> Occurrences:
    """Find a term."""
    return Occurrences.joined(
        [_living(segment, read_postings(segment.reader, field, text)) for segment in segments]
    )


def find_phrase(segments: Sequence[Segment], field: str, words: Sequence[str]) -> Occurrences:
    """Find words at consecutive positions."""
    return Occurrences.joined([_phrase(segment, field, words) for segment in segments])


def find_near(
    segments: Sequence[Segment], field: str, pair: tuple[str, str], distance: int
) -> Occurrences:
    """Find two words with at most `distance` words between them, in either order."""
    return Occurrences.joined([_near(segment, field, pair, distance) for segment in segments])


def _living(segment: Segment, postings: Postings) -> Occurrences:
    return _occurrences(segment, postings.numbers, postings.frequencies)


def _occurrences(
    segment: Segment, numbers: npt.NDArray[np.generic], frequencies: npt.NDArray[np.float32]
) -> Occurrences:
    rows = segment.rows[numbers]
    living = rows >= 0
    return Occurrences(rows[living], frequencies[living])


def _phrase(segment: Segment, field: str, words: Sequence[str]) -> Occurrences:
    places = _places(segment, field, words)
    starts = None
    for offset, word in sorted(enumerate(words), key=lambda numbered: len(places[numbered[1]])):
        shifted = places[word] - offset
        starts = shifted if starts is None else _common(starts, shifted)
    return _counted(segment, np.empty(0, np.int64) if starts is None else starts)


def _near(segment: Segment, field: str, pair: tuple[str, str], distance: int) -> Occurrences:
    places = _places(segment, field, pair)
    firsts, seconds = places[pair[0]], places[pair[1]]
    after = np.searchsorted(seconds, firsts)
    reach = distance + 1
    follows = after < len(seconds)
    follows[follows] = seconds[after[follows]] - firsts[follows] <= reach
    precedes = after > 0
    precedes[precedes] = firsts[precedes] - seconds[after[precedes] - 1] <= reach
    return _counted(segment, firsts[follows | precedes])


def _places(segment: Segment, field: str, words: Sequence[str]) -> dict[str, _Keys]:
    """Where words stand in the documents that have them all: sorted keys, document then position.

    Keys of neighbouring documents are far apart, so that a stretch never reaches into the next.
    """
    found = {word: read_postings(segment.reader, field, word) for word in dict.fromkeys(words)}
    by_size = sorted(found.values(), key=lambda postings: len(postings.numbers))
    common = by_size[0].numbers
    for postings in by_size[1:]:
        common = _common(common, postings.numbers)
    return {word: _keys(postings, common) for word, postings in found.items()}


def _keys(postings: Postings, documents: npt.NDArray[np.uint32]) -> _Keys:
    kept = _contains(documents, postings.numbers)
    counts = postings.frequencies.astype(np.int64)
    positions = postings.positions[np.repeat(kept, counts)].astype(np.int64)
    numbers = np.repeat(postings.numbers[kept].astype(np.int64), counts[kept])
    return ((numbers + 1) << _POSITION_BITS) + positions


def _counted(segment: Segment, keys: _Keys) -> Occurrences:
    numbers, counts = np.unique((keys >> _POSITION_BITS) - 1, return_counts=True)
    return _occurrences(segment, numbers, counts.astype(np.float32))


def _common(one: npt.NDArray[_Number], other: npt.NDArray[_Number]) -> npt.NDArray[_Number]:
    """What two sorted arrays without repetition share."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return few[_contains(many, few)]


def _contains(many: npt.NDArray[np.generic], few: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    """For every value of the second whether the first, which is sorted, contains it."""
    if not len(many):
        return np.zeros(len(few), dtype=np.bool_)
    places = np.searchsorted(many, few)
    places[places == len(many)] = 0
    contained: npt.NDArray[np.bool_] = many[places] == few
    return contained
