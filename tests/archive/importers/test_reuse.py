from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from archive import Block, Document, Note, NoteMark
from archive.importers import reuse_ids
from tests.archive.strategies import documents
from tests.factories import make_block, make_document, make_heading


def paragraphs(*texts: str) -> Document:
    blocks = [make_block(f"p{number}", text) for number, text in enumerate(texts, start=1)]
    return make_document(blocks)


def ids(document: Document) -> list[str]:
    return [block.id for block in document.blocks]


OLD = paragraphs("The mission arrived in May.", "It stayed for two years.", "Then it left.")


def test_a_paragraph_put_in_gets_an_id_never_used() -> None:
    new = paragraphs(
        "The mission arrived in May.",
        "Rain fell on it.",
        "It stayed for two years.",
        "Then it left.",
    )

    assert ids(reuse_ids(new, OLD)) == ["p1", "p4", "p2", "p3"]


def test_an_edited_paragraph_keeps_its_id() -> None:
    new = paragraphs("The mission arrived in May.", "It stayed for three years.", "Then it left.")

    assert ids(reuse_ids(new, OLD)) == ["p1", "p2", "p3"]


def test_a_moved_paragraph_takes_its_id_along() -> None:
    new = paragraphs("Then it left.", "The mission arrived in May.", "It stayed for two years.")

    assert ids(reuse_ids(new, OLD)) == ["p3", "p1", "p2"]


def test_other_words_are_another_paragraph() -> None:
    new = paragraphs("The mission arrived in May.", "Nobody had asked it to.", "Then it left.")

    assert ids(reuse_ids(new, OLD)) == ["p1", "p4", "p3"]


def test_a_heading_does_not_become_a_paragraph() -> None:
    old = make_document([make_heading("h1", "Arrival"), make_block("p1", "Departure")])
    new = make_document([make_block("p1", "Arrival"), make_heading("h1", "Departure")])

    assert not set(ids(reuse_ids(new, old))) & {"h1", "p1"}


def test_marks_follow_their_notes() -> None:
    old = make_document(
        [make_block(marks=(NoteMark(4, "fn1"),))], [Note("fn1", "1", "A letter of 12 May.")]
    )
    block = make_block(marks=(NoteMark(2, "fn1"), NoteMark(4, "fn2")))
    notes = [Note("fn1", "1", "A new note."), Note("fn2", "1", "A letter of 12 May.")]

    document = reuse_ids(make_document([block], notes), old)

    assert [note.id for note in document.notes] == ["fn2", "fn1"]
    assert document.blocks[0].marks == (NoteMark(2, "fn2"), NoteMark(4, "fn1"))


@given(documents())
def test_importing_the_same_again_changes_nothing(document: Document) -> None:
    assert reuse_ids(document, document).blocks == document.blocks


@given(documents(), documents())
def test_ids_stay_unique_and_words_stay_as_they_are(new: Document, old: Document) -> None:
    result = reuse_ids(new, old)

    used = [passage.id for passage in result.passages()]
    assert len(used) == len(set(used))
    assert [_nameless(block) for block in result.blocks] == [_nameless(b) for b in new.blocks]
    assert {m.note for p in result.passages() for m in p.marks} <= {n.id for n in result.notes}


def _nameless(block: Block) -> Block:
    return replace(block, id="", box=None, marks=())


LONG = "The mission stayed for two years in the harbour town. It counted every lorry on the bridge."


def test_the_longer_part_of_a_paragraph_that_was_split_keeps_its_id() -> None:
    old = paragraphs("The mission arrived in May.", LONG, "Then it left.")
    first, second = LONG.split(". ")
    new = paragraphs("The mission arrived in May.", f"{first}.", second, "Then it left.")

    assert ids(reuse_ids(new, old)) == ["p1", "p2", "p4", "p3"]


def test_paragraphs_put_together_keep_the_id_of_the_longest() -> None:
    first, second = LONG.split(". ")
    old = paragraphs("Arrived.", f"{first}.", second, "Then it left.")
    new = paragraphs("Arrived.", LONG, "Then it left.")

    assert ids(reuse_ids(new, old)) == ["p1", "p2", "p4"]
