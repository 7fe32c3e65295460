"""How a document is set: size of the body, leading, margins of the columns, indents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from archive.importers.pdf.lines import PrintedLine

__all__ = ["Typography", "read_typography"]

_SHARE_OF_MARGIN = 0.12
_SHARE_OF_BODY = 0.2
_SHARE_JUSTIFIED = 0.6
_AT_EDGE = 0.35
_SHARE_INDENTED = 0.04
_MOST_INDENT = 3.5
_LEAST_INDENT = 0.6
_USUAL_LEADING = 1.2
_GAP = 1.22


@dataclass(frozen=True, slots=True)
class Typography:
    """How the running text of a document is set; lengths in points.

    Attributes:
        size: of the type of most characters.
        leadings: for a size of type, the usual distance of base lines.
        margins: for odd and even pages and every column, where lines start and end at most.
        indent: of the first lines of paragraphs, or 0 where they have none.
        justified: full lines end at the right edge.
    """

    size: float
    leadings: dict[float, float]
    margins: dict[tuple[int, int], tuple[float, float]]
    indent: float
    justified: bool = False

    def leading(self, size: float) -> float:
        """The usual distance of base lines in a size of type."""
        return self.leadings.get(size, _USUAL_LEADING * size)

    def margin(self, line: PrintedLine) -> tuple[float, float]:
        """The left and right edge of the column of a line."""
        key = (line.page % 2, line.column)
        return self.margins.get(key, (line.left, line.right))

    def inset(self, line: PrintedLine) -> float:
        """How far from the left edge of its column a line starts."""
        return line.left - self.margin(line)[0]

    def free(self, line: PrintedLine) -> float:
        """How much of its column a line leaves empty at its end."""
        return self.margin(line)[1] - line.right

    def gap(self, before: PrintedLine, after: PrintedLine) -> bool:
        """Whether more than the usual leading lies between two lines of one band."""
        usual = max(self.leading(before.size), self.leading(after.size))
        return before.base - after.base > _GAP * usual


def read_typography(lines: Sequence[PrintedLine]) -> Typography:
    """Measure how the lines are set."""
    size = body_size(lines)
    margins = _margins(lines, size)
    return Typography(
        size,
        _leadings(lines),
        margins,
        _indent(lines, margins, size),
        _justified(lines, margins, size),
    )


def body_size(lines: Iterable[PrintedLine]) -> float:
    """The largest size of type in which a good part of the characters is set, else the most used.

    Notes may have more characters than the text they belong to, but are set smaller.
    """
    counted: Counter[float] = Counter()
    for line in lines:
        counted[line.size] += len(line.text)
    least = _SHARE_OF_BODY * counted.total()
    usual = [size for size, count in counted.items() if count >= least]
    return max(usual, default=max(counted, key=lambda size: counted[size], default=0.0))


def _justified(
    lines: Iterable[PrintedLine], margins: dict[tuple[int, int], tuple[float, float]], size: float
) -> bool:
    free = [
        margins[line.page % 2, line.column][1] - line.right
        for line in lines
        if abs(line.size - size) < 0.1
    ]
    return sum(abs(room) < _AT_EDGE * size for room in free) > _SHARE_JUSTIFIED * len(free)


def _leadings(lines: Sequence[PrintedLine]) -> dict[float, float]:
    steps: dict[float, Counter[float]] = defaultdict(Counter)
    for before, after in pairwise(lines):
        if before.band == after.band and before.size == after.size:
            step = before.base - after.base
            if 0.9 * after.size < step < 2.2 * after.size:
                steps[after.size][round(step * 4) / 4] += 1
    return {size: counted.most_common(1)[0][0] for size, counted in steps.items()}


def _margins(
    lines: Iterable[PrintedLine], size: float
) -> dict[tuple[int, int], tuple[float, float]]:
    groups: dict[tuple[int, int], list[PrintedLine]] = defaultdict(list)
    for line in lines:
        if abs(line.size - size) < 0.2 * size:
            groups[line.page % 2, line.column].append(line)
    return {key: (_left(group), _right(group)) for key, group in groups.items()}


def _left(lines: Sequence[PrintedLine]) -> float:
    counted = Counter(round(line.left) for line in lines)
    usual = [left for left, count in counted.items() if count >= _SHARE_OF_MARGIN * len(lines)]
    edge = min(usual or counted)
    return min(line.left for line in lines if round(line.left) == edge)


def _right(lines: Sequence[PrintedLine]) -> float:
    ends = sorted(line.right for line in lines)
    return ends[int(0.95 * (len(ends) - 1))]


def _indent(
    lines: Sequence[PrintedLine], margins: dict[tuple[int, int], tuple[float, float]], size: float
) -> float:
    """The inset of lines that stand alone between lines at the margin."""
    insets: Counter[float] = Counter()
    full = 0
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if {before.band, after.band} != {line.band} or abs(line.size - size) > 0.1:
            continue
        left = margins.get((line.page % 2, line.column), (line.left, 0.0))[0]
        if max(abs(before.left - left), abs(after.left - left)) > 0.15 * size:
            continue
        full += 1
        inset = line.left - left
        if _LEAST_INDENT * size < inset < _MOST_INDENT * size:
            insets[round(inset * 2) / 2] += 1
    if not insets:
        return 0.0
    indent, count = insets.most_common(1)[0]
    return indent if count >= max(3, _SHARE_INDENTED * full) else 0.0
