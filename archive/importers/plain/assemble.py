"""Drafts and bodies to blocks and notes: marks chosen and cut out, ids given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.importers.plain.drafts import Draft
from archive.importers.plain.expected import Expected, expected_notes
from archive.importers.plain.finishing import MarkPlace, finished
from archive.importers.plain.inline import Inline, read_inline
from archive.importers.plain.joints import Joined, join_lines
from archive.importers.plain.mark_candidates import FindCandidates, candidates, sign_candidates
from archive.importers.plain.note_bodies import NotesFound
from archive.importers.plain.note_marks import Chosen, Placed, choose_marks
from archive.importers.plain.sign_notes import SignBody
from archive.importers.plain.words import Vocabulary
from archive.importers.report import Remark
from archive.models import Block, BlockKind, Note

__all__ = ["Assembled", "assemble"]


@dataclass(frozen=True, slots=True)
class Assembled:
    """The blocks and notes of a document, with what was doubted on the way."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    links: dict[str, tuple[str, ...]]
    doubts: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    """The text of a draft, with the lines it comes from."""

    joined: Joined
    inline: Inline

    def place(self, offset: int) -> tuple[int, int]:
        """The place in the order of reading, and the number, of the line at an offset."""
        found = self.joined.origins[0][1]
        for start, line in self.joined.origins:
            if self.inline.moved(start) > offset:
                break
            found = line
        return found.order, found.number


def assemble(
    drafts: Sequence[Draft],
    found: NotesFound,
    vocabulary: Vocabulary,
    signs: Sequence[SignBody] = (),
    find: FindCandidates = candidates,
) -> Assembled:
    """Make blocks and notes of drafts and bodies; `find` knows what could be a note mark."""
    joined = [join_lines(draft.lines, vocabulary) for draft in drafts]
    passages = [_Passage(text, read_inline(text.text)) for text in joined]
    chosen = choose_marks(_placed(passages, vocabulary, find), expected_notes(found))
    places: dict[int, list[MarkPlace]] = {}
    for one in chosen:
        ids = tuple(_note_id(note) for note in one.notes)
        candidate = one.mark.candidate
        places.setdefault(one.mark.passage, []).append(
            MarkPlace(candidate.start, candidate.end, ids)
        )
    for passage, mark in _sign_marks(passages, signs):
        places.setdefault(passage, []).append(mark)
    notes = [*_sign_notes(signs, vocabulary), *_notes(found, chosen, vocabulary)]
    doubts = [doubt for text in joined for doubt in text.doubts]
    doubts += _doubts(passages, found, chosen)
    return Assembled(
        tuple(_blocks(drafts, passages, places)),
        tuple(notes),
        {_body_id(body.run, body.label): body.links for body in found.bodies if body.links},
        tuple(doubts),
    )


def _note_id(note: Expected) -> str:
    return _body_id(note.run, str(note.number))


def _body_id(run: int, label: str) -> str:
    return f"fn{label}" if run == 1 else f"fn{run}-{label}"


def _sign_id(number: int) -> str:
    return f"fn-s{number}"


def _placed(
    passages: Sequence[_Passage], vocabulary: Vocabulary, find: FindCandidates
) -> list[Placed]:
    """Every candidate of the document in the order of reading."""
    placed = [
        Placed(number, passage.place(candidate.start)[0], candidate)
        for number, passage in enumerate(passages)
        for candidate in find(passage.inline.text, vocabulary)
    ]
    return sorted(placed, key=lambda mark: (mark.place, mark.passage, mark.candidate.start))


def _sign_marks(
    passages: Sequence[_Passage], signs: Sequence[SignBody]
) -> Iterator[tuple[int, MarkPlace]]:
    """For every note with a sign, its mark: the nearest above its body that is not taken."""
    placed = [
        (passage.place(start)[0], number, start, end, sign)
        for number, passage in enumerate(passages)
        for start, end, sign in sign_candidates(passage.inline.text)
    ]
    for count, body in enumerate(signs, start=1):
        above = [mark for mark in placed if mark[4] == body.label and mark[0] < body.place]
        if above:
            nearest = max(above)
            placed.remove(nearest)
            _, number, start, end, _ = nearest
            yield number, MarkPlace(start, end, (_sign_id(count),))


def _blocks(
    drafts: Sequence[Draft],
    passages: Sequence[_Passage],
    places: dict[int, list[MarkPlace]],
) -> Iterator[Block]:
    headings = others = 0
    for number, (draft, passage) in enumerate(zip(drafts, passages, strict=True)):
        done = finished(passage.inline, places.get(number, ()))
        if not done.text:
            continue
        heading = draft.kind is BlockKind.HEADING
        headings, others = headings + heading, others + (not heading)
        box = None if draft.box is None else f"box{draft.box}"
        aside = box is not None and draft.kind is BlockKind.PARAGRAPH
        yield Block(
            id=f"h{headings}" if heading else f"p{others}",
            kind=BlockKind.ASIDE if aside else draft.kind,
            text=done.text,
            level=draft.level,
            label=draft.label,
            byline=draft.byline,
            box=box,
            spans=done.spans,
            marks=done.marks,
        )


def _notes(found: NotesFound, chosen: Sequence[Chosen], vocabulary: Vocabulary) -> list[Note]:
    """The notes with bodies, and those that have only marks, in the order of their numbers."""
    notes: dict[tuple[int, int], Note] = {}
    for body in found.bodies:
        done = finished(read_inline(join_lines(body.lines, vocabulary).text))
        name = _body_id(body.run, body.label)
        notes[body.run, int(body.label)] = Note(name, body.label, done.text, done.spans)
    for one in chosen:
        for note in one.notes:
            if note.body is None:
                missing = Note(_note_id(note), str(note.number), None)
                notes.setdefault((note.run, note.number), missing)
    return [notes[key] for key in sorted(notes)]


def _sign_notes(signs: Sequence[SignBody], vocabulary: Vocabulary) -> Iterator[Note]:
    for count, body in enumerate(signs, start=1):
        done = finished(read_inline(join_lines(body.lines, vocabulary).text))
        yield Note(_sign_id(count), body.label, done.text, done.spans)


def _doubts(
    passages: Sequence[_Passage], found: NotesFound, chosen: Sequence[Chosen]
) -> Iterator[Remark]:
    """What a person should look at: weak marks, marks without body, bodies without mark."""
    marked = {(note.run, str(note.number)) for one in chosen for note in one.notes}
    for one in chosen:
        passage = passages[one.mark.passage]
        _, line = passage.place(one.mark.candidate.start)
        written = passage.inline.text[one.mark.candidate.start : one.mark.candidate.end]
        if not one.sure:
            text = f"'{written}' is taken for a note mark; its form or place leaves a doubt"
            yield Remark("note mark", text, (line,), _note_id(one.notes[0]))
        for note in one.notes:
            if note.body is None:
                text = f"note {note.number} has a mark and no body"
                yield Remark("missing note", text, (line,), _note_id(note))
    for body in found.bodies:
        if (body.run, body.label) not in marked:
            text = f"note {body.label} has a body and no mark"
            yield Remark("note mark", text, (body.first_line,), _body_id(body.run, body.label))
