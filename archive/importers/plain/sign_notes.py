"""Notes with signs for labels: * † ‡ §. Each sign's mark is the nearest one above its body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from archive.importers.plain.labels import read_label
from archive.importers.plain.lines import Line, Taken, take
from archive.importers.plain.mark_candidates import sign_candidates
from archive.importers.plain.shapes import ends_sentence

__all__ = ["SignBody", "SignNotes", "take_sign_notes"]

_FARTHEST = 120


@dataclass(frozen=True, slots=True)
class SignBody:
    """The body of a note with a sign for its label, the label removed from its lines."""

    label: str
    lines: tuple[Line, ...]

    @property
    def place(self) -> int:
        """The place of the first line in the order of reading."""
        return self.lines[0].order


@dataclass(frozen=True, slots=True)
class SignNotes:
    """The bodies found, and the lines with them taken out."""

    bodies: tuple[SignBody, ...]
    lines: tuple[Line, ...]


def take_sign_notes(lines: Sequence[Line]) -> SignNotes:
    """Find lines that start with a sign which stands as a mark in the text above them."""
    taken = list(lines)
    bodies: list[SignBody] = []
    index = 0
    while index < len(lines):
        end = _body_end(lines, index) if _starts_body(lines, index) else index
        if end == index:
            index += 1
            continue
        label = read_label(lines[index].text)
        if label is not None:
            first = replace(lines[index], text=label.rest)
            bodies.append(SignBody(label.value, (first, *lines[index + 1 : end])))
        taken[index:end] = [take(line, Taken.NOTES) for line in lines[index:end]]
        index = end
    return SignNotes(tuple(bodies), tuple(taken))


def _starts_body(lines: Sequence[Line], index: int) -> bool:
    text = lines[index].text
    label = read_label(text)
    if label is None or label.style != "sign" or not label.rest or label.rest[0].islower():
        return False
    closed = text.count("*") > len(label.value) and label.value.startswith("*")
    return not closed and _marked_above(lines, index, label.value)


def _marked_above(lines: Sequence[Line], index: int, sign: str) -> bool:
    return any(
        sign == found
        for line in lines[max(0, index - _FARTHEST) : index]
        for _, _, found in sign_candidates(line.text)
    )


def _body_end(lines: Sequence[Line], start: int) -> int:
    """The index after the last line of a body: a blank line, a page or another label ends it."""
    end = start + 1
    while end < len(lines):
        line = lines[end]
        if not line.text or line.starts_page or line.taken:
            break
        label = read_label(line.text)
        if label is not None and ends_sentence(lines[end - 1].text):
            break
        end += 1
    return end
