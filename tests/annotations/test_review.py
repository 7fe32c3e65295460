from __future__ import annotations

from annotations import AnchorState, DocumentTarget, Kind, Quote, Target, select, unsettled
from tests.factories import make_annotation, make_block, make_document

BEFORE = make_document([make_block(text="The mission reached the port in June, after the rains.")])
AFTER = make_document([make_block(text="The mission reached the harbor in June, after the rains.")])


def test_what_is_where_it_was_needs_no_look() -> None:
    annotation = make_annotation(target=select(BEFORE, "p1", 24, 36))

    assert unsettled([annotation], BEFORE) == ()


def test_what_changed_is_shown_then_and_now() -> None:
    annotation = make_annotation(target=select(BEFORE, "p1", 12, 36))

    (found,) = unsettled([annotation], AFTER)

    assert found.anchor.state in {AnchorState.MOVED, AnchorState.DOUBTFUL}
    assert (found.then, found.now) == ("reached the port in June", "reached the harbor in June")


def test_a_place_that_an_editor_confirms_is_exact_again() -> None:
    (found,) = unsettled([make_annotation(target=select(BEFORE, "p1", 12, 36))], AFTER)
    place = found.anchor
    assert place.passage is not None

    confirmed = select(AFTER, place.passage, place.start, place.end)

    assert unsettled([make_annotation(target=confirmed)], AFTER) == ()


def test_each_end_of_a_cross_reference_is_looked_at_in_its_document() -> None:
    there = DocumentTarget("first-mandate", Target("p1", Quote("the airfield")))
    link = make_annotation(
        document="second-mandate", kind=Kind.CROSS_REFERENCE, target=Target("p9"), refers_to=there
    )

    (found,) = unsettled([link], BEFORE)

    assert found.target == there.target
    assert (found.anchor.state, found.then, found.now) == (
        AnchorState.ORPHANED,
        "the airfield",
        "",
    )
