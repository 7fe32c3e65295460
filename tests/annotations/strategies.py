"""Hypothesis strategies for annotations with everything the model can hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import strategies as st

from annotations import (
    Annotation,
    Content,
    DocumentTarget,
    Kind,
    Position,
    Quote,
    Reply,
    Signature,
    State,
    Target,
    draft,
    edit,
    withdraw,
)
from annotations.changes import clean_body
from archive.text import clean_text

_CHARACTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Co", "Cn"))
_AWKWARD = st.sampled_from(
    [
        "yes",
        "null",
        "~",
        "12",
        "1:30",
        "2026-03-12",
        "- a",
        "a: b",
        "# a",
        "'",
        '"',
        "|",
        "> ",
        "&a",
    ]
)
_words = st.text(_CHARACTERS | st.sampled_from("ab \n:#'\"-"), max_size=30) | _AWKWARD
_names = _words.map(lambda text: clean_text(text).replace("\n", " ").strip()).filter(bool)
bodies = st.lists(_words, max_size=4).map("\n".join).map(clean_body)
_ids = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
_id_lists = st.lists(_ids, max_size=2).map(tuple)
_EPOCH = dt.datetime(1995, 1, 1, tzinfo=dt.UTC)
_times = st.timedeltas(dt.timedelta(), dt.timedelta(days=30_000)).map(_EPOCH.__add__)


@st.composite
def targets(draw: st.DrawFn) -> Target:
    passage = draw(_ids)
    if draw(st.booleans()):
        return Target(passage)
    exact, prefix, suffix = (
        draw(_words.map(clean_text).filter(str.strip)),
        draw(_words.map(clean_text)),
        draw(_words.map(clean_text)),
    )
    start = draw(st.integers(0, 999))
    position = draw(st.none() | st.just(Position(start, start + len(exact))))
    return Target(passage, Quote(exact, prefix, suffix), position)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    kind = draw(st.sampled_from(Kind))
    target, other = draw(targets()), draw(targets())
    body = draw(bodies if kind in {Kind.TAG, Kind.CROSS_REFERENCE} else bodies.filter(bool))
    missions = draw(_id_lists)
    themes = draw(_id_lists)
    if kind is Kind.TAG and not missions:
        themes = (*themes, draw(_ids))
    refers_to = DocumentTarget(draw(_ids), other) if kind is Kind.CROSS_REFERENCE else None
    return Content(kind, target, body, missions, themes, refers_to)


@st.composite
def signatures(draw: st.DrawFn) -> Signature:
    return Signature(draw(_names), draw(_times), draw(_names | st.just("")))


@st.composite
def any_annotation(draw: st.DrawFn) -> Annotation:
    """Annotations with up to three revisions and two replies."""
    annotation = draft("first-mandate", draw(contents()), draw(signatures()), draw(_ids))
    for _ in range(draw(st.integers(0, 2))):
        annotation = edit(annotation, draw(contents()), draw(signatures()))
    if draw(st.booleans()):
        annotation = withdraw(annotation, draw(signatures()))
    else:
        annotation = replace(annotation, state=draw(st.sampled_from(State)))
    reply = st.builds(Reply, _names, _times, bodies.filter(bool))
    extra = st.dictionaries(
        _ids.map("x-{}".format), _words.map(clean_text) | st.integers(), max_size=2
    )
    return replace(annotation, replies=tuple(draw(st.lists(reply, max_size=2))), extra=draw(extra))
