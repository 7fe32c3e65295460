"""Notes whose labels are lost, stand inside a line, or come out of order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.importers.plain.labels import SUPERSCRIPTS, Label, plain_label, read_label
from archive.importers.plain.lines import Line
from archive.importers.plain.note_blocks import NoteBlock
from archive.importers.plain.shapes import ends_open, ends_sentence, is_address_line, starts_low

__all__ = ["BodyStart", "body_starts"]

_INSIDE = re.compile(
    rf"(?<=[.)\]”\"’])\s+(?P<label>{SUPERSCRIPTS}{{1,3}}|\d{{1,3}})(?P<rest>\s*[A-Z“\"‘].*)"
)
_BULLET = re.compile(r"[-–•]\s+(?=\S)")
_LONG = 100


@dataclass(frozen=True, slots=True)
class BodyStart:
    """Where a body starts: a line, perhaps inside it.

    Attributes:
        index: of the line.
        offset: of the first character of the label (or of the words, if the label is lost).
        label: what readers see.
        rest: the words after the label.
        run: the run of labels.
        lost: the label is not in the source.
    """

    index: int
    offset: int
    label: str
    rest: str
    run: int
    lost: bool = False


def body_starts(lines: Sequence[Line], block: NoteBlock, known: frozenset[str]) -> list[BodyStart]:
    """Return all starts of bodies in a block, in the order of the source.

    Args:
        lines: of the document.
        block: the block.
        known: the labels of the run that other blocks hold.
    """
    starts = [
        BodyStart(start.index, 0, start.label.value, start.label.rest, start.run)
        for start in block.starts
    ]
    starts = sorted([*starts, *_strays(lines, block, known)], key=lambda start: start.index)
    starts = _with_inner(lines, block.end, starts, known)
    return _with_lost(lines, starts, known) if block.listed else starts


def _run(block: NoteBlock) -> int:
    return block.starts[0].run


def _strays(lines: Sequence[Line], block: NoteBlock, known: frozenset[str]) -> Iterator[BodyStart]:
    """Labels out of order: raised ones, and in lists those that no other line has.

    Nothing but a note starts with a raised label. In a list of notes in two columns, extraction may
    take by turns from either.
    """
    chosen = {start.index for start in block.starts}
    labels = known | {start.label.value for start in block.starts}
    style = block.starts[0].label.style
    for index in range(block.first, block.end):
        label = read_label(lines[index].text)
        if index in chosen or label is None or not label.rest or label.value in labels:
            continue
        apart = label.style == style and _starts_apart(lines, index)
        if label.style != "raised" and not (apart and (block.listed or _counts_on(label, labels))):
            continue
        labels |= {label.value}
        yield BodyStart(index, 0, label.value, label.rest, _run(block))


def _counts_on(label: Label, labels: frozenset[str]) -> bool:
    """Whether a label is the next after one that is known."""
    return label.number is not None and str(label.number - 1) in labels


def _starts_apart(lines: Sequence[Line], index: int) -> bool:
    """Whether a line starts anew: nothing stands above it, or a note that is complete."""
    above = lines[index - 1].text
    if lines[index - 1].goes_on:
        return False
    return not starts_low(lines[index].text) and (not above or ends_sentence(above))


def _with_inner(
    lines: Sequence[Line], end: int, starts: Sequence[BodyStart], known: frozenset[str]
) -> list[BodyStart]:
    """Add notes that start inside the line of the note before them."""
    labels = set(known) | {start.label for start in starts}
    result: list[BodyStart] = []
    for start, stop in zip(starts, [*(s.index for s in starts[1:]), end], strict=True):
        result.append(start)
        for index in range(start.index, stop):
            shift = len(lines[index].text) - len(start.rest) if index == start.index else 0
            for inner in _INSIDE.finditer(lines[index].text, shift):
                label = plain_label(inner["label"])
                expected = label.isdigit() and int(label) == int(result[-1].label or 0) + 1
                if not expected or label in labels:
                    continue
                labels.add(label)
                result.append(
                    BodyStart(index, inner.start(), label, inner["rest"].strip(), start.run)
                )
    return result


def _with_lost(
    lines: Sequence[Line], starts: Sequence[BodyStart], known: frozenset[str]
) -> list[BodyStart]:
    """Give the labels that are missing to unlabelled starts, if there are just as many."""
    labels = set(known) | {start.label for start in starts}
    result: list[BodyStart] = []
    for position, start in enumerate(starts):
        result.append(start)
        after = starts[position + 1] if position + 1 < len(starts) else None
        if after is None or not (start.label.isdigit() and after.label.isdigit()):
            continue
        missing = [
            str(number)
            for number in range(int(start.label) + 1, int(after.label))
            if str(number) not in labels
        ]
        places = [
            index
            for index in range(start.index + 1, after.index)
            if _unlabelled_start(lines, index, start.index)
        ]
        if missing and len(places) == len(missing):
            result += [
                BodyStart(
                    index,
                    0,
                    label,
                    _BULLET.sub("", lines[index].text, count=1),
                    start.run,
                    lost=True,
                )
                for index, label in zip(places, missing, strict=True)
            ]
    return result


def _unlabelled_start(lines: Sequence[Line], index: int, first: int) -> bool:
    """Whether a note can start at a line that has no label."""
    text = lines[index].text
    words = _BULLET.sub("", text, count=1)
    if not text or is_address_line(words) or starts_low(words) or words[0].isdigit():
        return False
    if words != text:
        return True
    above = index - 1
    while above > first and not lines[above].text:
        above -= 1
    end = lines[above].text
    if above == index - 1:
        return bool(lines[index].indent) and len(end) > _LONG and not ends_open(end)
    return ends_sentence(end) or is_address_line(end)
