from __future__ import annotations

from dataclasses import replace

from annotations import Annotation, Content, Kind, Target, draft, edit, publish, sign, withdraw
from annotations.changes import reopen
from webapp.annotating import editors_history, readers_history

BY = sign("A. Editor", "working title zzsecretzz")


def _content(body: str) -> Content:
    return Content(Kind.COMMENT, Target("p1"), body)


def _annotation() -> Annotation:
    """A draft that was edited, published, edited, withdrawn, edited as a draft, and published."""
    made = draft("first-mandate", _content("A draft says zzfirstzz."), BY)
    made = publish(edit(made, _content("Published once."), BY), BY)
    made = edit(made, _content("Published twice."), BY)
    made = reopen(withdraw(made, BY), BY)
    made = edit(made, _content("A draft says zzsecondzz."), BY)
    return publish(edit(made, _content("Published again."), BY), BY)


def test_editors_see_every_change_the_last_first() -> None:
    steps = editors_history(_annotation())
    states_alone = (7, 4, 3, 1)
    assert [step.number for step in steps] == [
        None if number in states_alone else number for number in (7, 6, 5, 4, 3, 2, 1, 0)
    ]
    assert "zzfirstzz" in str(steps)
    assert {step.reason for step in steps} == {BY.reason}


def test_readers_see_what_was_published_and_nothing_else() -> None:
    steps = readers_history(_annotation())
    assert [
        "".join(piece.text for piece in step.differences[0].pieces if piece.change != "added")
        for step in steps
    ] == ["Published twice.", "Published once."]
    assert "zz" not in str(steps)
    assert all(step.number is None for step in steps)


def test_what_was_never_published_has_no_history_for_readers() -> None:
    made = draft("first-mandate", _content("One."), BY)
    assert readers_history(edit(made, _content("Two."), BY)) == ()
    assert readers_history(replace(made, revisions=())) == ()
