from __future__ import annotations

from annotations import Anchor, AnchorState, Position, Quote, Target, resolve
from tests.factories import make_block, make_document

WORDS = "The mission arrived in June. The mission left in July."


def target(exact: str, prefix: str, suffix: str, start: int) -> Target:
    return Target("p1", Quote(exact, prefix, suffix), Position(start, start + len(exact)))


def test_a_block_is_found_by_its_id() -> None:
    document = make_document([make_block(text=WORDS)])

    anchor = resolve(Target("p1"), document)

    assert (anchor.state, anchor.passage) == (AnchorState.EXACT, "p1")
    assert (anchor.start, anchor.end) == (0, len(WORDS))


def test_words_in_their_old_place_are_exact() -> None:
    document = make_document([make_block(text=WORDS)])

    anchor = resolve(target("mission", "in June. The ", " left in July.", 33), document)

    assert WORDS[anchor.start : anchor.end] == "mission"
    assert anchor.start == 33


def test_a_vanished_block_without_words_to_look_for_is_an_orphan() -> None:
    anchor = resolve(Target("p7"), make_document())

    assert anchor == Anchor(AnchorState.ORPHANED)
