from __future__ import annotations

from annotations import AnchorState, Annotation, DocumentTarget, Kind, Quote, Target, select
from archive import Document
from archive.authorities import Authorities
from tests.factories import make_annotation, make_block, make_document
from webapp.annotating import Waiting, waiting
from webapp.opened import EDITORS, annotated, open_document

BEFORE = make_document([make_block(text="The mission reached the port in June, after the rains.")])
AFTER = make_document([make_block(text="The mission reached the harbor in June, after the rains.")])
TWICE = make_document(
    [make_block(name, "They came in June. The mission reached the port.") for name in ("q1", "q2")]
)


def queue_of(document: Document, *annotations: Annotation) -> list[Waiting]:
    opened = open_document(document, (), Authorities())
    return list(waiting(annotated(opened, annotations, EDITORS)))


def test_what_is_where_it_was_needs_no_look() -> None:
    assert queue_of(BEFORE, make_annotation(target=select(BEFORE, "p1", 24, 36))) == []


def test_what_changed_is_shown_then_and_now() -> None:
    (found,) = queue_of(AFTER, make_annotation(target=select(BEFORE, "p1", 12, 36)))

    assert found.context.state in {AnchorState.MOVED, AnchorState.DOUBTFUL}
    assert found.context.then == "reached the port in June"
    assert [place.words for place in found.places] == ["reached the harbor in June"]


def test_a_place_that_an_editor_confirms_is_exact_again() -> None:
    (found,) = queue_of(AFTER, make_annotation(target=select(BEFORE, "p1", 12, 36)))
    (place,) = found.places

    confirmed = select(AFTER, place.passage, place.start, place.end)

    assert queue_of(AFTER, make_annotation(target=confirmed)) == []


def test_places_that_fit_as_well_are_all_offered() -> None:
    lost = Target("p1", Quote("reached the port", "in June. The mission ", "."))

    (found,) = queue_of(TWICE, make_annotation(target=lost))

    assert found.context.state is AnchorState.AMBIGUOUS
    assert [(place.passage, place.words) for place in found.places] == [
        ("q1", "reached the port"),
        ("q2", "reached the port"),
    ]


def test_each_end_of_a_cross_reference_is_looked_at_in_its_document() -> None:
    there = DocumentTarget("first-mandate", Target("p1", Quote("the airfield")))
    link = make_annotation(
        document="second-mandate", kind=Kind.CROSS_REFERENCE, target=Target("p9"), refers_to=there
    )

    (found,) = queue_of(BEFORE, link)

    assert (found.end, found.context.state) == (1, AnchorState.ORPHANED)
    assert (found.context.then, found.places) == ("the airfield", ())
