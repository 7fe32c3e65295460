"""Boxes: text that stands inside a drawn frame or on a tinted ground."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.runs import Frame, Sheet

__all__ = ["Box", "find_boxes"]

_LEAST_HEIGHT = 15.0
_LEAST_WIDTH = 80.0
_MOST_OF_PAGE = 0.93
_FEWEST_LINES = 2
_LEAST_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Box:
    """The lines of one box, which may go on over a page, in the order of reading."""

    lines: tuple[PrintedLine, ...]

    @property
    def margins(self) -> dict[tuple[int, int], tuple[float, float]]:
        """For odd and even pages and every column, where its lines start and end at most."""
        groups: dict[tuple[int, int], list[PrintedLine]] = defaultdict(list)
        for line in self.lines:
            groups[line.page % 2, line.column].append(line)
        return {
            key: (min(line.left for line in group), max(line.right for line in group))
            for key, group in groups.items()
        }


def find_boxes(sheets: Sequence[Sheet], lines: Sequence[PrintedLine]) -> list[Box]:
    """Find the boxes of a document, in the order of reading."""
    pages: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    parts: list[Box] = []
    for sheet in sheets:
        here = pages[sheet.number]
        for frame in _outermost(_large(sheet)):
            inside = tuple(line for line in here if _holds(frame, line))
            if inside:
                here = [line for line in here if line not in inside]
                parts.append(Box(inside))
    boxes: list[Box] = []
    for part in sorted(parts, key=lambda part: part.lines[0].number):
        if boxes and _goes_on(boxes[-1], part, lines):
            boxes[-1] = Box(boxes[-1].lines + part.lines)
        else:
            boxes.append(part)
    return [box for box in boxes if _is_text(box)]


def _is_text(box: Box) -> bool:
    characters = sum(len(line.text) for line in box.lines)
    return len(box.lines) >= _FEWEST_LINES and characters >= _LEAST_CHARACTERS


def _large(sheet: Sheet) -> list[Frame]:
    most = (_MOST_OF_PAGE * sheet.width, _MOST_OF_PAGE * sheet.height)
    return [
        frame
        for frame in sheet.frames
        if frame.height >= _LEAST_HEIGHT
        and frame.width >= _LEAST_WIDTH
        and not (frame.width > most[0] and frame.height > most[1])
    ]


def _outermost(frames: Iterable[Frame]) -> list[Frame]:
    """The frames that stand in no other, from the top of the page down."""
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda frame: -frame.width * frame.height):
        if not any(_within(frame, other) for other in kept):
            kept.append(frame)
    return sorted(kept, key=lambda frame: (-frame.top, frame.left))


def _within(inner: Frame, outer: Frame) -> bool:
    return (
        inner.left >= outer.left - 1
        and inner.right <= outer.right + 1
        and inner.bottom >= outer.bottom - 1
        and inner.top <= outer.top + 1
    )


def _holds(frame: Frame, line: PrintedLine) -> bool:
    across = line.left >= frame.left - 1 and line.right <= frame.right + 2
    return across and frame.bottom - 1 <= line.base <= frame.top - 0.5 * line.size


def _goes_on(before: Box, box: Box, lines: Sequence[PrintedLine]) -> bool:
    """Whether a box at the head of a column goes on with one at the foot of the one before."""
    last, first = before.lines[-1], box.lines[0]
    if first.band == last.band or first.bold or first.page - last.page > 1:
        return False
    between = [line for line in lines if last.number < line.number < first.number]
    return not any(
        line.band == last.band and line.size >= last.size for line in between
    ) and not any(line.band == first.band for line in between)
