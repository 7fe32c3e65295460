"""What changed between two versions of an annotation, as data for a page to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby, pairwise, takewhile

from rapidfuzz.distance import Indel

from annotations.models import Annotation, Content, DocumentTarget, Revision, State, Target

__all__ = ["Change", "Difference", "Piece", "Step", "differences", "history", "text_difference"]

_WORDS = re.compile(r"(\s*)(\w+|[^\w\s]|\Z)")


class Change(StrEnum):
    """What happened to a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and what happened to it."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """How one field of an annotation changed.

    Attributes:
        field: `kind`, `state`, `passage`, `words`, `refers_to`, `body`, `missions` or `themes`.
        pieces: kept and added ones make up the text after, kept and removed ones that before.
    """

    field: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A revision and what it changed. `number` counts from 0, as `restore` does."""

    number: int
    revision: Revision
    differences: tuple[Difference, ...]


def history(annotation: Annotation) -> tuple[Step, ...]:
    """Return every revision of an annotation with what it changed, oldest first."""
    versions = [(revision.before, revision.state) for revision in annotation.revisions]
    versions.append((annotation.content, annotation.state))
    return tuple(
        Step(number, revision, (*_state_difference(state, new_state), *differences(old, new)))
        for number, (revision, ((old, state), (new, new_state))) in enumerate(
            zip(annotation.revisions, pairwise(versions), strict=True)
        )
    )


def differences(before: Content, after: Content) -> tuple[Difference, ...]:
    """Return how every field that differs between two contents changed."""
    fields = zip(_texts(before), _texts(after), strict=True)
    return tuple(
        Difference(name, text_difference(then, later))
        for (name, then), (_, later) in fields
        if then != later
    )


def text_difference(before: str, after: str) -> tuple[Piece, ...]:
    """Return two texts as one row of pieces, word by word.

    Words alone are compared, not the blanks between them, or every blank would look kept.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    removed = added = ""
    for step in Indel.opcodes([word for _, word in old], [word for _, word in new]):
        then, later = old[step.src_start : step.src_end], new[step.dest_start : step.dest_end]
        if step.tag != "equal":
            removed += "".join(map("".join, then))
            added += "".join(map("".join, later))
            continue
        for (blank, word), (new_blank, _) in zip(then, later, strict=True):
            pieces += _replaced(removed + blank, added + new_blank)
            removed = added = ""
            pieces.append(Piece(Change.KEPT, word))
    return tuple(_joined([*pieces, *_replaced(removed, added)]))


def _replaced(removed: str, added: str) -> Iterator[Piece]:
    """Yield what was removed and added in one place; blanks at both ends of both are kept."""
    lead = _shared_blank(removed, added)
    removed, added = removed[len(lead) :], added[len(lead) :]
    trail = _shared_blank(removed[::-1], added[::-1])[::-1]
    yield Piece(Change.KEPT, lead)
    yield Piece(Change.REMOVED, removed[: len(removed) - len(trail)])
    yield Piece(Change.ADDED, added[: len(added) - len(trail)])
    yield Piece(Change.KEPT, trail)


def _shared_blank(text: str, other: str) -> str:
    """The blanks that two texts both begin with."""
    pairs = zip(text, other, strict=False)
    shared = takewhile(lambda pair: pair[0] == pair[1] and pair[0].isspace(), pairs)
    return "".join(letter for letter, _ in shared)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield pieces with neighbours of one kind made one, and empty ones left out."""
    filled = (piece for piece in pieces if piece.text)
    for change, group in groupby(filled, key=lambda piece: piece.change):
        yield Piece(change, "".join(piece.text for piece in group))


def _state_difference(before: State, after: State) -> Iterator[Difference]:
    if before is not after:
        yield Difference("state", text_difference(before, after))


def _texts(content: Content) -> tuple[tuple[str, str], ...]:
    """The fields of a content as texts that can be compared."""
    return (
        ("kind", content.kind),
        ("passage", content.target.passage),
        ("words", _words(content.target)),
        ("refers_to", _end(content.refers_to)),
        ("body", content.body),
        ("missions", ", ".join(content.missions)),
        ("themes", ", ".join(content.themes)),
    )


def _words(target: Target) -> str:
    return "" if target.quote is None else target.quote.exact


def _end(end: DocumentTarget | None) -> str:
    if end is None:
        return ""
    return f"{end.document} {end.target.passage} {_words(end.target)}".strip()
