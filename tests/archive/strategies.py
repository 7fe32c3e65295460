"""Hypothesis strategies for documents in the model's normal form."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

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
from archive.text import clean_text, normal_spans

_CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn"))
texts = st.text(_CHARACTERS | st.sampled_from("ab<>&\"' \n\u00a0\u2003"), max_size=40).map(
    clean_text
)
lines = texts.map(lambda text: text.replace("\n", " "))
labels = st.text(st.characters(codec="ascii", min_codepoint=33), min_size=1, max_size=4) | (
    st.integers(0, 300).map(str)
)


@st.composite
def _spans(draw: st.DrawFn, text: str) -> tuple[Span, ...]:
    if not text:
        return ()
    ends = st.integers(0, len(text))
    spans = draw(
        st.lists(
            st.builds(
                lambda one, other, kind: Span(
                    min(one, other),
                    max(one, other),
                    kind,
                    "https://a.example/?b&c" if kind is SpanKind.LINK else None,
                ),
                ends,
                ends,
                st.sampled_from(SpanKind),
            ),
            max_size=4,
        )
    )
    return normal_spans(text, spans)


@st.composite
def _marks(draw: st.DrawFn, text: str, notes: list[str]) -> tuple[NoteMark, ...]:
    if not notes:
        return ()
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=3)))
    return tuple(NoteMark(place, draw(st.sampled_from(notes))) for place in places)


def _kind_fields(draw: st.DrawFn, kind: BlockKind, deepest: int) -> dict[str, Any]:
    if kind is BlockKind.HEADING:
        byline = draw(st.none() | lines.filter(bool))
        return {"level": draw(st.integers(1, 6)), "byline": byline}
    if kind is BlockKind.ITEM:
        return {"level": draw(st.integers(1, deepest + 1)), "label": draw(st.none() | labels)}
    return {}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Documents of up to eight blocks and four notes, with everything the model can hold."""
    note_ids = [f"fn{number}" for number in range(1, draw(st.integers(0, 4)) + 1)]
    blocks: list[Block] = []
    for number in range(1, draw(st.integers(0, 8)) + 1):
        kind = draw(st.sampled_from(BlockKind))
        box = draw(st.sampled_from(["box1", "box2"]))
        boxed = kind is BlockKind.ASIDE or draw(st.booleans())
        if boxed and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.ASIDE
        before = blocks[-1] if blocks else None
        in_same_list = (
            before is not None
            and before.kind is BlockKind.ITEM
            and before.box == (box if boxed else None)
        )
        text = draw(texts.filter(bool))
        fields = _kind_fields(draw, kind, before.level if before and in_same_list else 0)
        blocks.append(
            Block(
                f"p{number}",
                kind,
                text,
                box=box if boxed else None,
                spans=draw(_spans(text)),
                marks=draw(_marks(text, note_ids)),
                **fields,
            )
        )
    notes = []
    for note_id in note_ids:
        body = draw(st.none() | texts.filter(bool))
        spans = draw(_spans(body)) if body else ()
        marks = draw(_marks(body, note_ids)) if body else ()
        notes.append(Note(note_id, draw(labels), body, spans, marks))
    return Document("any", draw(metadata()), tuple(blocks), tuple(notes))


@st.composite
def metadata(draw: st.DrawFn) -> Metadata:
    """Metadata with every field filled or not."""
    words = lines.map(str.strip).filter(bool)
    some = st.lists(words, max_size=3).map(tuple)
    mapping = st.dictionaries(words, words, max_size=3)
    day = st.dates().map(lambda date: PartialDate(date.year, date.month, date.day))
    return Metadata(
        title=draw(words),
        subtitle=draw(st.none() | words),
        authors=draw(some),
        publisher=draw(st.none() | words),
        date=draw(st.none() | st.builds(PartialDate, st.integers(1, 9999)) | day),
        type=draw(words),
        language=draw(st.sampled_from(["en", "fr"])),
        abstract=draw(st.none() | words),
        missions=draw(some),
        themes=draw(some),
        proposed_missions=draw(some),
        proposed_themes=draw(some),
        rights=draw(st.none() | words),
        source=draw(mapping),
        abbreviations=draw(mapping),
        extra=draw(st.dictionaries(words.map("x-{}".format), words | st.integers(), max_size=2)),
    )
