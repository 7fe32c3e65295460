"""The bodies of notes: which lines belong to each, and where the running text goes on.

A body ends where the next starts, unless the running text stands between: at the start of a
page, or, where pages do not show, at the place that the words speak for most.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from archive.importers.plain.labels import SUPERSCRIPTS, plain_label, read_label
from archive.importers.plain.lines import Line, Taken, take
from archive.importers.plain.note_starts import (
    NoteStart,
    StrongMarks,
    choose_note_starts,
    notes_regions,
    strong_marks,
)
from archive.importers.plain.shapes import (
    ends_open,
    ends_sentence,
    is_address_line,
    is_capitals,
    starts_low,
)

__all__ = ["Body", "NotesFound", "take_notes"]


@dataclass(frozen=True, slots=True)
class Body:
    """The body of one note.

    Attributes:
        label: what readers see.
        run: the run of labels it belongs to, counted from 1.
        lines: its lines, the label removed; empty ones where blank lines stood.
        links: addresses that stood alone on their lines under the note.
        label_lost: the source gives no label: it was found by its place.
    """

    label: str
    run: int
    lines: tuple[Line, ...]
    links: tuple[str, ...] = ()
    label_lost: bool = False

    @property
    def first_line(self) -> int:
        """The number of the first line."""
        return self.lines[0].number


@dataclass(frozen=True, slots=True)
class NotesFound:
    """The bodies found, and the lines with those of notes taken out."""

    bodies: tuple[Body, ...]
    lines: tuple[Line, ...]


def take_notes(lines: Sequence[Line]) -> NotesFound:
    """Find the bodies of all notes and take their lines out of the running text."""
    marks = strong_marks(lines)
    regions = notes_regions(lines)
    starts = choose_note_starts(lines, marks, regions)
    taken = list(lines)
    bodies: list[Body] = []
    for start, after in zip(starts, [*starts[1:], None], strict=False):
        end = _end(lines, start, after, marks, open_text=_text_before(lines, start, starts))
        bodies.append(_body(lines[start.index : end], start))
        for index in range(start.index, end):
            taken[index] = take(taken[index], Taken.NOTES)
    return NotesFound(tuple(bodies), tuple(taken))


def _text_before(lines: Sequence[Line], start: NoteStart, starts: Sequence[NoteStart]) -> str:
    """The last running text above the block of notes that `start` stands in."""
    known = {other.index for other in starts}
    index = start.index - 1
    while index >= 0 and (
        lines[index].blank or index in known or is_address_line(lines[index].text)
    ):
        index -= 1
    return lines[index].text if index >= 0 else ""


def _end(
    lines: Sequence[Line],
    start: NoteStart,
    after: NoteStart | None,
    marks: StrongMarks,
    *,
    open_text: str,
) -> int:
    """The index after the last line of a body."""
    last = len(lines) if after is None else after.index
    places = [
        index
        for index in range(start.index + 1, last)
        if lines[index].text and (lines[index].starts_page or lines[index - 1].blank)
    ]
    if after is not None:
        between = [i for i in marks.get(after.label.value, ()) if start.index < i < last]
        pages = any(lines[index].starts_page for index in places)
        if not between and not pages:
            return last
        if between:
            places = [index for index in places if index <= between[-1]]
    scored = [(_resumes(lines, start, index, open_text), -index) for index in places]
    if not scored:
        return last
    score, place = max(scored)
    return -place if score > 0 or after is not None else last


def _resumes(lines: Sequence[Line], start: NoteStart, index: int, open_text: str) -> float:
    """How much speaks for the running text going on at this line."""
    line = lines[index]
    above = index - 1
    while lines[above].blank:
        above -= 1
    body_end = lines[above].text
    score = 4.0 if line.starts_page else 0.0
    if is_address_line(line.text):
        return -6.0
    if is_address_line(body_end) and above > start.index:
        score += 2.0
    if open_text and not ends_sentence(open_text) and starts_low(line.text):
        score += 3.0
    if ends_sentence(body_end):
        score += 1.0
    elif ends_open(body_end) or starts_low(line.text):
        score -= 3.0
    score += min(2, index - above - 2) * 0.5 + (1.0 if is_capitals(line.text) else 0.0)
    return score


def _body(lines: Sequence[Line], start: NoteStart) -> Body:
    first = replace(lines[0], text=start.label.rest)
    kept = [first, *lines[1:]]
    while kept and kept[-1].blank:
        kept.pop()
    first_address = len(kept)
    while first_address > 1 and (
        kept[first_address - 1].blank or is_address_line(kept[first_address - 1].text)
    ):
        first_address -= 1
    addresses = [line.text for line in kept[first_address:] if line.text]
    words = kept[:first_address]
    if addresses and not _complete(words):
        words.append(next(line for line in kept[first_address:] if line.text))
        del addresses[0]
    links = tuple(dict.fromkeys(text for text in addresses if text != words[-1].text))
    return Body(start.label.value, start.run, tuple(words), links)


def _complete(lines: Sequence[Line]) -> bool:
    """Whether the words do not lead to an address that follows them."""
    last = lines[-1].text
    return ends_sentence(last) or last.endswith((")", "]"))
