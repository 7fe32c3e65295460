from __future__ import annotations

import pytest
from hypothesis import given

from annotations import AnchorState, Position, Quote, SelectionError, Target, resolve, select
from annotations.selectors import DocumentText, Stretch
from archive import Document, Note
from tests.archive.strategies import documents
from tests.factories import make_block, make_document, make_heading

DOCUMENT = make_document(
    [
        make_heading("h1", "Arrival"),
        make_block("p1", "The advance party reached the port in June, and the main body in July."),
    ],
    [Note("fn1", "1", "Report of the second month.")],
)


def test_a_selection_keeps_the_words_around_it() -> None:
    assert select(DOCUMENT, "p1", 30, 42) == Target(
        "p1",
        Quote("port in June", "The advance party reached the ", ", and the main body in July."),
        Position(30, 42),
    )


def test_where_a_passage_has_too_little_around_its_neighbours_help() -> None:
    assert select(DOCUMENT, "h1", 0, 7).quote == Quote(
        "Arrival", "", "\nThe advance party reached the p"
    )


def test_a_selection_without_words_is_about_the_whole_passage() -> None:
    assert select(DOCUMENT, "fn1", 3, 3) == Target("fn1")


@pytest.mark.parametrize(("passage", "start", "end"), [("p9", 0, 1), ("p1", 0, 999), ("p1", 4, 2)])
def test_a_selection_outside_the_text_is_refused(passage: str, start: int, end: int) -> None:
    with pytest.raises(SelectionError, match="no such place"):
        select(DOCUMENT, passage, start, end)


def test_a_place_across_a_border_is_a_stretch_in_each_passage() -> None:
    whole = DocumentText.of(DOCUMENT)

    assert whole.stretches(4, 11) == (Stretch("h1", 4, 7), Stretch("p1", 0, 3))
    assert whole.span("p1") == (8, 78)
    assert whole.span("p9") is None


@given(documents())
def test_what_is_selected_is_found_exactly_there(document: Document) -> None:
    for passage in document.passages():
        length = len(passage.text or "")
        words = (passage.text or "")[length // 3 :]
        if words.strip():
            anchor = resolve(select(document, passage.id, length // 3, length), document)
            assert anchor.state is AnchorState.EXACT
            assert (anchor.passage, anchor.start, anchor.end) == (passage.id, length // 3, length)
