"""The running text to drafts of blocks: where paragraphs, items and quotations start and end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from archive.importers.pdf.headings import heading_at
from archive.importers.pdf.interruptions import goes_on_in, is_caption, of_one_size
from archive.importers.pdf.items import bullet_of, counts_on, is_labelled, label_of, number_of
from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.marginalia import MARGIN
from archive.importers.pdf.typography import Typography
from archive.importers.plain.shapes import ends_sentence, starts_low, without_marks
from archive.models import BlockKind

__all__ = ["PrintedBlock", "blocks_of"]

_SAME_INSET = 0.35
_SHORT = 0.6
_BLANK = 0.45
_SET_IN = 0.6


@dataclass(slots=True)
class PrintedBlock:
    """A block to be, with the lines it is made of.

    Attributes:
        kind: of the block.
        lines: as printed.
        mark: what stands before a list item, as printed; it is not part of the text.
        inset: where the text of an item starts, or of the block's lines after the first.
    """

    kind: BlockKind
    lines: list[PrintedLine] = field(default_factory=list)
    mark: str = ""
    inset: float = 0.0

    @property
    def text(self) -> str:
        """The words, the mark of an item included."""
        return " ".join(line.text for line in self.lines)

    def is_set_like(self, line: PrintedLine) -> bool:
        """Whether it is text in the type of a line; words in bold or italics do not matter."""
        if self.kind is BlockKind.HEADING or not of_one_size(self.lines[-1], line):
            return False
        if is_caption(self.text) or (self.lines[-1].column == MARGIN) != (line.column == MARGIN):
            return False
        return (line.bold or not all(own.bold for own in self.lines)) and (
            line.italic or not all(own.italic for own in self.lines)
        )


def blocks_of(lines: Sequence[PrintedLine], typography: Typography) -> list[PrintedBlock]:
    """Group the lines of the running text into blocks."""
    builder = _Builder(typography)
    index = 0
    while index < len(lines):
        heading = heading_at(lines, index, typography)
        if heading:
            builder.append(PrintedBlock(BlockKind.HEADING, list(heading)))
            index += len(heading)
            continue
        builder.add(lines[index], lines[index + 1 : index + 2])
        index += 1
    return _with_quotations(builder.blocks, typography)


@dataclass
class _Builder:
    """Adds line after line to the block they belong to."""

    typography: Typography
    blocks: list[PrintedBlock] = field(default_factory=list)
    current: PrintedBlock | None = None
    number: int = 0

    def append(self, block: PrintedBlock) -> None:
        self.blocks.append(block)
        self.current = block

    def add(self, line: PrintedLine, following: Sequence[PrintedLine]) -> None:
        mark = self._item_mark(line)
        numbered = bool(mark) and self._is_numbered_paragraph(line, following)
        if mark and not numbered:
            inset = self._text_inset(line, mark, following)
            self.append(PrintedBlock(BlockKind.ITEM, [line], mark, inset))
            return
        block = None if numbered else self._open_block(line)
        if block is not None and self._goes_on(block, line):
            block.lines.append(line)
            self.current = block
            return
        inset = self.typography.inset((*following, line)[0])
        self.append(PrintedBlock(BlockKind.PARAGRAPH, [line], inset=inset))

    def _open_block(self, line: PrintedLine) -> PrintedBlock | None:
        """The block that a line may go on with: the last, or one that other type interrupts."""
        current = self.current
        if current is None or self._follows(current, line):
            return current
        before = next((block for block in reversed(self.blocks) if block.is_set_like(line)), None)
        if before is None:
            return current
        aside = current.lines[-1].column == MARGIN
        return before if aside or goes_on_in(before.lines[-1], line) else current

    def _follows(self, block: PrintedBlock, line: PrintedLine) -> bool:
        """Whether a line is set as a block is, or stands right under it."""
        last = block.lines[-1]
        apart = last.band != line.band or self.typography.gap(last, line)
        return not apart or block.is_set_like(line)

    def _item_mark(self, line: PrintedLine) -> str:
        """What marks the line as the start of a list item, or nothing."""
        bullet, label = bullet_of(line.text), label_of(line.text)
        if not (bullet or label) or not self._may_start(line):
            return ""
        before = self.current.mark if self.current else ""
        counts = bullet or counts_on(before, label) or self._counts_paragraphs(line)
        return bullet or label if counts else ""

    def _counts_paragraphs(self, line: PrintedLine) -> bool:
        return self.number > 0 and number_of(line.text) == self.number + 1

    def _is_numbered_paragraph(self, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        """Whether a number does not label an item of a list, but counts paragraphs.

        Their lines go back to where the number stands, and they count on over headings.
        """
        number = number_of(line.text)
        if not number or not (self._counts_paragraphs(line) or self._wraps_back(line, following)):
            return False
        self.number = number
        return True

    def _wraps_back(self, line: PrintedLine, following: Sequence[PrintedLine]) -> bool:
        """Whether a full line goes on under its label, and not under its first word."""
        if not following or is_labelled(following[0].text):
            return False
        if ends_sentence(line.text) and not self.number:
            return False
        after = following[0]
        apart = after.band != line.band or self.typography.gap(line, after)
        if apart and not goes_on_in(line, after):
            return False
        back = self.typography.inset(after) < self.typography.inset(line) + 0.2 * line.size
        return back and self.typography.free(line) <= after.opening + _BLANK * line.size

    def _may_start(self, line: PrintedLine) -> bool:
        """Whether something new can start at the line: the text before does not run into it."""
        if self.current is None:
            return True
        block, last = self.current, self.current.lines[-1]
        if block.kind in (BlockKind.HEADING, BlockKind.ITEM):
            return True
        if last.band == line.band and self.typography.gap(last, line):
            return True
        return ends_sentence(last.text) or last.text.endswith((":", ";"))

    def _text_inset(self, line: PrintedLine, mark: str, following: Sequence[PrintedLine]) -> float:
        if self._wraps_back(line, following):
            return self.typography.inset(following[0])
        inset = self.typography.inset(line)
        width = (line.right - line.left) * len(mark) / max(1, len(line.text))
        if following and following[0].band == line.band:
            hanging = self.typography.inset(following[0])
            if inset + 0.4 * line.size < hanging < inset + width + 2 * line.size:
                return hanging
        return inset + width

    def _goes_on(self, block: PrintedBlock, line: PrintedLine) -> bool:
        """Whether the line belongs to the block."""
        if block.kind is BlockKind.HEADING:
            return False
        last = block.lines[-1]
        if (last.column == MARGIN) != (line.column == MARGIN):
            return False
        if is_caption(line.text) and self._may_start(line):
            return False
        if abs(last.size - line.size) > 0.06 * line.size:
            return False
        if last.band != line.band:
            return self._goes_on_over_break(block, line)
        if line.number - last.number > 1:
            # A box inside a column stands between paragraphs, unless a sentence goes on under it.
            return not ends_sentence(last.text) and self._goes_on_over_break(block, line)
        if self.typography.gap(last, line):
            return False
        inset = self.typography.inset(line)
        tolerance = _SAME_INSET * line.size
        if block.kind is BlockKind.ITEM:
            return inset > self.typography.inset(block.lines[0]) + 0.4 * line.size or (
                abs(inset - block.inset) < tolerance and not self._ended(block, line)
            )
        return self._same_edge(block, line, inset, tolerance)

    def _same_edge(
        self, block: PrintedBlock, line: PrintedLine, inset: float, tolerance: float
    ) -> bool:
        if len(block.lines) == 1:
            first = self.typography.inset(block.lines[0])
            opening = inset <= first + tolerance and first - inset < 3.5 * line.size
            return (opening and abs(inset - first) > tolerance) or not self._ended(block, line)
        if abs(inset - block.inset) < tolerance:
            return not self._ended(block, line)
        return False

    def _goes_on_over_break(self, block: PrintedBlock, line: PrintedLine) -> bool:
        """Whether a block goes on at the head of the next column or page."""
        last = block.lines[-1]
        inset = self.typography.inset(line)
        tolerance = _SAME_INSET * line.size
        open_end = not ends_sentence(without_marks(last.text)) and not ends_sentence(last.text)
        if block.kind is BlockKind.ITEM:
            inside = abs(inset - block.inset) < 2 * tolerance
            return inside and not (block.inset < tolerance and self._ended(block, line))
        usual = block.inset if len(block.lines) > 1 else self._usual_inset(block)
        if abs(inset - usual) > tolerance:
            near = abs(inset - usual) < line.size
            after_first = len(block.lines) == 1 and abs(inset) <= tolerance
            return open_end and starts_low(line.text) and (near or after_first)
        if open_end:
            return not last.text.endswith(":") or goes_on_in(last, line)
        return not self._ended(block, line)

    def _usual_inset(self, block: PrintedBlock) -> float:
        """The inset expected of the second line of a block that has one line so far."""
        inset = self.typography.inset(block.lines[0])
        return 0.0 if abs(inset - self.typography.indent) < 2.0 else inset

    def _ended(self, block: PrintedBlock, line: PrintedLine) -> bool:
        """Whether a block ends: its last line ends a sentence, and the next word had room."""
        last = block.lines[-1]
        if not ends_sentence(last.text):
            return False
        room = self._edge(block) - last.right
        guessed = len(block.lines) == 1 and self._is_set_in(block)
        if self.typography.justified and not guessed:
            return room > _SHORT * last.size
        return room > line.opening + _BLANK * last.size

    def _is_set_in(self, block: PrintedBlock) -> bool:
        least = _SET_IN * block.lines[-1].size
        return min(self.typography.inset(line) for line in block.lines) >= least

    def _edge(self, block: PrintedBlock) -> float:
        """Where the lines of a block may end: what is set in has an edge of its own."""
        last = block.lines[-1]
        edge = self.typography.margin(last)[1]
        if not self._is_set_in(block):
            return edge
        inset = min(self.typography.inset(line) for line in block.lines)
        here = [line.right for line in block.lines if line.column == last.column]
        return max(edge - inset, *here) if self.typography.justified else edge - inset


def _with_quotations(blocks: Iterable[PrintedBlock], typography: Typography) -> list[PrintedBlock]:
    """Know paragraphs set in from the margin for the quotations they are."""
    found: list[PrintedBlock] = []
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH and _set_in(block, typography):
            block.kind = BlockKind.QUOTATION
        found.append(block)
    return found


def _set_in(block: PrintedBlock, typography: Typography) -> bool:
    insets = [typography.inset(line) for line in block.lines]
    least = 0.8 * block.lines[0].size
    if min(insets) < least:
        return False
    alone = len(block.lines) == 1
    if alone and (abs(insets[0] - typography.indent) < 2.0 or block.text.endswith(":")):
        return False
    return max(insets[1:], default=insets[0]) < 8 * block.lines[0].size
