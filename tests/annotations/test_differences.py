from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotations import (
    Change,
    DocumentTarget,
    Piece,
    Quote,
    Signature,
    Target,
    differences,
    edit,
    history,
    withdraw,
)
from annotations.differences import text_difference
from tests.annotations.strategies import bodies
from tests.factories import make_annotation

REVIEW = Signature("B. Editor", dt.datetime(2026, 3, 13, tzinfo=dt.UTC), "Checked.")


def test_a_text_is_compared_word_by_word() -> None:
    assert text_difference("The Council met twice.", "The Council met in May.") == (
        Piece(Change.KEPT, "The Council met "),
        Piece(Change.REMOVED, "twice"),
        Piece(Change.ADDED, "in May"),
        Piece(Change.KEPT, "."),
    )


@given(bodies, bodies | st.just(""))
def test_both_texts_can_be_read_from_their_difference(before: str, after: str) -> None:
    pieces = text_difference(before, after)

    assert "".join(piece.text for piece in pieces if piece.change is not Change.ADDED) == before
    assert "".join(piece.text for piece in pieces if piece.change is not Change.REMOVED) == after


def test_only_fields_that_differ_are_named() -> None:
    before = make_annotation().content
    after = replace(
        before,
        target=Target("p1", Quote("civilians")),
        themes=("protection",),
        refers_to=DocumentTarget("second-mandate", Target("p4")),
    )

    found = differences(before, after)

    assert [difference.field for difference in found] == ["words", "refers_to", "themes"]
    assert found[1].pieces == (Piece(Change.ADDED, "second-mandate p4"),)


def test_the_history_tells_what_each_revision_changed() -> None:
    annotation = make_annotation(body="One.")
    annotation = edit(annotation, replace(annotation.content, body="Two."), REVIEW)
    annotation = withdraw(annotation, REVIEW)

    steps = history(annotation)

    assert [(step.number, step.revision.reason) for step in steps] == [
        (0, "Checked."),
        (1, "Checked."),
    ]
    assert [[difference.field for difference in step.differences] for step in steps] == [
        ["body"],
        ["state"],
    ]
    assert steps[0].differences[0].pieces == (
        Piece(Change.REMOVED, "One"),
        Piece(Change.ADDED, "Two"),
        Piece(Change.KEPT, "."),
    )
