"""Drafts and bodies to blocks and notes: marks chosen and cut out, ids given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.importers.plain.drafts import Draft
from archive.importers.plain.inline import Inline, address_spans, cut, moved, read_inline
from archive.importers.plain.joints import Joined, join_lines
from archive.importers.plain.mark_candidates import candidates
from archive.importers.plain.note_bodies import Body, NotesFound
from archive.importers.plain.note_marks import Expected, Placed, choose_marks, expected_notes
from archive.importers.plain.words import Vocabulary
from archive.importers.report import Remark
from archive.models import Block, BlockKind, Note, NoteMark, Span
from archive.text import fold, normal_spans

__all__ = ["Assembled", "assemble"]


@dataclass(frozen=True, slots=True)
class Assembled:
    """The blocks and notes of a document, with what was doubted on the way."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    lines: dict[str, tuple[int, ...]]
    doubts: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark found in a passage: the place of its figures and the notes it refers to."""

    start: int
    end: int
    notes: tuple[str, ...]


def assemble(
    drafts: Sequence[Draft], found: NotesFound, vocabulary: Vocabulary
) -> Assembled:
    """Make blocks and notes of drafts and bodies."""
    joined = [join_lines(draft.lines, vocabulary) for draft in drafts]
    inlines = [read_inline(text.text) for text in joined]
    marks, missing = _marks(joined, inlines, found.bodies, found.listed, vocabulary)
    notes = _notes(found.bodies, missing, vocabulary)
    blocks, lines = _blocks(drafts, inlines, marks)
    doubts = [doubt for text in joined for doubt in text.doubts]
    for body, note in zip(found.bodies, notes, strict=False):
        lines[note.id] = tuple(line.number for line in body.lines if line.text)
    return Assembled(tuple(blocks), tuple(_ordered(notes)), lines, tuple(doubts))


def _note_id(run: int, label: str) -> str:
    return f"fn{label}" if run == 1 else f"fn{run}-{label}"


def _marks(
    joined: Sequence[Joined],
    inlines: Sequence[Inline],
    bodies: Sequence[Body],
    listed: frozenset[int],
    vocabulary: Vocabulary,
) -> tuple[dict[int, list[_Mark]], list[Expected]]:
    """Choose the marks of the whole document; also the notes that have marks and no body."""
    placed = [
        Placed(number, _place(joined[number], inline, candidate.start), candidate)
        for number, inline in enumerate(inlines)
        for candidate in candidates(inline.text, vocabulary)
    ]
    placed.sort(key=lambda mark: (mark.place, mark.passage, mark.candidate.start))
    runs: dict[int, dict[int, int]] = {}
    for body in bodies:
        if body.label.isdigit():
            runs.setdefault(body.run, {})[int(body.label)] = body.place
    expected = expected_notes(
        runs or {1: {}},
        frozenset(body.run for body in bodies if body.run not in listed),
        sorted({body.block: body.place for body in reversed(bodies)}.values()),
    )
    found: dict[int, list[_Mark]] = {}
    missing: dict[tuple[int, int], Expected] = {}
    for mark, notes in choose_marks(placed, expected):
        ids = tuple(_note_id(note.run, str(note.number)) for note in notes)
        candidate = mark.candidate
        found.setdefault(mark.passage, []).append(_Mark(candidate.start, candidate.end, ids))
        for note in notes:
            if note.body_line is None:
                missing[note.run, note.number] = note
    return found, list(missing.values())


def _place(joined: Joined, inline: Inline, offset: int) -> int:
    """The place in the order of reading of the line that an offset lies on."""
    place = joined.origins[0][1].place
    for start, line in joined.origins:
        if inline.moved(start) > offset:
            break
        place = line.place
    return place


def _blocks(
    drafts: Sequence[Draft], inlines: Sequence[Inline], marks: dict[int, list[_Mark]]
) -> tuple[list[Block], dict[str, tuple[int, ...]]]:
    blocks: list[Block] = []
    lines: dict[str, tuple[int, ...]] = {}
    headings = paragraphs = 0
    for number, (draft, inline) in enumerate(zip(drafts, inlines, strict=True)):
        text, spans, note_marks = _finished(inline.text, inline.spans, marks.get(number, []))
        if not text:
            continue
        if draft.kind is BlockKind.HEADING:
            headings += 1
            name = f"h{headings}"
        else:
            paragraphs += 1
            name = f"p{paragraphs}"
        box = None if draft.box is None else f"box{draft.box}"
        kind = BlockKind.ASIDE if box and draft.kind is BlockKind.PARAGRAPH else draft.kind
        blocks.append(
            Block(name, kind, text, draft.level, draft.label, draft.byline, box, spans, note_marks)
        )
        lines[name] = tuple(line.number for line in draft.lines)
    return blocks, lines


def _finished(
    text: str, spans: Sequence[Span], marks: Sequence[_Mark]
) -> tuple[str, tuple[Span, ...], tuple[NoteMark, ...]]:
    """Cut the marks out and make the text clean, spans and marks kept in place."""
    places: list[tuple[int, int]] = []
    found: list[tuple[int, str]] = []
    for mark in sorted(marks, key=lambda mark: mark.start):
        start, end = mark.start, mark.end
        if text[start - 1 : start] == "[" and text[end : end + 1] == "]":
            start, end = start - 1, end + 1
        at = len(text[:start].rstrip())
        after = text[end : end + 1]
        places.append(
            (at if not after or after.isspace() or after in ".,;:!?)]”’\"'" else start, end)
        )
        found += [(at, note) for note in mark.notes]
    short, offsets = cut(text, places)
    clean, folded = fold(short)
    links = [span for span in address_spans(clean)]
    kept = [
        Span(
            folded[moved(offsets, span.start)],
            folded[moved(offsets, span.end)],
            span.kind,
            span.href,
        )
        for span in spans
    ]
    note_marks = tuple(NoteMark(folded[moved(offsets, at)], note) for at, note in found)
    return clean, normal_spans(clean, [*kept, *links]), note_marks


def _notes(
    bodies: Sequence[Body], missing: Sequence[Expected], vocabulary: Vocabulary
) -> list[Note]:
    notes: list[Note] = []
    for body in bodies:
        inline = read_inline(join_lines(body.lines, vocabulary).text)
        text, spans, _ = _finished(inline.text, inline.spans, [])
        notes.append(Note(_note_id(body.run, body.label), body.label, text, spans))
    notes += [
        Note(_note_id(note.run, str(note.number)), str(note.number), None) for note in missing
    ]
    return notes


def _ordered(notes: Sequence[Note]) -> list[Note]:
    def order(note: Note) -> tuple[int, int]:
        run, _, label = note.id.removeprefix("fn").rpartition("-")
        return (int(run or 1), int(label) if label.isdigit() else 0)

    return sorted(notes, key=order)
