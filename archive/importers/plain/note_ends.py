"""Where a block of notes ends and the running text goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.importers.plain.fullness import with_next_word
from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import (
    ends_open,
    ends_sentence,
    is_address_line,
    is_capitals,
    starts_low,
    without_marks,
)

__all__ = ["Extent", "block_end", "list_end"]

_PAGE = 4.0
_GOES_ON = 3.0
_TIGHT = -1.0
_NARROWER = 1.5
_SHORT = 0.8
_FINAL = 1.0
_FINAL_OF_LIST = 3.0
_LONGEST_HEADING = 110
_MOST_LINES = 4
_NARROW = 0.75
_LOOKED_BACK = 25
_LOOKED_ON = 6
_NEAR_FULL = 0.96


@dataclass(frozen=True, slots=True)
class Extent:
    """The lines among which a block of notes ends.

    Attributes:
        first: the index of the block's first line.
        last: the index at which its last note starts.
        limit: the index before which it ends.
        mark: the index of a line of the running text that holds the next note's mark, or None.
        final: no block of notes follows.
        full: the width of a full line of notes, in ems; 0 where it is not known.
    """

    first: int
    last: int
    limit: int
    mark: int | None
    final: bool
    full: float = 0


def block_end(lines: Sequence[Line], extent: Extent) -> int:
    """Return the index after the last line of notes at the foot of a page or column."""
    told = _told_end(lines, extent)
    if told is not None:
        return told
    open_text = _text_above(lines, extent.first)
    narrow = _narrowness(lines, extent)
    scored: list[tuple[float, int]] = []
    for index in range(extent.last + 1, extent.limit):
        if extent.mark is not None and index > extent.mark:
            break
        line = lines[index]
        if not line.text:
            continue
        apart = line.starts_page or not lines[index - 1].text
        if apart:
            scored.append((_resumes(lines, extent.last, index, open_text), -index))
        elif extent.mark is not None and ends_sentence(lines[index - 1].text):
            score = _resumes(lines, extent.last, index, open_text) + _TIGHT
            scored.append((score + narrow.speaks(lines, index), -index))
        if line.starts_page:
            break
    return _chosen(scored, extent, _FINAL)


def _told_end(lines: Sequence[Line], extent: Extent, *, over_pages: bool = False) -> int | None:
    """Where the ends of the lines tell that the last note ends, or the page; None if they do not.

    The end of a line that holds nothing but a label tells nothing.
    """
    start = extent.last + lines[extent.last].text.isdigit()
    if all(line.goes_on is None for line in lines[start : min(start + _LOOKED_ON, extent.limit)]):
        return None
    for index in range(start, extent.limit):
        if not over_pages and index > start and _breaks_off(lines[index]):
            return index
        if lines[index].goes_on is False:
            return index + 1
        if not over_pages and index > start and _has_room(lines, index, extent.full):
            return index
    return None


def _breaks_off(line: Line) -> bool:
    """Whether a page starts with a line, or nothing stands on it."""
    return line.starts_page or not line.text


def _has_room(lines: Sequence[Line], index: int, full: float) -> bool:
    """Whether a line goes on though the next word had room on it, if it were a note's."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    if after is None or not after.text or after.starts_page:
        return False
    return with_next_word(lines[index], after) < _NEAR_FULL * full


def list_end(lines: Sequence[Line], extent: Extent) -> int:
    """Return the index after the last line of a list of notes: a heading ends it, not a page."""
    told = None if extent.final else _told_end(lines, extent, over_pages=True)
    if told is not None:
        return told
    scored: list[tuple[float, int]] = []
    for index in range(extent.last + 1, extent.limit):
        if not lines[index].text or (extent.mark is not None and index > extent.mark):
            continue
        if not lines[index - 1].text or _glued_heading(lines, index):
            scored.append((_resumes_list(lines, extent.last, index), -index))
    return _chosen(scored, extent, _FINAL_OF_LIST)


def _chosen(scored: Sequence[tuple[float, int]], extent: Extent, needed: float) -> int:
    score, place = max(scored, default=(needed - 1, -extent.limit))
    return extent.limit if extent.final and score < needed else -place


def _text_above(lines: Sequence[Line], index: int) -> str:
    return next((line.text for line in reversed(lines[:index]) if line.text), "")


@dataclass(frozen=True, slots=True)
class _Narrowness:
    """How long full lines of the running text and of the notes are: notes are set smaller."""

    text: int
    notes: int

    def speaks(self, lines: Sequence[Line], index: int) -> float:
        """How much the lengths of the lines around speak for the notes ending here."""
        score = 1.0 if len(lines[index - 1].text) < _SHORT * self.notes else -1.0
        below = [len(line.text) for line in lines[index : index + 4] if line.text]
        if self.notes > 1.06 * self.text and below and max(below) <= 1.03 * self.text:
            score += _NARROWER
        return score


def _narrowness(lines: Sequence[Line], extent: Extent) -> _Narrowness:
    above = [len(line.text) for line in lines[max(0, extent.first - _LOOKED_BACK) : extent.first]]
    notes = [len(line.text) for line in lines[extent.first : extent.last + 1]]
    return _Narrowness(max(above, default=0), max(notes, default=0))


def _resumes(lines: Sequence[Line], start: int, index: int, open_text: str) -> float:
    """How much speaks for the running text going on at a line, and not the note."""
    line = lines[index]
    above = index - 1
    while not lines[above].text:
        above -= 1
    body_end = lines[above].text
    if is_address_line(line.text) or lines[above].goes_on:
        return -6.0
    score = _PAGE if line.starts_page else 0.0
    if is_address_line(body_end) and above > start:
        score += 2.0
    unfinished = bool(open_text) and not ends_sentence(without_marks(open_text))
    if unfinished and (starts_low(line.text) or (ends_open(open_text) and ends_sentence(body_end))):
        score += _GOES_ON
    if ends_sentence(body_end):
        score += 1.0
    elif ends_open(body_end) or starts_low(line.text):
        score -= 3.0
    score += min(2, index - above - 2) * 0.5 + (1.0 if is_capitals(line.text) else 0.0)
    return score


def _resumes_list(lines: Sequence[Line], start: int, index: int) -> float:
    """How much speaks for a list of notes being over at a line."""
    above = index - 1
    while above > start and not lines[above].text:
        above -= 1
    end = lines[above].text
    score = 1.0 if ends_sentence(end) or is_address_line(end) else -1.5
    return score + (2.5 if _heading_at(lines, index) else -1.0)


def _glued_heading(lines: Sequence[Line], index: int) -> bool:
    """Whether a heading may stand right under a list of notes, no blank line between."""
    return ends_sentence(lines[index - 1].text) and _heading_at(lines, index)


def _heading_at(lines: Sequence[Line], index: int) -> bool:
    """Whether a heading starts at a line; one of several lines is narrower than the notes."""
    after = next((line.text for line in lines[index + 1 : index + 4] if line.text), "")
    if _heads_text(lines[index].text, after):
        return True
    widest = _NARROW * max(len(line.text) for line in lines[max(0, index - _LOOKED_BACK) : index])
    texts = [line.text for line in lines[index : index + _MOST_LINES + 1]]
    for length in range(2, len(texts)):
        if not all(0 < len(text) <= widest for text in texts[:length]):
            return False
        if _heads_text(" ".join(texts[:length]), texts[length]) and len(texts[length]) > widest:
            return True
    return False


def _heads_text(text: str, after: str) -> bool:
    """Whether a line has the shape of a heading: short, no sentence, a capital after it."""
    if len(text) > _LONGEST_HEADING or ends_sentence(text) or ends_open(text) or starts_low(text):
        return False
    if text.endswith((",", ";", ":")) or is_address_line(text):
        return False
    return not starts_low(after) and sum(sign.isalpha() for sign in text) > 3
