"""What changed between two versions of an annotation, as data for a page to show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rapidfuzz.distance import Indel

from annotations.models import Annotation, Content, DocumentTarget, Revision, State, Target

__all__ = ["Change", "Difference", "Piece", "Step", "differences", "history", "text_difference"]

_WORDS = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")


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
    """Return two texts as one row of pieces, word by word."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    removed = added = ""
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            pieces += _replaced(removed, added)
            removed = added = ""
            pieces.append(Piece(Change.KEPT, "".join(old[step.src_start : step.src_end])))
        removed += "".join(old[step.src_start : step.src_end]) if step.tag == "delete" else ""
        added += "".join(new[step.dest_start : step.dest_end]) if step.tag == "insert" else ""
    return (*pieces, *_replaced(removed, added))


def _replaced(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(Change.REMOVED, removed)
    if added:
        yield Piece(Change.ADDED, added)


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
