from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from annotations import (
    LONGEST_BODY,
    Annotation,
    AnnotationStateError,
    Content,
    ContentError,
    DocumentTarget,
    Kind,
    Revision,
    Signature,
    State,
    Target,
    draft,
    edit,
    publish,
    reopen,
    reply,
    restore,
    resubmit,
    sign,
    submit,
    withdraw,
)
from tests.factories import make_annotation

Step = Callable[[Annotation, Signature], Annotation]

NOON = dt.datetime(2026, 3, 13, 12, tzinfo=dt.UTC)
REVIEW = Signature("B. Editor", NOON, "Checked.")
COMMENT = Content(Kind.COMMENT, Target("p1"), "The Council came back to this.")


def test_a_draft_has_an_id_of_its_day_and_no_history() -> None:
    annotation = draft("first-mandate", COMMENT, REVIEW)

    assert annotation.id.startswith("20260313-")
    assert annotation.id != draft("first-mandate", COMMENT, REVIEW).id
    assert (annotation.state, annotation.editor) == (State.DRAFT, "B. Editor")
    assert (annotation.content, annotation.revisions) == (COMMENT, ())


def test_what_is_resubmitted_waits_for_review_with_its_new_text() -> None:
    before = make_annotation()
    content = replace(before.content, body="It never did.")

    after = resubmit(before, content, REVIEW)

    assert (after.content, after.state) == (content, State.SUBMITTED)
    assert [revision.state for revision in after.revisions] == [State.PUBLISHED]
    assert resubmit(before, before.content, REVIEW) is before


def test_an_edit_keeps_who_when_why_and_what_was_before() -> None:
    before = make_annotation()
    content = replace(before.content, body="It never did.", missions=("unamsil",))

    after = edit(before, content, REVIEW)

    assert after.content == content
    assert after.modified == NOON
    assert after.revisions == (
        Revision("B. Editor", NOON, "Checked.", before.content, State.PUBLISHED),
    )


def test_an_edit_that_changes_nothing_leaves_no_trace() -> None:
    annotation = make_annotation()

    assert edit(annotation, annotation.content, REVIEW) is annotation


def test_the_way_to_the_reader_and_back() -> None:
    annotation = draft("first-mandate", COMMENT, REVIEW)
    for step in (submit, publish, withdraw, reopen):
        annotation = step(annotation, REVIEW)

    assert annotation.state is State.DRAFT
    assert [revision.state for revision in annotation.revisions] == [
        State.DRAFT,
        State.SUBMITTED,
        State.PUBLISHED,
        State.WITHDRAWN,
    ]


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (State.PUBLISHED, submit),
        (State.PUBLISHED, publish),
        (State.WITHDRAWN, publish),
        (State.WITHDRAWN, withdraw),
        (State.PUBLISHED, reopen),
    ],
)
def test_a_step_that_makes_no_sense_is_refused(state: State, step: Step) -> None:
    with pytest.raises(AnnotationStateError, match=f"is {state}"):
        step(make_annotation(state=state), REVIEW)


def test_an_old_text_comes_back_and_the_newer_one_stays_in_the_history() -> None:
    first = make_annotation(body="One.", state=State.DRAFT)
    second = publish(edit(first, replace(first.content, body="Two."), REVIEW), REVIEW)

    third = restore(second, 0, REVIEW)

    assert (third.body, third.state) == ("One.", State.PUBLISHED)
    assert [revision.before.body for revision in third.revisions] == ["One.", "Two.", "Two."]


def test_a_revision_that_is_not_there_cannot_be_restored() -> None:
    with pytest.raises(ContentError, match="no revision 0"):
        restore(make_annotation(), 0, REVIEW)


def test_a_reply_stands_at_the_end_of_the_thread() -> None:
    annotation = reply(reply(make_annotation(), "Why?", REVIEW), "See  \r\np. 4.\n\n", REVIEW)

    assert [answer.body for answer in annotation.replies] == ["Why?", "See  \np. 4."]
    assert annotation.modified == NOON


@pytest.mark.parametrize("body", ["", " \n\t", "\x00"])
def test_an_empty_reply_is_refused(body: str) -> None:
    with pytest.raises(ContentError, match="empty"):
        reply(make_annotation(), body, REVIEW)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (replace(COMMENT, body="  \n"), "needs a text"),
        (replace(COMMENT, body="x" * (LONGEST_BODY + 1)), "20001 characters"),
        (replace(COMMENT, kind=Kind.TAG), "a mission or a theme"),
        (replace(COMMENT, kind=Kind.CROSS_REFERENCE), "a second place"),
    ],
)
def test_content_that_says_nothing_is_refused(content: Content, problem: str) -> None:
    with pytest.raises(ContentError, match=problem):
        draft("first-mandate", content, REVIEW)
    with pytest.raises(ContentError, match=problem):
        edit(make_annotation(), content, REVIEW)


def test_a_tag_and_a_cross_reference_need_no_words() -> None:
    tag = replace(COMMENT, kind=Kind.TAG, body="", themes=("protection",))
    there = DocumentTarget("second-mandate", Target("p4"))
    link = replace(COMMENT, kind=Kind.CROSS_REFERENCE, body="", refers_to=there)

    assert draft("first-mandate", tag, REVIEW).themes == ("protection",)
    assert draft("first-mandate", link, REVIEW).targets_in("second-mandate") == (Target("p4"),)


def test_a_signature_is_of_this_moment_to_the_second() -> None:
    signature = sign("A. Editor", " Because. ")

    assert signature.reason == "Because."
    assert signature.time.microsecond == 0
    assert abs(dt.datetime.now(dt.UTC) - signature.time) < dt.timedelta(minutes=1)
