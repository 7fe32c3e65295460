"""The bodies of notes: which of their lines start one, figures and signs for labels."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.importers.pdf.lines import PrintedLine, plain_line
from archive.importers.pdf.lost_labels import lost_starts
from archive.importers.pdf.note_places import feet, note_sections
from archive.importers.pdf.runs import Sheet
from archive.importers.pdf.typography import Typography
from archive.importers.plain.labels import Label, read_label
from archive.importers.plain.lines import Line
from archive.importers.plain.note_bodies import Body, NotesFound, lost_label_doubts
from archive.importers.plain.note_starts import StrongMarks, choose_note_starts, strong_marks
from archive.importers.plain.sign_notes import SignBody, take_sign_notes

__all__ = ["PrintedNotes", "find_notes"]

_SAME_INSET = 2.5
_ALIGNMENT = 1.3


@dataclass(frozen=True, slots=True)
class PrintedNotes:
    """The bodies as the plain chain has them, and the numbers of all lines that are theirs."""

    found: NotesFound
    signs: tuple[SignBody, ...]
    taken: frozenset[int]


def find_notes(
    sheets: Sequence[Sheet], lines: Sequence[PrintedLine], typography: Typography
) -> PrintedNotes:
    """Find the bodies of all notes among the lines of the columns."""
    sections = note_sections(lines, typography)
    headings = frozenset(section[0].number for section in sections)
    listed = [line for section in sections for line in section[1:]]
    known = headings | {line.number for line in listed}
    at_feet = feet(sheets, [line for line in lines if line.number not in known], typography)
    signs, signed = _signs(lines, frozenset(line.number for line in at_feet))
    small = sorted([*listed, *at_feet], key=lambda line: line.number)
    small = [line for line in small if line.number not in signed]
    gone = frozenset(line.number for line in small) | signed | headings
    marks = _marks([line for line in lines if line.number not in gone], small)
    bodies = _bodies(small, headings, marks, typography)
    first = bodies[0].first_line if bodies else len(lines) + max(known, default=0)
    # Raised marks are sure. So a body may stand on the page before its mark, as layout programs
    # now and then let it: no run is held to its pages.
    anywhere = frozenset(body.run for body in bodies)
    taken = {line.number for line in small if bodies and line.number >= first}
    return PrintedNotes(
        NotesFound(tuple(bodies), (), anywhere, (), lost_label_doubts(bodies)),
        signs,
        frozenset(taken | signed | (headings if bodies else frozenset())),
    )


def _marks(text: Sequence[PrintedLine], notes: Sequence[PrintedLine]) -> StrongMarks:
    """The marks in the text: for every number, after which lines of notes it stands."""
    numbers = [line.number for line in notes]
    found = strong_marks([plain_line(line) for line in text])
    return {
        value: [bisect_left(numbers, text[place].number) - 1 for place in places]
        for value, places in found.items()
    }


def _bodies(
    lines: Sequence[PrintedLine],
    headings: frozenset[int],
    marks: StrongMarks,
    typography: Typography,
) -> list[Body]:
    """The bodies with figures for labels that the lines of notes hold."""
    eligible = _eligible(lines, typography)
    plain = [plain_line(line) for line in lines]
    elsewhere = frozenset(i for i, line in enumerate(lines) if line.number not in eligible)
    regions = [
        sum(line.number < heading for line in lines) - 1 for heading in sorted(headings)
    ] or [-1]
    starts = choose_note_starts(plain, marks, regions, elsewhere)
    lost = lost_starts(lines, starts, typography)
    blocks = _blocks(lines, headings)
    runs = {start.index: start for start in starts}
    firsts = sorted([*runs, *lost])
    bodies: list[Body] = []
    run = 0
    for first, end in zip(firsts, [*firsts[1:], len(plain)], strict=bool(firsts)):
        words = plain[first]
        if first in runs:
            run, words = runs[first].run, replace(words, text=runs[first].label.rest)
        label = lost.get(first) or runs[first].label.value
        held = (words, *plain[first + 1 : end])
        bodies.append(Body(label, run, blocks[first], held, label_lost=first in lost))
    return bodies


def _signs(
    lines: Sequence[PrintedLine], at_feet: frozenset[int]
) -> tuple[tuple[SignBody, ...], frozenset[int]]:
    """The bodies with signs for labels at the feet of columns, and the numbers of their lines."""
    plain: list[Line] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and before.band != line.band:
            plain.append(Line(0, ""))
        plain.append(plain_line(line))
    found = take_sign_notes(plain)
    bodies = tuple(body for body in found.bodies if body.place in at_feet)
    return bodies, frozenset(line.number for body in bodies for line in body.lines)


def _blocks(lines: Sequence[PrintedLine], headings: frozenset[int]) -> list[int]:
    """For every line of notes the number of its block: a foot, or a list under a heading."""
    blocks: list[int] = []
    for before, line in pairwise([None, *lines]):
        if before is None or line is None:
            blocks.append(0)
            continue
        listed = not any(before.number < number < line.number for number in headings)
        same = listed and (before.band == line.band or line.number == before.number + 1)
        blocks.append(blocks[-1] if same else blocks[-1] + 1)
    return blocks


def _eligible(lines: Sequence[PrintedLine], typography: Typography) -> frozenset[int]:
    """The numbers of the lines that start where labels start, aligned at either end."""
    labelled = _of_best_style([(line, label) for line in lines if (label := read_label(line.text))])
    if not labelled:
        return frozenset()
    usual = _usual_inset((line for line, _ in labelled), typography)
    known = {line.number for line, _ in labelled}
    others = _usual_inset((line for line in lines if line.number not in known), typography)
    hanging = others if abs(others - usual) > _SAME_INSET else None
    return frozenset(
        line.number
        for line, _ in labelled
        if abs(typography.inset(line) - usual) <= _ALIGNMENT * line.size
        and (hanging is None or abs(typography.inset(line) - hanging) > _SAME_INSET)
    )


def _usual_inset(lines: Iterable[PrintedLine], typography: Typography) -> float:
    insets = Counter(round(typography.inset(line)) for line in lines)
    return insets.most_common(1)[0][0] if insets else 0.0


def _of_best_style(labelled: list[tuple[PrintedLine, Label]]) -> list[tuple[PrintedLine, Label]]:
    raised = [pair for pair in labelled if pair[1].style == "raised"]
    return raised if len(raised) * 4 > len(labelled) else labelled
