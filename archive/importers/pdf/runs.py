"""What stands on a page as printed: runs of characters with place and type, and drawn shapes.

Coordinates are points from the lower left corner of the page, as in PDF itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

__all__ = ["Character", "Face", "Frame", "Page", "Run", "Sheet", "runs_of"]

_SAME_LINE = 0.55
_BACKWARD = 0.5
_WIDE_GAP = 1.6
_WORD_GAP = 0.17
_LETTER_GAP = 0.08
_FEWEST_GAPS = 6
_SAMPLE = 40
_BREAKS = "-–—/"
_RISE_OF_DRAWN_FIGURES = 0.2


@dataclass(frozen=True, slots=True)
class Face:
    """The type that characters are set in: size in points, weight, slope."""

    size: float
    bold: bool = False
    italic: bool = False


class Character(NamedTuple):
    """One character: where it starts and ends on its base line, and the foot of its drawing.

    A document has millions of them, so they are tuples.
    """

    sign: str
    left: float
    right: float
    base: float
    foot: float
    face: Face


@dataclass(frozen=True, slots=True)
class Run:
    """Characters beside each other in one face.

    Attributes:
        text: the characters, blanks between words included.
        left: where the first starts.
        right: where the last ends.
        base: height of the base line.
        face: the type.
        raised: the characters are superscripts.
        opening: how wide the first word is, up to where a line may be broken after it.
    """

    text: str
    left: float
    right: float
    base: float
    face: Face
    raised: bool = False
    opening: float = 0.0


@dataclass(frozen=True, slots=True)
class Frame:
    """The bounds of a drawn shape: a rule if it is thin, a box if text stands in it."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        """Top less bottom."""
        return self.top - self.bottom

    @property
    def width(self) -> float:
        """Right less left."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is kept of a page when its lines are known.

    Attributes:
        number: counted from 1.
        width: of what is shown of it.
        height: likewise.
        frames: the drawn shapes.
        turned: words that do not run from left to right were left out.
    """

    number: int
    width: float
    height: float
    frames: tuple[Frame, ...] = ()
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page, and its runs; a row is what stands beside each other and was written in one go."""

    sheet: Sheet
    rows: tuple[tuple[Run, ...], ...]


def runs_of(characters: Iterable[Character]) -> tuple[tuple[Run, ...], ...]:
    """Group the characters of a page, in the order they were written, into rows of runs."""
    rows: list[list[Run]] = []
    run: list[Character] = []
    last: Character | None = None
    for character in characters:
        new_row = last is None or _breaks_row(last, character)
        if run and (new_row or _breaks_run(run[-1], character)):
            rows[-1].append(_run(run))
            run = []
        if new_row:
            rows.append([])
        run.append(character)
        last = character
    if run:
        rows[-1].append(_run(run))
    kept = (_with_raised(row) for row in rows)
    return tuple(row for row in kept if any(run.text.strip() for run in row))


def _breaks_row(before: Character, after: Character) -> bool:
    size = max(before.face.size, after.face.size)
    if abs(after.base - before.base) > _SAME_LINE * size:
        return True
    # The letters of a ligature share one place, so only a step to the left of the last starts anew.
    back = before.left - after.left > _BACKWARD * size
    return back or after.left - before.right > _WIDE_GAP * size


def _breaks_run(before: Character, after: Character) -> bool:
    if before.face is not after.face and before.face != after.face:
        return True
    if abs(before.base - after.base) > 0.05 * after.face.size:
        return True
    return _drawn_raised(before) != _drawn_raised(after)


def _drawn_raised(character: Character) -> bool:
    """Whether a figure is drawn above its base line, as superscript figures of a font are."""
    rise = character.foot - character.base
    return character.sign.isdigit() and rise > _RISE_OF_DRAWN_FIGURES * character.face.size


def _run(characters: list[Character]) -> Run:
    text = ""
    right = characters[0].left
    least = _WORD_GAP * characters[0].face.size + _letter_spacing(characters)
    for character in characters:
        gap = character.left - right
        if text and not text.endswith(" ") and character.sign != " ":
            text += " " if gap > least else ""
        text += character.sign
        right = max(right, character.right)
    first = characters[0]
    return Run(
        text,
        first.left,
        right,
        first.base,
        first.face,
        raised=_drawn_raised(first),
        opening=_opening(characters),
    )


def _letter_spacing(characters: list[Character]) -> float:
    """How far apart the letters of words are set, as in some headings; 0 in common text."""
    gaps = [
        after.left - before.right
        for before, after in pairwise(characters[:_SAMPLE])
        if before.sign != " " and after.sign != " "
    ]
    if len(gaps) < _FEWEST_GAPS:
        return 0.0
    usual = median(gaps)
    return usual if usual > _LETTER_GAP * characters[0].face.size else 0.0


def _opening(characters: list[Character]) -> float:
    end = characters[0].left
    for character in characters:
        if character.sign == " ":
            break
        end = max(end, character.right)
        if character.sign in _BREAKS:
            break
    return end - characters[0].left


def _with_raised(row: list[Run]) -> tuple[Run, ...]:
    """Mark the runs that are smaller than their row and stand above its base line."""
    inked = [run for run in row if run.text.strip()]
    if not inked:
        return ()
    size = max(run.face.size for run in inked)
    full = [run for run in inked if run.face.size > 0.85 * size and not run.raised]
    if not full:
        return tuple(row)
    base = min(run.base for run in full)
    return tuple(
        replace(run, raised=True)
        if run.face.size < 0.88 * size and run.base - base > 0.12 * size
        else run
        for run in row
    )
