"""The bodies of notes: which lines belong to each, with labels, bullets and bare addresses off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from archive.importers.plain.carried_over import Gap, Measures, carried_over, measures_of
from archive.importers.plain.contents import title_key
from archive.importers.plain.lines import Line, Taken, take
from archive.importers.plain.lost_labels import BodyStart, body_starts
from archive.importers.plain.note_blocks import NoteBlock, note_blocks
from archive.importers.plain.note_starts import notes_regions, strong_marks
from archive.importers.plain.shapes import ends_sentence, is_address_line
from archive.importers.report import Omission, Remark

__all__ = ["Body", "NotesFound", "lost_label_doubts", "take_notes"]

_BULLET = re.compile(r"[-–•]\s+(?=\S)")
_GHOST = 85
_SHORTEST_GHOST = 15


@dataclass(frozen=True, slots=True)
class Body:
    """The body of one note.

    Attributes:
        label: what readers see.
        run: the run of labels it belongs to, counted from 1.
        block: the block of notes it stands in, counted from 0.
        lines: its lines, the label removed; empty ones where blank lines stood.
        links: addresses that stood alone on their lines under the note.
        label_lost: the source gives no label: it was found by its place.
    """

    label: str
    run: int
    block: int
    lines: tuple[Line, ...]
    links: tuple[str, ...] = ()
    label_lost: bool = False

    @property
    def first_line(self) -> int:
        """The number of the first line."""
        return self.lines[0].number

    @property
    def place(self) -> int:
        """The place of the first line in the order of reading."""
        return self.lines[0].order


@dataclass(frozen=True, slots=True)
class NotesFound:
    """The bodies found, and the lines with those of notes taken out.

    Attributes:
        bodies: in the order of the source.
        lines: all lines, those of notes taken.
        listed: the runs whose notes stand under a heading such as "Notes".
        omissions: repeated words that extraction put after a note.
        doubts: labels that were found by their place only.
    """

    bodies: tuple[Body, ...]
    lines: tuple[Line, ...]
    listed: frozenset[int]
    omissions: tuple[Omission, ...]
    doubts: tuple[Remark, ...]


def take_notes(lines: Sequence[Line], titles: frozenset[str] = frozenset()) -> NotesFound:
    """Find the bodies of all notes and take their lines out of the running text.

    Where that would leave no text at all, what looked like notes is the text.

    Args:
        lines: of the document, in order.
        titles: keys of the titles in the table of contents, whose numbers are no labels.
    """
    headings = frozenset(i for i, line in enumerate(lines) if title_key(line.text) in titles)
    found = note_blocks(lines, strong_marks(lines), notes_regions(lines), headings)
    blocks = _renumbered(found)
    taken = list(lines)
    bodies: list[Body] = []
    omissions: list[Omission] = []
    measures = _measures(lines, blocks)
    for number, block in enumerate(blocks):
        known = _labels_elsewhere(blocks, number)
        starts = body_starts(lines, block, known)
        for position, start in enumerate(starts):
            after = starts[position + 1] if position + 1 < len(starts) else None
            body, ghosts = _body(lines, start, after, block.end, number)
            bodies.append(body)
            omissions += ghosts
        for index in range(block.first, block.end):
            taken[index] = take(taken[index], Taken.NOTES)
        if not block.listed:
            below = blocks[number + 1] if number + 1 < len(blocks) else None
            limit, resumed = (below.first, below.end) if below else (len(lines), len(lines))
            gap = Gap(block.end, limit, resumed)
            bodies[-1] = _with_carried_over(taken, bodies[-1], gap, measures)
    if not any(line.text for line in taken):
        return NotesFound((), tuple(lines), frozenset(), (), ())
    listed = frozenset(block.starts[0].run for block in blocks if block.listed)
    return NotesFound(
        tuple(bodies), tuple(taken), listed, tuple(omissions), lost_label_doubts(bodies)
    )


def lost_label_doubts(bodies: Iterable[Body]) -> tuple[Remark, ...]:
    """A remark for each body whose label is not in the source."""
    return tuple(
        Remark(
            "note label",
            f"label {body.label} is lost; the note is taken for {body.label} by its place",
            (body.first_line,),
        )
        for body in bodies
        if body.label_lost
    )


def _measures(lines: Sequence[Line], blocks: Sequence[NoteBlock]) -> Measures:
    """How wide lines of the text, and of notes at the feet of pages, are."""
    held = {
        index for block in blocks if not block.listed for index in range(block.first, block.end)
    }
    text = [line for index, line in enumerate(lines) if index not in held]
    return measures_of(text, [lines[index] for index in sorted(held)])


def _with_carried_over(taken: list[Line], body: Body, gap: Gap, measures: Measures) -> Body:
    """Add to a body what stands of it on the next pages, and take it out of the running text."""
    while carried := carried_over(taken, gap, body.lines[-1], measures):
        body = replace(body, lines=(*body.lines, *(taken[index] for index in carried)))
        for index in carried:
            taken[index] = take(taken[index], Taken.NOTES)
        gap = replace(gap, start=carried[-1] + 1)
    return body


def _renumbered(blocks: Sequence[NoteBlock]) -> list[NoteBlock]:
    """Count the runs of the blocks that were kept from 1 again."""
    runs: dict[int, int] = {}
    for block in blocks:
        runs.setdefault(block.starts[0].run, len(runs) + 1)
    return [
        replace(block, starts=tuple(replace(start, run=runs[start.run]) for start in block.starts))
        for block in blocks
    ]


def _labels_elsewhere(blocks: Sequence[NoteBlock], number: int) -> frozenset[str]:
    run = blocks[number].starts[0].run
    return frozenset(
        start.label.value
        for other, block in enumerate(blocks)
        if other != number and block.starts[0].run == run
        for start in block.starts
    )


def _body(
    lines: Sequence[Line], start: BodyStart, after: BodyStart | None, end: int, block: int
) -> tuple[Body, list[Omission]]:
    last = end if after is None else after.index + (1 if after.offset else 0)
    kept = [replace(lines[start.index], text=start.rest)]
    kept += [
        replace(line, text=_BULLET.sub("", line.text, count=1))
        for line in lines[start.index + 1 : last]
    ]
    if after is not None and after.offset:
        kept[-1] = _before_inner(lines, kept[-1], start, after)
    kept, ghosts = _without_ghosts(kept)
    words, links = _without_links(kept)
    return Body(start.label, start.run, block, tuple(words), links, start.lost), ghosts


def _before_inner(lines: Sequence[Line], line: Line, start: BodyStart, after: BodyStart) -> Line:
    """The part of a line that comes before a note inside it."""
    whole = lines[after.index].text
    cut = len(whole) - after.offset
    words = start.rest if start.index == after.index else line.text
    return replace(line, text=words[: len(words) - cut].strip())


def _without_ghosts(lines: Sequence[Line]) -> tuple[list[Line], list[Omission]]:
    """Leave out lines that repeat, damaged, the last words above them."""
    kept: list[Line] = []
    ghosts: list[Omission] = []
    for line in lines:
        above = " ".join(other.text for other in kept if other.text)
        apart = bool(kept) and not kept[-1].text
        if apart and _is_ghost(line.text, above):
            ghosts.append(Omission("repeated by the extraction", (line.number,), line.text))
        else:
            kept.append(line)
    return kept, ghosts


def _is_ghost(text: str, above: str) -> bool:
    if not _SHORTEST_GHOST <= len(text) < len(above) or text[0].isupper() or is_address_line(text):
        return False
    return fuzz.ratio(text, above[-len(text) :]) >= _GHOST


def _without_links(lines: Sequence[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """Leave out addresses that stand alone under a note, unless its words lead to one."""
    end = len(lines)
    while end > 1 and (not lines[end - 1].text or is_address_line(lines[end - 1].text)):
        end -= 1
    words = list(lines[:end])
    addresses = [line for line in lines[end:] if line.text]
    if addresses and not _complete(words[-1].text):
        words.append(addresses.pop(0))
    links = dict.fromkeys(line.text for line in addresses if line.text != words[-1].text)
    return words, tuple(links)


def _complete(text: str) -> bool:
    """Whether the words do not lead to an address that follows them."""
    return ends_sentence(text) or text.endswith((")", "]"))
