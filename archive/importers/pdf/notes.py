"""The bodies of notes: at the feet of pages and columns, or under a heading of their own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.runs import Page
from archive.importers.pdf.typography import Typography
from archive.importers.plain.labels import Label, read_label
from archive.importers.plain.lines import Line
from archive.importers.plain.note_bodies import Body
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
_SAME_SIZE = 0.3


@dataclass(frozen=True, slots=True)
class PrintedNotes:
    """The bodies found, and the numbers of all lines that belong to them or head them."""

    bodies: tuple[Body, ...]
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
    plain = [_plain(line, eligible) for line in small]
    regions = [
        next(i for i, line in enumerate(small) if line.number > section[0].number) - 1
        for section in sections
    ]
    starts = choose_note_starts(plain, {}, regions or [-1])
    if not starts:
        return PrintedNotes((), frozenset())
    ends = [*(start.index for start in starts[1:]), len(plain)]
    bodies = [
        Body(
            start.label.value,
            start.run,
            (replace(plain[start.index], text=start.label.rest), *plain[start.index + 1 : end]),
        )
        for start, end in zip(starts, ends, strict=True)
    ]
    taken = {line.number for line in small[starts[0].index :]}
    return PrintedNotes(tuple(bodies), frozenset(taken | headings))


def _plain(line: PrintedLine, eligible: frozenset[int]) -> Line:
    """The line as the plain chain has it; figures where no label can stand are no label."""
    label = read_label(line.text)
    if label is not None and line.number not in eligible and label.style != "raised":
        return Line(line.number, f"\u2060{line.text}")
    return Line(line.number, line.text)


def _eligible(lines: Iterable[PrintedLine], typography: Typography) -> frozenset[int]:
    """The numbers of the lines that start where most labels start."""
    labelled = [(line, label) for line in lines if (label := read_label(line.text))]
    labelled = _of_best_style(labelled)
    insets = Counter(round(typography.inset(line)) for line, _ in labelled)
    if not insets:
        return frozenset()
    usual = insets.most_common(1)[0][0]
    return frozenset(
        line.number
        for line, _ in labelled
        if abs(typography.inset(line) - usual) <= _SAME_INSET
    )


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
    bands: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        bands[line.band].append(line)
    found: list[PrintedLine] = []
    for band in bands.values():
        rules = [
            frame.bottom
            for frame in frames[band[0].page]
            if frame.height <= _THIN
            and frame.width >= _SHORTEST_RULE
            and frame.left < max(line.right for line in band)
            and frame.right > min(line.left for line in band)
        ]
        found += _foot(band, rules, typography)
    return found


def _foot(
    band: Sequence[PrintedLine], rules: Sequence[float], typography: Typography
) -> Sequence[PrintedLine]:
    """The last lines of a column that are notes: small ones, under a rule or a label."""
    start = len(band)
    while start and band[start - 1].size < _SMALL * typography.size:
        start -= 1
    small = band[start:]
    above = [rule for rule in rules if any(line.base < rule for line in band)]
    if above:
        lowest = min(above)
        under = [line for line in band if line.base < lowest]
        smallish = bool(small) and under[0].number >= small[0].number
        if smallish or read_label(under[0].text):
            return under
    for index, line in enumerate(small):
        label = read_label(line.text)
        if label is None or label.style not in ("raised", "dotted", "plain", "bracketed"):
            continue
        if index and typography.gap(small[index - 1], line):
            return small[index:]
        return small
    return () if not _continues(small, band, typography) else small


def _continues(
    small: Sequence[PrintedLine], band: Sequence[PrintedLine], typography: Typography
) -> bool:
    """Whether small lines without a label can be the rest of a note of the page before."""
    if not small:
        return False
    alone = len(small) == len(band)
    return alone or typography.gap(band[len(band) - len(small) - 1], small[0])
