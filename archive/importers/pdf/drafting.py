"""Printed blocks to the drafts that the plain chain makes documents of; boxes put in place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.importers.pdf.boxes import Box
from archive.importers.pdf.flow import PrintedBlock, blocks_of
from archive.importers.pdf.headings import heading_at, levels_of, style_of
from archive.importers.pdf.lines import PrintedLine, plain_line
from archive.importers.pdf.typography import Typography
from archive.importers.plain.drafts import Draft
from archive.importers.plain.names import read_names
from archive.importers.plain.words import Vocabulary
from archive.models import BlockKind

__all__ = ["drafts_of"]


def drafts_of(
    lines: Sequence[PrintedLine],
    boxes: Sequence[Box],
    typography: Typography,
    vocabulary: Vocabulary,
) -> list[Draft]:
    """Return the drafts of the running text, every box after the block it interrupts."""
    bylines = _bylines(lines, typography, vocabulary)
    blocks = blocks_of([line for line in lines if line.number not in bylines], typography)
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    levels = levels_of([style_of(block.lines[0]) for block in headings])
    drafts: list[Draft] = []
    waiting = list(enumerate(boxes, start=1))
    deepest = 0
    for block in blocks:
        while waiting and waiting[0][1].lines[0].number < block.lines[0].number:
            drafts += _boxed(*waiting.pop(0), typography)
        level = 0
        if block.kind is BlockKind.HEADING:
            level = min(levels[style_of(block.lines[0])], deepest + 1)
            deepest = level
        after = block.lines[-1].number + 1
        drafts.append(replace(_draft(block, level), byline=bylines.get(after)))
    for number, box in waiting:
        drafts += _boxed(number, box, typography)
    return drafts


def _bylines(
    lines: Sequence[PrintedLine], typography: Typography, vocabulary: Vocabulary
) -> dict[int, str]:
    """The lines under headings that hold nothing but names, by their numbers.

    What is set as other headings are is a heading, even if its words could be a name.
    """
    headings: list[Sequence[PrintedLine]] = []
    index = 0
    while index < len(lines):
        heading = heading_at(lines, index, typography)
        index += max(1, len(heading))
        headings += [heading] if heading else []
    usual = {
        style_of(heading[0])
        for heading in headings
        if not read_names(" ".join(line.text for line in heading), vocabulary)
    }
    places = {line.number: index for index, line in enumerate(lines)}
    found: dict[int, str] = {}
    for heading in headings:
        for line in lines[places[heading[-1].number] + 1 :][:1]:
            if style_of(line) not in usual and read_names(line.text, vocabulary):
                found[line.number] = line.text
    return found


def _boxed(number: int, box: Box, typography: Typography) -> list[Draft]:
    """The drafts of a box; its margins are its own."""
    own = replace(typography, margins=box.margins, indent=0.0)
    blocks = blocks_of(box.lines, own)
    return [
        replace(_draft(block, 3 if block.kind is BlockKind.HEADING else 0), box=number)
        for block in blocks
    ]


def _draft(block: PrintedBlock, level: int) -> Draft:
    lines = [plain_line(line) for line in block.lines]
    if block.kind is not BlockKind.ITEM:
        return Draft(block.kind, tuple(lines), level)
    first = replace(lines[0], text=lines[0].text[len(block.mark) :])
    label = block.mark.strip()
    return Draft(
        BlockKind.ITEM,
        (first, *lines[1:]),
        level=1,
        label=label if any(sign.isalnum() for sign in label) else None,
    )
