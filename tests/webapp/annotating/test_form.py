from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from annotations import (
    Content,
    ContentError,
    DocumentTarget,
    Kind,
    Position,
    Quote,
    SelectionError,
    Target,
)
from archive import Document
from archive.authorities import Authorities, Mission
from tests.factories import make_block, make_document, make_heading
from webapp.annotating import Written, form_of, written_in

TEXT = "Hosts give consent, and consent can be taken back."
DOCUMENT = make_document([make_heading(), make_block(text=TEXT), make_block("p2", "Ferries.")])
KNOWN = Authorities(missions=(Mission("unexa", "UNEXA", "Mission in Exampland"),))


def _content(written: Written, before: Content | None = None) -> Content:
    return written.content(DOCUMENT, KNOWN, _open, before)


def _open(_: str) -> Document:
    return DOCUMENT


def test_without_words_it_is_about_the_whole_passage() -> None:
    assert _content(Written("p1", body="So.")).target == Target("p1")


def test_selected_words_are_kept_with_what_stands_around() -> None:
    target = _content(Written("p1", words="consent", start=24, body="So.")).target
    assert target.position == Position(24, 31)
    assert target.quote is not None
    assert (target.quote.exact, target.quote.suffix) == ("consent", " can be taken back.")


def test_words_typed_are_found_if_they_stand_there_once() -> None:
    assert _content(Written("p1", words="taken back", body="So.")).target.position == Position(
        39, 49
    )


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (Written("p1", words="consent"), "stand there 2 times"),
        (Written("p1", words="refusal"), "do not stand there"),
        (Written("p1", words="consent", start=3), "do not stand there any more"),
        (Written("p1", words="consent", start=999), "do not stand there any more"),
        (Written("p9"), "no such paragraph or note"),
    ],
)
def test_places_that_are_not_there_are_refused(written: Written, problem: str) -> None:
    with pytest.raises(SelectionError, match=problem):
        _content(written)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        (Written("p1", kind="shout"), "'shout' is no kind"),
        (Written("p1", missions=("unknown",)), "no mission 'unknown'"),
        (Written("p1", themes=("unknown",)), "no theme 'unknown'"),
        (Written("p1", refers_to="https://example.org/"), "not one of this archive"),
        (Written("p1", refers_to="/documents/first-mandate"), "not one of this archive"),
        (Written("p1", refers_to="/documents/first-mandate#p9"), "no paragraph or note 'p9'"),
    ],
)
def test_values_that_cannot_be_are_refused(written: Written, problem: str) -> None:
    with pytest.raises(ContentError, match=problem):
        _content(written)


@pytest.mark.parametrize(
    "address",
    [
        "/documents/first-mandate#p2",
        "https://archive.example/documents/first-mandate?q=consent#p2",
        "../first-mandate/document.html#p2",
    ],
)
def test_the_other_end_is_named_by_its_address(address: str) -> None:
    content = _content(Written("p1", kind="cross-reference", refers_to=address))
    assert content.refers_to == DocumentTarget("first-mandate", Target("p2"))


def test_an_edit_that_leaves_the_places_alone_keeps_them_as_they_are() -> None:
    before = Content(
        Kind.CROSS_REFERENCE,
        Target("p1", Quote("consent", "odd ", " odder"), Position(1, 8)),
        "So.",
        missions=("unexa",),
        refers_to=DocumentTarget("first-mandate", Target("p2", Quote("Ferries"))),
    )
    assert _content(form_of(before), before) == before
    moved = _content(replace(form_of(before), words="taken back"), before)
    assert moved.target.position == Position(39, 49)
    assert moved.refers_to == before.refers_to


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_any_selection_comes_back_as_it_was(one: int, other: int) -> None:
    start, end = sorted((one, other))
    target = _content(Written("p1", words=TEXT[start:end], start=start)).target
    if TEXT[start:end].strip():
        assert target.position == Position(start, end)
    else:
        assert target == Target("p1")


@given(
    st.dictionaries(
        st.sampled_from(["at", "kind", "words", "start", "body", "mission", "refers_to", "reason"]),
        st.text(max_size=30),
    )
)
def test_whatever_is_sent_is_a_content_or_an_error(fields: dict[str, str]) -> None:
    try:
        content = _content(written_in(MultiDict(fields)))
    except (ContentError, SelectionError):
        return
    assert content.target.passage in DOCUMENT.by_id
