"""Where the bodies of notes start: lines with labels, chosen together as increasing runs.

A line that starts with a figure is as often a list item, a heading, or the middle of a sentence.
So candidates are not judged one by one: the best chain of labels through the whole document is
chosen, one up at a time, with costs for gaps and for starting anew.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from archive.importers.plain.labels import SUPERSCRIPTS, Label, plain_label, read_label
from archive.importers.plain.lines import Line
from archive.importers.plain.part_names import is_notes_heading
from archive.importers.plain.shapes import ends_sentence, starts_low

__all__ = [
    "NoteStart",
    "StrongMarks",
    "choose_note_starts",
    "cites",
    "notes_regions",
    "strong_marks",
]

_STRONG = re.compile(
    rf"(?<=[^\W\d_])(?<![A-Z]\d)({SUPERSCRIPTS}+)|(?<=[.,;:!?)\]”’\"'%])\s?({SUPERSCRIPTS}+)"
    rf"|\s({SUPERSCRIPTS}+)(?=\s|$|[.,;:])"
    r"|(?<=[a-z.,;:!?)\]”’\"'])(\d{1,3})(?=$|\s|[.,;:)\]”’\"'—–])(?!\s?(?:%|percent|per cent))"
    r"|(?<=[.!?][\"'”’) ])\s?(\d{1,3})(?=$|\s|[A-Z])|\[(\d{1,3})\]"
    r"|(?<=\s)(?:19|20)\d\d([1-9]\d{0,2})(?=$|\s|[.,;:)])"
)
_COUNTING = re.compile(
    r"\b(?:nos?|pp?|vols?|paras?|arts?|ch|figs?|v|c|ca|op|ed|eds|sec|cf|fn|n)\.\s?.?$",
    re.IGNORECASE,
)
_CITING = re.compile(
    r"\b(?:ibid|op\.? cit|supra|see|cf|interview|email|https?:|www\.|pp?\.|vol|no\.|press|report|"
    r"resolution|doc\.?|University|journal|ed\.|eds\.|para)\b|\((?:19|20)\d\d\)|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_FAR = 150
_GAP = 1.2
_MOST_GAP = 8.0
_OTHER_STYLE = -2.4
_LONGEST_HEADING = 14


@dataclass(frozen=True, slots=True)
class NoteStart:
    """A line at which the body of a note starts.

    Attributes:
        index: of the line among the lines.
        label: its label.
        run: number of the run of labels it belongs to; runs start at 1 and count up.
    """

    index: int
    label: Label
    run: int


StrongMarks = Mapping[str, Sequence[int]]


def strong_marks(lines: Sequence[Line]) -> StrongMarks:
    """For every number, the indexes of lines where it stands as only a note mark stands."""
    found: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        for match in _STRONG.finditer(line.text):
            if match.start() == 0 or _COUNTING.search(line.text, 0, match.start() + 1):
                continue
            written = next(group for group in match.groups() if group)
            found.setdefault(plain_label(written), []).append(index)
    return found


def cites(text: str) -> bool:
    """Whether words of the kind that citations are made of stand in a text."""
    return bool(_CITING.search(text))


def notes_regions(lines: Sequence[Line]) -> tuple[int, ...]:
    """The indexes of lines that head a list of notes."""
    return tuple(
        index
        for index, line in enumerate(lines)
        if len(line.text) < 90 and is_notes_heading(line.text) and _labelled_soon(lines, index)
    )


def _labelled_soon(lines: Sequence[Line], index: int) -> bool:
    after = [line for line in lines[index + 1 : index + 12] if line.text][:3]
    return any((label := read_label(line.text)) and label.value in {"1", "*"} for line in after)


def choose_note_starts(
    lines: Sequence[Line],
    marks: StrongMarks,
    regions: Sequence[int],
    excluded: frozenset[int] = frozenset(),
) -> tuple[NoteStart, ...]:
    """Choose the chain of labels that is best as a whole, runs that start anew included.

    Args:
        lines: of the document, in order.
        marks: where figures stand as only marks stand, from `strong_marks`.
        regions: the lines that head lists of notes, from `notes_regions`.
        excluded: indexes of lines that were found to be no starts.
    """
    candidates = [
        candidate
        for candidate in _candidates(lines, marks, regions)
        if candidate.index not in excluded
    ]
    if not candidates:
        return ()
    return _with_runs(_trimmed(_best_chain(candidates)))


def _best_chain(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The chain with the highest sum of scores and steps; empty if none is above 0."""
    links: list[_Link] = []
    ends: dict[tuple[int, str, int], _Link] = {}
    for candidate in candidates:
        late = 0.0 if candidate.number == 1 else min(_MOST_GAP, float(candidate.number))
        best = _Link(candidate, candidate.score - late, None)
        for before in ends.values():
            value = before.value + candidate.score + _step(before.candidate, candidate)
            if value > best.value:
                best = _Link(candidate, value, before)
        links.append(best)
        key = (candidate.number, candidate.label.style, candidate.region)
        if key not in ends or ends[key].value <= best.value:
            ends[key] = best
    last = max(links, key=lambda link: link.value)
    chain: list[_Candidate] = []
    link: _Link | None = last if last.value > 0 else None
    while link is not None:
        chain.append(link.candidate)
        link = link.before
    return chain[::-1]


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    label: Label
    number: int
    score: float
    region: int


@dataclass(frozen=True, slots=True)
class _Link:
    """A candidate at the end of the best chain that leads to it."""

    candidate: _Candidate
    value: float
    before: _Link | None


def _candidates(
    lines: Sequence[Line], marks: StrongMarks, regions: Sequence[int]
) -> list[_Candidate]:
    found: list[_Candidate] = []
    for index, line in enumerate(lines):
        label = read_label(line.text)
        if label is None or label.number is None or not label.number:
            continue
        region = bisect_left(regions, index)
        score = _score(lines, index, label, marks, inside=region > 0)
        if score > -3.5:
            found.append(_Candidate(index, label, label.number, score, region))
    return found


def _score(
    lines: Sequence[Line], index: int, label: Label, marks: StrongMarks, *, inside: bool
) -> float:
    """How much one line looks like the start of a note."""
    score = -1.0 + {"raised": 3.0, "bracketed": 0.5, "round": -1.5, "dotted": -2.0}.get(
        label.style, 0
    )
    if inside:
        score += {"dotted": 3.5, "round": 2.0}.get(label.style, 1.5)
    score += _mark_score(index, label.value, marks)
    rest = label.rest or _text_below(lines, index)
    score += _rest_score(rest) + _place_score(lines, index)
    return score - (2.0 if label.rest and _heading_like(lines, index, rest) else 0.0)


def _text_below(lines: Sequence[Line], index: int) -> str:
    """What stands right under a label alone on its line, unless it is another such label."""
    below = lines[index + 1] if index + 1 < len(lines) else None
    if below is None or below.starts_page or below.text.isdigit():
        return ""
    return below.text


def _mark_score(index: int, value: str, marks: StrongMarks) -> float:
    places = marks.get(value, ())
    before = bisect_left(places, index)
    if not before:
        return -0.5
    return 2.0 if index - places[before - 1] <= _FAR else 1.0


def _rest_score(rest: str) -> float:
    if not rest:
        return -1.5
    score = 0.5
    if rest[0].islower() or rest[0].isdigit():
        score = -0.5 if rest[:4].isdigit() else -1.5
    elif rest[0] in ",;:.)(–-%/":
        score = -3.0
    if cites(rest):
        score += 1.0
    return score


def _heading_like(lines: Sequence[Line], index: int, rest: str) -> bool:
    """Whether a line could be a numbered heading: short, no sentence, a capital after it."""
    after = next((line.text for line in lines[index + 1 : index + 4] if line.text), "")
    if not rest or len(rest.split()) > _LONGEST_HEADING or ends_sentence(rest):
        return False
    return not _CITING.search(rest) and not starts_low(after) and not after[:1].isdigit()


def _place_score(lines: Sequence[Line], index: int) -> float:
    """A rule above speaks for a note; a sentence that goes on from the line above, against it."""
    above = index - 1
    while above >= 0 and lines[above].blank and not lines[above].rule:
        above -= 1
    if above >= 0 and lines[above].rule:
        return 2.5
    before = lines[index - 1] if index else None
    if before is not None and (before.goes_on or not (ends_sentence(before.text) or before.blank)):
        return -0.7
    return 0.3


def _step(before: _Candidate, after: _Candidate) -> float:
    """What it costs to go from one label to the next."""
    if after.number > before.number:
        gap = after.number - before.number - 1
        same_style = 0.5 if before.label.style == after.label.style else _OTHER_STYLE
        return 1.0 + same_style - min(_GAP * gap, _MOST_GAP)
    if after.number == 1:
        return -1.0 if after.region > before.region else -3.0
    return -1e9


def _trimmed(chain: list[_Candidate]) -> list[_Candidate]:
    """Leave out of a chain what only its neighbours spoke for at either end."""
    while chain and chain[-1].score < -1.5:
        chain.pop()
    return chain if len(chain) > 1 or (chain and chain[0].score >= 2.0) else []


def _with_runs(chain: Sequence[_Candidate]) -> tuple[NoteStart, ...]:
    starts: list[NoteStart] = []
    run = 0
    last = sys.maxsize
    for candidate in chain:
        if candidate.number <= last:
            run += 1
        last = candidate.number
        starts.append(NoteStart(candidate.index, candidate.label, run))
    return tuple(starts)
