"""How full lines are: what tells the last line of a paragraph, and a block set narrower."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.importers.plain.lines import Line
from archive.importers.plain.shapes import ends_sentence
from archive.importers.plain.widths import width

__all__ = [
    "Fullness",
    "is_narrow",
    "is_wide",
    "local_limit",
    "measure_fullness",
    "with_next_word",
]

_LONG_LINE = 200
_FEWEST_LINES = 20
_PERCENTILE = 0.9
_LEAST_REACH = 0.8
_LOW = 0.05
_NEIGHBOURS = 4
_SPARE = 1.03
_NARROW, _NARROW_MOST, _WIDE, _WIDE_MOST = 0.968, 1.0, 0.985, 1.025


@dataclass(frozen=True, slots=True)
class Fullness:
    """How full the lines of a document are, in ems.

    Attributes:
        full: the width of a full line.
        usual: the median of lines in which no sentence ends.
        reach: a line and the next word, if narrower than this, would have fitted on one line.
    """

    full: float
    usual: float
    reach: float


def measure_fullness(runs: Iterable[Sequence[Line]]) -> Fullness | None:
    """Measure lines; None where paragraphs stand on one line each.

    Args:
        runs: lines that stand together, with nothing between them.
    """
    found = list(runs)
    widths = sorted(
        width(line.text) for run in found for line in run[:-1] if len(line.text) <= _LONG_LINE
    )
    if len(widths) < _FEWEST_LINES:
        return None
    full = widths[int(_PERCENTILE * (len(widths) - 1))]
    inside = [(width(line.text), with_next_word(line, after)) for line, after in _inside(found)]
    reaching = sorted(wide for _, wide in inside if wide > _LEAST_REACH * full)
    usual = sorted(wide for wide, _ in inside if wide > _LEAST_REACH * full)
    return Fullness(
        full,
        usual[len(usual) // 2] if usual else full,
        reaching[int(_LOW * len(reaching))] if reaching else _LEAST_REACH * full,
    )


def _inside(runs: Iterable[Sequence[Line]]) -> Iterator[tuple[Line, Line]]:
    """Lines and those after them where no sentence ends between."""
    return (
        (line, after)
        for run in runs
        for line, after in pairwise(run)
        if not ends_sentence(line.text)
    )


def with_next_word(line: Line, after: Line) -> float:
    """Return the width of a line with the first word of the next, in ems."""
    return width(f"{line.text} {after.text.split()[0]}")


def local_limit(lines: Sequence[Line], index: int) -> float:
    """What surely fits on a line among its neighbours, on either side, in ems.

    Lists, quotations and boxes are set narrower, so that the text's usual lines are no measure.
    """
    above = [width(line.text) for line in lines[max(0, index - _NEIGHBOURS) : index]]
    below = [width(line.text) for line in lines[index + 1 : index + 1 + _NEIGHBOURS]]
    sides = [max(side) for side in (above, below) if len(side) > 1]
    return _SPARE * min(sides) if sides else float("inf")


def is_narrow(lines: Sequence[Line], fullness: Fullness) -> bool:
    """Whether all lines of a block but the last are narrower than the text's, if it has enough.

    None of them is as wide as usual, nor are they on the whole; and somewhere the next word would
    have had room on a usual line.
    """
    widths = [width(line.text) / fullness.usual for line in lines[:-1]]
    if len(widths) < 2 or sum(widths) > _NARROW * len(widths) or max(widths) > _NARROW_MOST:
        return False
    return min(with_next_word(one, other) for one, other in pairwise(lines)) < fullness.reach


def is_wide(lines: Sequence[Line], fullness: Fullness) -> bool:
    """Whether the lines of a block are plainly as wide as those of the text."""
    widths = [width(line.text) / fullness.usual for line in lines[:-1]]
    if len(widths) < 2:
        return False
    return sum(widths) > _WIDE * len(widths) or max(widths) > _WIDE_MOST
