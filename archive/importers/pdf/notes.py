"""The bodies of notes: at the feet of pages and columns, or under a heading of their own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.runs import Frame, Page
from archive.importers.pdf.typography import Typography, body_size
from archive.importers.plain.labels import Label, read_label
from archive.importers.plain.lines import Line
from archive.importers.plain.note_bodies import Body, NotesFound
from archive.importers.plain.note_starts import choose_note_starts

__all__ = ["PrintedNotes", "find_notes"]

_NOTES_HEADING = re.compile(
    r"(?:(?:\d+\.?|[IVX]+\.?)\s+)?(?:end\s?notes?|foot\s?notes?|notes?|notes and references|"
    r"references and notes)(?: (?:to|for) (?:chapter|part|section)\b.{0,60})?\s*:?",
    re.IGNORECASE,
)
_SMALL = 0.95
_THIN = 2.5
_SHORTEST_RULE = 15.0
_SAME_INSET = 2.5
_ALIGNMENT = 1.3
_SAME_SIZE = 0.3


@dataclass(frozen=True, slots=True)
class PrintedNotes:
    """The bodies as the plain chain has them, and the numbers of all lines that are theirs."""

    found: NotesFound
    taken: frozenset[int]


def find_notes(
    pages: Sequence[Page], lines: Sequence[PrintedLine], typography: Typography
) -> PrintedNotes:
    """Find the bodies of all notes among the lines of the columns."""
    sections = _sections(lines, typography)
    headings = frozenset(section[0].number for section in sections)
    listed = [line for section in sections for line in section[1:]]
    known = headings | {line.number for line in listed}
    feet = _feet(pages, [line for line in lines if line.number not in known], typography)
    small = sorted([*listed, *feet], key=lambda line: line.number)
    eligible = _eligible(small, typography)
    plain = [Line(line.number, line.text) for line in small]
    regions = [
        next(i for i, line in enumerate(small) if line.number > section[0].number) - 1
        for section in sections
    ]
    elsewhere = frozenset(i for i, line in enumerate(small) if line.number not in eligible)
    starts = choose_note_starts(plain, {}, regions or [-1], elsewhere)
    blocks = _blocks(small, headings)
    if not starts:
        return PrintedNotes(NotesFound((), (), frozenset(), (), ()), frozenset())
    ends = [*(start.index for start in starts[1:]), len(plain)]
    bodies = [
        Body(
            start.label.value,
            start.run,
            blocks[start.index],
            (replace(plain[start.index], text=start.label.rest), *plain[start.index + 1 : end]),
        )
        for start, end in zip(starts, ends, strict=True)
    ]
    taken = {line.number for line in small[starts[0].index :]}
    # Raised marks are sure. So a body may stand on the page before its mark, as layout programs
    # now and then let it: no run is held to its pages.
    anywhere = frozenset(body.run for body in bodies)
    found = NotesFound(tuple(bodies), (), anywhere, (), ())
    return PrintedNotes(found, frozenset(taken | headings))


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


def _sections(
    lines: Sequence[PrintedLine], typography: Typography
) -> list[list[PrintedLine]]:
    """The lists of notes under headings such as `Notes`, each with its heading first."""
    sections: list[list[PrintedLine]] = []
    for index, line in enumerate(lines):
        if not _NOTES_HEADING.fullmatch(line.text) or not _is_head(line, typography):
            continue
        following = lines[index + 1 : index + 2]
        if not following or read_label(following[0].text) is None:
            continue
        section = [line]
        for other in lines[index + 1 :]:
            if _as_large(other, line):
                break
            section.append(other)
        sections.append(section)
    return sections


def _is_head(line: PrintedLine, typography: Typography) -> bool:
    return line.bold or line.italic or line.size > typography.size * 1.04


def _as_large(line: PrintedLine, heading: PrintedLine) -> bool:
    return line.size >= heading.size - _SAME_SIZE and line.bold == heading.bold


def _feet(
    pages: Sequence[Page], lines: Sequence[PrintedLine], typography: Typography
) -> list[PrintedLine]:
    """The lines of notes at the feet of columns."""
    frames = {page.number: page.frames for page in pages}
    feet = [_foot(band, _rules(frames[band[0].page], band), typography) for band in _last(lines)]
    size = _usual_size(foot for foot in feet if foot.sure)
    return [line for foot in feet if foot.sure or foot.size == size for line in foot.lines]


@dataclass(frozen=True, slots=True)
class _Foot:
    """Lines at the foot of a column that may be notes; sure if a rule or label says so."""

    lines: Sequence[PrintedLine]
    sure: bool = False

    @property
    def size(self) -> float:
        return body_size(self.lines) if self.lines else 0.0


def _usual_size(feet: Iterable[_Foot]) -> float:
    lines = [line for foot in feet for line in foot.lines]
    return body_size(lines) if lines else 0.0


def _last(lines: Sequence[PrintedLine]) -> list[list[PrintedLine]]:
    """The bands under which nothing stands on their pages."""
    bands: dict[int, list[PrintedLine]] = defaultdict(list)
    pages: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        bands[line.band].append(line)
        pages[line.page].append(line)
    return [
        band
        for band in bands.values()
        if not any(
            other.base < band[-1].base
            and other.column in (0, band[-1].column)
            and other.band != band[-1].band
            for other in pages[band[-1].page]
        )
    ]


def _rules(frames: Iterable[Frame], band: Sequence[PrintedLine]) -> list[float]:
    """The heights of the rules drawn in a column."""
    left, right = min(line.left for line in band), max(line.right for line in band)
    return [
        frame.bottom
        for frame in frames
        if frame.height <= _THIN
        and frame.width >= _SHORTEST_RULE
        and frame.left < right
        and frame.right > left
    ]


def _foot(band: Sequence[PrintedLine], rules: Sequence[float], typography: Typography) -> _Foot:
    """The last lines of a column that may be notes: small ones, under a rule or a label."""
    start = len(band)
    while start and band[start - 1].size < _SMALL * typography.size:
        start -= 1
    small = band[start:]
    lowest = min((rule for rule in rules if band[-1].base < rule), default=None)
    if lowest is not None:
        under = [line for line in band if line.base < lowest]
        if under[0] in small or read_label(under[0].text):
            return _Foot(under, sure=True)
    for index, line in enumerate(small):
        label = read_label(line.text)
        if label is None or label.style in ("round", "sign"):
            continue
        cut = index if index and typography.gap(small[index - 1], line) else 0
        return _Foot(small[cut:], sure=True)
    apart = len(small) == len(band) or (bool(small) and typography.gap(band[start - 1], small[0]))
    return _Foot(small if apart else ())
