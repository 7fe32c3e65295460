from __future__ import annotations

import datetime as dt
import re

import pytest

from annotations import AnnotationStore, Kind, Position, Quote, State, Target
from tests.annotations.factories import write_by_hand


def test_a_hand_written_file_is_read(store: AnnotationStore) -> None:
    write_by_hand(store)

    (annotation,) = store.of_document("first-mandate")

    assert annotation.id == "a1"
    assert annotation.document == "first-mandate"
    assert annotation.kind is Kind.COMMENT
    assert annotation.target == Target(
        "p1", Quote("protect civilians", "the mission to ", "."), Position(33, 50)
    )
    assert annotation.body == "The Council came back to *this*.\n\nAnd again.\n"
    assert annotation.created == dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)
    assert annotation.missions == ("unamsil",)
    assert annotation.extra == {"colour": "green"}


def test_what_a_hand_left_out_has_a_plain_meaning(store: AnnotationStore) -> None:
    write_by_hand(store)

    (annotation,) = store.of_document("first-mandate")

    assert annotation.state is State.PUBLISHED
    assert annotation.modified == annotation.created
    assert (annotation.themes, annotation.replies, annotation.revisions) == ((), (), ())


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("id: a1", "id: a2", 2, "the name of the file"),
        ("kind: comment", "kind: remark", 3, "'remark' is none of comment, correction"),
        ("  passage: p1\n  quote:", "  words:", 4, "'passage' should be text"),
        ("{start: 33, end: 50}", "{start: 50, end: 33}", 4, "start first"),
        ("editor: A. Editor\n", "", None, "'editor' should be text"),
        ("09:30:00Z", "09:30:00", 16, "time zone"),
        ("2026-03-12T09:30:00Z", "yesterday", 16, "a time such as"),
        ("[unamsil]", "unamsil", 17, "a list of ids"),
        ("colour: green", "replies: none", 19, "a list of entries"),
        ("editor: A.", "editor: A:", 15, "not valid YAML: .* at column"),
    ],
)
def test_a_fault_names_line_and_remedy_and_leaves_the_rest(
    store: AnnotationStore, old: str, new: str, line: int | None, problem: str
) -> None:
    path = write_by_hand(store, old=old, new=new)
    write_by_hand(store, "b1")

    annotations, (fault,) = store.read("first-mandate")

    assert [annotation.id for annotation in annotations] == ["b1"]
    assert (fault.path, fault.line) == (path, line)
    assert re.search(problem, fault.problem)
    assert fault.remedy
