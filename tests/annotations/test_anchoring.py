from __future__ import annotations

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from annotations import (
    Anchor,
    Anchors,
    AnchorState,
    Position,
    Quote,
    Target,
    resolve,
    select,
)
from archive import Document
from tests.annotations.texts import edited_text, paragraphs
from tests.factories import make_block, make_document

ARRIVED = "The first company of engineers arrived in June and mended the bridge at the port."
LEFT = "The last company of engineers left in July, when the road to the hills was open again."


def document_of(*texts: str, names: str = "") -> Document:
    identifiers = names.split() or [f"p{number}" for number in range(1, len(texts) + 1)]
    return make_document(
        [make_block(name, text) for name, text in zip(identifiers, texts, strict=True)]
    )


def target_in(document: Document, passage: str, words: str) -> Target:
    text = document.by_id[passage].text
    assert text is not None
    start = text.index(words)
    return select(document, passage, start, start + len(words))


BEFORE = document_of(ARRIVED, LEFT)
COMPANY = target_in(BEFORE, "p2", "company of engineers")


def place(anchor: Anchor, document: Document) -> tuple[AnchorState, str | None, str]:
    return anchor.state, anchor.passage, Anchors(document).words(anchor)


def test_a_block_is_found_by_its_id() -> None:
    assert resolve(Target("p1"), BEFORE) == Anchor(AnchorState.EXACT, "p1", 0, len(ARRIVED), 1.0)


def test_a_vanished_block_without_words_to_look_for_is_an_orphan() -> None:
    assert resolve(Target("p7"), BEFORE) == Anchor(AnchorState.ORPHANED)


def test_words_in_their_old_place_are_exact_and_the_other_copy_is_left_alone() -> None:
    anchor = resolve(COMPANY, BEFORE)

    assert place(anchor, BEFORE) == (AnchorState.EXACT, "p2", "company of engineers")


@pytest.mark.parametrize(
    ("texts", "passage", "words"),
    [
        ((ARRIVED, "By all accounts: " + LEFT), "p2", "company of engineers"),
        ((ARRIVED, LEFT.replace("engineers", "enginers")), "p2", "company of enginers"),
        ((ARRIVED, LEFT.replace("last company", "last  Company")), "p2", "Company of engineers"),
    ],
)
def test_words_that_were_pushed_or_mended_have_moved(
    texts: tuple[str, ...], passage: str, words: str
) -> None:
    document = document_of(*texts)

    assert place(resolve(COMPANY, document), document) == (AnchorState.MOVED, passage, words)


def test_words_are_found_when_their_block_moved_and_has_another_id() -> None:
    document = document_of(LEFT, ARRIVED, names="q1 p1")

    anchor = resolve(COMPANY, document)

    assert place(anchor, document) == (AnchorState.MOVED, "q1", "company of engineers")


def test_words_are_found_when_blocks_were_joined() -> None:
    document = document_of(f"{ARRIVED} {LEFT}", names="p1")

    anchor = resolve(COMPANY, document)

    assert anchor.state is AnchorState.MOVED
    assert anchor.start == len(ARRIVED) + 1 + LEFT.index("company")


def test_words_that_a_new_border_divides_are_found_in_both_blocks() -> None:
    document = document_of(ARRIVED, LEFT[:19], LEFT[20:], names="p1 p2 p3")

    anchor = resolve(COMPANY, document)

    assert place(anchor, document) == (AnchorState.EXACT, "p2", "company of\nengineers")
    assert [(part.passage, part.start, part.end) for part in anchor.beyond] == [("p3", 0, 9)]


def test_a_copy_elsewhere_is_not_taken_for_words_that_are_gone() -> None:
    document = document_of(ARRIVED, "Nothing is known of the rest.")

    assert resolve(COMPANY, document).state is AnchorState.ORPHANED


def test_words_much_changed_wait_for_an_editor() -> None:
    document = document_of(ARRIVED, LEFT.replace("company of engineers", "group of engineers"))

    anchor = resolve(COMPANY, document)

    assert anchor.state is AnchorState.DOUBTFUL
    assert 0.80 <= anchor.score < 0.90


def test_two_places_alike_are_ambiguous_and_both_are_named() -> None:
    document = document_of(LEFT, ARRIVED, LEFT, names="q1 p1 q2")

    anchor = resolve(COMPANY, document)

    assert anchor.state is AnchorState.AMBIGUOUS
    assert {anchor.passage, *(rival.passage for rival in anchor.rivals)} == {"q1", "q2"}


def test_of_two_places_alike_the_one_in_the_recorded_block_is_taken() -> None:
    document = document_of(LEFT, ARRIVED, f"Again: {LEFT}", names="q1 p1 p2")

    assert place(resolve(COMPANY, document), document)[:2] == (AnchorState.MOVED, "p2")


def test_an_edited_place_is_not_given_up_for_a_look_alike_with_the_same_surroundings() -> None:
    document = document_of(ARRIVED, LEFT.replace("engineers", "engneers"), LEFT)

    assert resolve(COMPANY, document).state is AnchorState.AMBIGUOUS


@pytest.mark.parametrize(
    ("words", "state"),
    [
        ("bridge", AnchorState.EXACT),
        ("the", AnchorState.AMBIGUOUS),
        ("hills", AnchorState.DOUBTFUL),
        ("valley", AnchorState.ORPHANED),
    ],
)
def test_words_noted_by_hand_without_surroundings_are_trusted_in_their_block_alone(
    words: str, state: AnchorState
) -> None:
    assert resolve(Target("p1", Quote(words)), BEFORE).state is state


def test_words_without_a_block_are_looked_for_everywhere() -> None:
    anchor = resolve(replace(COMPANY, passage="", position=None), BEFORE)

    assert place(anchor, BEFORE) == (AnchorState.EXACT, "p2", "company of engineers")


def test_positions_count_code_points() -> None:
    document = document_of("\U0001f54a doves over the old port")
    target = target_in(document, "p1", "doves")

    assert target.position == Position(2, 7)
    assert resolve(target, document).state is AnchorState.EXACT


@pytest.mark.parametrize(("around", "certain"), [(0, 160), (16, 20), (32, 0)])
def test_no_look_alike_is_ever_taken_silently(random: Random, around: int, certain: int) -> None:
    texts = paragraphs(random, 90_000)
    states: Counter[AnchorState] = Counter()
    for _ in range(200):
        edited = edited_text(texts, random, around)
        anchor = resolve(edited.target, edited.document)
        states[anchor.state] += 1
        if anchor.state in (AnchorState.EXACT, AnchorState.MOVED):
            assert anchor.passage == edited.passage
            assert abs(anchor.start - edited.start) <= 3
            assert abs(anchor.end - edited.end) <= 3

    assert states[AnchorState.ORPHANED] == 0
    assert states[AnchorState.EXACT] + states[AnchorState.MOVED] >= certain
