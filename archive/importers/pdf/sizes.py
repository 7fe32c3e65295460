"""Sizes of type that a reader cannot tell apart are one size, over the whole document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from archive.importers.pdf.lines import PrintedLine

__all__ = ["one_size_each"]

_SAME = 0.03


def one_size_each(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Give lines whose sizes differ by hundredths the one that most characters are set in.

    Scaling, rounding and the fitting of text to a page leave such differences; nobody sees them.
    """
    counted: Counter[float] = Counter()
    for line in lines:
        counted[line.size] += len(line.text)
    sizes = _settled(counted)
    return [
        line if line.size == sizes[line.size] else replace(line, size=sizes[line.size])
        for line in lines
    ]


def _settled(counted: Mapping[float, int]) -> dict[float, float]:
    """For every size the one it stands for: the most used takes those near to it, then the next."""
    sizes: dict[float, float] = {}
    for usual in sorted(counted, key=lambda size: (-counted[size], size)):
        if usual not in sizes:
            near = [size for size in counted if abs(size - usual) <= _SAME * usual]
            sizes |= {size: usual for size in near if size not in sizes}
    return sizes
