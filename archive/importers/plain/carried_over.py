"""Notes that run over to the next page or column: their last lines stand at its foot, unlabelled.

Notes are set smaller than the text, so that more goes on their lines. Where the last lines of a
page are as full as notes are, and fuller than text can be, they end the note before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.importers.plain.fullness import with_next_word
from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import ends_open, ends_sentence, starts_low, without_marks
from archive.importers.plain.widths import width

__all__ = ["Gap", "Measures", "carried_over", "measures_of"]

_MOST = 45
_SMALLER = 1.05
_OF_TEXT, _OF_NOTES = 0.75, 0.9
_NEAR_FULL, _OVERFULL = 0.97, 1.05
_FULL, _NOT_FULL, _TOO_LONG = 1.0, -3.0, -3.0
_GOES_ON, _AFTER_SENTENCE, _AFTER_RULE = 0.7, 1.5, 4.0
_APART, _INSIDE_SENTENCE = 1.0, 1.5
_NEEDED = 1.0


@dataclass(frozen=True, slots=True)
class Measures:
    """How wide full lines of the text and of notes are, in ems; 0 where there are none."""

    text: float
    notes: float

    @property
    def differ(self) -> bool:
        """Whether notes are set smaller than the text, so that their lines hold more."""
        return bool(self.text) and self.notes > _SMALLER * self.text


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between two blocks of notes.

    Attributes:
        start: the index after the first block.
        limit: the index at which the second starts.
        resumed: the index after the second, where the running text goes on.
    """

    start: int
    limit: int
    resumed: int


@dataclass(frozen=True, slots=True)
class _Break:
    """The last line of an unfinished note, and the first words of the text after the next notes."""

    note: Line
    resumed: str


def measures_of(text: Sequence[Line], notes: Sequence[Line]) -> Measures:
    """Measure the lines of the running text and those of notes."""
    return Measures(_usual_width(text, _OF_TEXT), _usual_width(notes, _OF_NOTES))


def _usual_width(lines: Sequence[Line], share: float) -> float:
    widths = sorted(width(line.text) for line in lines if line.text)
    return widths[round(share * (len(widths) - 1))] if widths else 0.0


def carried_over(
    lines: Sequence[Line], gap: Gap, unfinished: Line, measures: Measures
) -> tuple[int, ...]:
    """Return the indexes of the lines that end a note which stands before a page or column break.

    Args:
        lines: of the document.
        gap: between the note's block and the next.
        unfinished: the last line of the note, as far as it is known.
        measures: of the text and of notes.
    """
    if not _is_unfinished(unfinished):
        return ()
    region = _region(lines, gap.start, gap.limit)
    if not region:
        return ()
    resumed = next((line.text for line in lines[gap.resumed :] if line.text), "")
    first = _first_of_note(lines, region, _Break(unfinished, resumed), measures)
    return () if first is None else tuple(index for index in region if index >= first)


def _is_unfinished(line: Line) -> bool:
    if line.goes_on is not None:
        return line.goes_on
    return not ends_sentence(line.text) or ends_open(line.text)


def _region(lines: Sequence[Line], start: int, limit: int) -> list[int]:
    """The indexes of the lines of text of one page or column, the last ones."""
    region: list[int] = []
    for index in range(start, limit):
        if lines[index].starts_page and region:
            break
        if lines[index].text:
            region.append(index)
    return region[-_MOST:]


def _first_of_note(
    lines: Sequence[Line], region: Sequence[int], broken: _Break, measures: Measures
) -> int | None:
    """Where the note goes on: after a rule, or where lines are as full as those of notes are."""
    scores = {
        cut: _score(lines, region[:cut], region[cut:], broken, measures)
        for cut in range(len(region))
        if measures.differ or _after_rule(lines, region[cut])
    }
    if not scores:
        return None
    best = max(scores, key=lambda cut: scores[cut])
    sure = bool(broken.note.goes_on)
    return region[best] if sure or scores[best] >= _NEEDED else None


def _score(
    lines: Sequence[Line],
    text: Sequence[int],
    note: Sequence[int],
    broken: _Break,
    measures: Measures,
) -> float:
    """How much speaks for the text ending, and the note going on, at the first line of `note`."""
    first = lines[note[0]].text
    score = _AFTER_RULE if _after_rule(lines, note[0]) else 0.0
    if measures.differ:
        score += sum(_fullness(lines, index, below, measures) for index, below in _pairs(note))
        score += sum(
            _TOO_LONG for index in text if width(lines[index].text) > _OVERFULL * measures.text
        )
    going_on = starts_low(first) or first.startswith("(")
    score += _GOES_ON if going_on != ends_sentence(broken.note.text) else -_GOES_ON
    ended = ends_sentence(lines[note[-1]].text)
    if not ended and not lines[note[-1]].goes_on:
        score -= _AFTER_SENTENCE
    if text:
        score += _parting(lines, text[-1], note[0], broken) if ended else 0.0
    return score


def _parting(lines: Sequence[Line], text: int, note: int, broken: _Break) -> float:
    """How much speaks for two lines to be parted: a blank, or the sentences around them."""
    if not ends_sentence(without_marks(lines[text].text)):
        return _INSIDE_SENTENCE if starts_low(broken.resumed) else 0.0
    score = _AFTER_SENTENCE if starts_low(lines[note].text) else 0.0
    return score + (_APART if note - text > 1 else 0.0)


def _pairs(indexes: Sequence[int]) -> list[tuple[int, int]]:
    return list(pairwise(indexes))


def _fullness(lines: Sequence[Line], index: int, below: int, measures: Measures) -> float:
    """Whether a line is so full that the first word below had no room on it."""
    reaching = with_next_word(lines[index], lines[below])
    return _FULL if reaching >= _NEAR_FULL * measures.notes else _NOT_FULL


def _after_rule(lines: Sequence[Line], index: int) -> bool:
    """Whether a rule stands right above a line."""
    above = index - 1
    while above >= 0 and not lines[above].text:
        if lines[above].rule:
            return True
        above -= 1
    return False
