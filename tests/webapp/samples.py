"""The small archive that most tests of the web application read: made-up papers with notes."""

from __future__ import annotations

import datetime as dt

from annotations import Annotation, Kind, Quote, State, Target
from archive import (
    Block,
    BlockKind,
    Document,
    Metadata,
    Note,
    NoteMark,
    PartialDate,
    Span,
    SpanKind,
)
from archive.links import document_href
from tests.factories import make_annotation, make_block, make_heading

_CONSENT = "Hosts give consent, and UNEXA was told to keep it."
_LINKED = "An earlier paper says more about this."


def mandate() -> Document:
    """A paper of 1999 with every kind of block, three notes (one missing), and links."""
    blocks = (
        make_heading("h1", "What hosts allow"),
        make_block("p1", _CONSENT, marks=(NoteMark(len(_CONSENT), "fn1"), NoteMark(20, "fn2"))),
        make_block("p2", "The second thing is patience.", marks=(NoteMark(29, "fn1"),)),
        Block("q1", BlockKind.QUOTATION, "Consent is never given twice."),
        make_heading("h2", "What follows", level=2),
        Block("i1", BlockKind.ITEM, "First, ask.", level=1, label="1."),
        Block("i2", BlockKind.ITEM, "Ask politely.", level=2),
        Block("i3", BlockKind.ITEM, "Then, wait.", level=1, label="2."),
        Block("b1", BlockKind.ASIDE, "A box about ferries.", box="box1"),
        make_block(
            "p3",
            _LINKED,
            spans=(Span(3, 16, SpanKind.LINK, document_href("second-paper", "p1")),),
            marks=(NoteMark(len(_LINKED), "fn3"),),
        ),
    )
    notes = (
        Note("fn1", "1", "S/RES/1270 (1999), para. 14."),
        Note("fn2", "2", None),
        Note("fn3", "3", "See note 1.", marks=(NoteMark(10, "fn1"),)),
    )
    metadata = Metadata(
        title="The limits of consent",
        subtitle="What hosts allow, and what they withdraw",
        authors=("Ada Author", "Ben Writer"),
        publisher="Example Press",
        date=PartialDate(1999, 10),
        type="report",
        abstract="A paper about asking first.",
        missions=("unexa",),
        themes=("consent",),
        rights="Free to read.",
        source={"file": "limits.txt", "url": "https://example.org/limits"},
        abbreviations={"POC": "protection of civilians"},
    )
    return Document("limits-of-consent", metadata, _in_order(blocks), notes)


def _in_order(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Marks sorted by offset, as the model wants them."""
    return tuple(
        Block(
            block.id, block.kind, block.text, block.level, block.label, block.byline, block.box,
            block.spans, tuple(sorted(block.marks)),
        )
        for block in blocks
    )  # fmt: skip


def second_paper() -> Document:
    """A paper of 2004 about another mission, by one of the same authors."""
    metadata = Metadata(
        title="Second paper",
        authors=("Ada Author",),
        date=PartialDate(2004, 3, 1),
        type="essay",
        missions=("unpart",),
        themes=("poc",),
        abbreviations={"POC": "protection of civilians"},
    )
    text = "Protection of civilians (POC) needs consent less than it needs roads."
    return Document("second-paper", metadata, (make_block("p1", text),))


def comment() -> Annotation:
    """A published comment on words of the first paper."""
    return make_annotation(
        "on-consent",
        document="limits-of-consent",
        target=Target("p1", Quote("consent")),
        body="The Council *came back* to this; see [the other](../second-paper/document.html#p1).",
        themes=("consent",),
    )


def whole_note() -> Annotation:
    """A published question about a whole note, later than the comment."""
    return make_annotation(
        "on-note",
        document="limits-of-consent",
        kind=Kind.QUESTION,
        target=Target("fn1"),
        body="Which paragraph, exactly?",
        modified=dt.datetime(2026, 5, 1, tzinfo=dt.UTC),
    )


def unseen() -> tuple[Annotation, ...]:
    """Annotations that no reader sees, each with a word of its own."""
    return tuple(
        make_annotation(
            f"is-{state.value}",
            document="limits-of-consent",
            target=Target("p2"),
            body=f"Nobody reads zz{state.value}zz.",
            state=state,
        )
        for state in State
        if state is not State.PUBLISHED
    )


def lost() -> Annotation:
    """A published annotation on words that are gone."""
    return make_annotation(
        "on-lost-words",
        document="limits-of-consent",
        target=Target("p2", Quote("words that are gone")),
        body="This one has lost its place.",
    )
