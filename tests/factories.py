"""Small documents, annotations and archives for tests: name what matters, the rest is plain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from annotations.models import Annotation, Kind, Target
from archive import Block, BlockKind, Document, Metadata, Note, NoteMark, PartialDate


def make_block(identifier: str = "p1", text: str = "The mission arrived.", **fields: Any) -> Block:
    return replace(Block(identifier, BlockKind.PARAGRAPH, text), **fields)


def make_heading(identifier: str = "h1", text: str = "Arrival", level: int = 1) -> Block:
    return Block(identifier, BlockKind.HEADING, text, level=level)


def make_document(
    blocks: Sequence[Block] | None = None,
    notes: Sequence[Note] = (),
    identifier: str = "first-mandate",
    **metadata: Any,
) -> Document:
    """A document; without blocks it has a heading, a paragraph with a note mark, and the note."""
    fields = {"title": "The first mandate", "date": PartialDate(1999, 10), **metadata}
    if blocks is None:
        text = "The Council asked the mission to protect civilians."
        blocks = [make_heading(), make_block(text=text, marks=(NoteMark(len(text), "fn1"),))]
        notes = [Note("fn1", "1", "S/RES/1270 (1999), para. 14.")]
    return Document(identifier, Metadata(**fields), tuple(blocks), tuple(notes))


def make_annotation(identifier: str = "a1", **fields: Any) -> Annotation:
    time = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
    plain = Annotation(
        id=identifier,
        document="first-mandate",
        kind=Kind.COMMENT,
        target=Target("p1"),
        body="The Council came back to this.",
        editor="A. Editor",
        created=time,
        modified=time,
    )
    return replace(plain, **fields)
