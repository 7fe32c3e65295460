"""Whatever convention links notes to their marks, the same two notes come out."""

import pytest

from archive import NoteMark
from tests.archive.importers.web.conftest import ReadPage
from tests.archive.importers.web.note_pages import CONVENTIONS, ONE, TWO

FIRST = "The pilots came back in the spring. They were not asked why."
SECOND = "A line of boats lay there for a week, waiting for the tide."


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_notes_stand_apart_and_their_marks_in_the_text(read: ReadPage, convention: str) -> None:
    document = read(CONVENTIONS[convention]).document

    assert [(note.id, note.label, note.text) for note in document.notes] == [
        ("fn1", "1", ONE),
        ("fn2", "2", TWO),
    ]
    assert [(block.text, block.marks) for block in document.blocks] == [
        (FIRST, (NoteMark(FIRST.index("."), "fn1"),)),
        (SECOND, (NoteMark(SECOND.index(","), "fn2"),)),
    ]
    assert all(not passage.spans for passage in document.passages())


@pytest.mark.parametrize("convention", CONVENTIONS)
def test_the_report_counts_them(read: ReadPage, convention: str) -> None:
    counts = read(CONVENTIONS[convention]).report.counts

    assert (counts.notes, counts.linked, counts.missing, counts.unmarked) == (2, 2, 0, 0)
