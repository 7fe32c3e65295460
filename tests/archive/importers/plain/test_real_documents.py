"""The publications without a gold file: figures that were counted by hand in the sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.html import read_document_html, write_document_html
from archive.importers import ImportResult, import_file
from archive.models import BlockKind

NUMBERS = ("000", "001", "002", "003", "004")


@pytest.fixture(scope="module")
def imported(shared_documents: Path) -> dict[str, ImportResult]:
    """The five publications as imported."""
    return {number: import_file(next(shared_documents.glob(f"{number}*"))) for number in NUMBERS}


@pytest.mark.parametrize(
    ("number", "notes", "missing", "headings", "boxes"),
    [("000", 0, 0, 0, 0), ("001", 108, 108, 7, 0), ("003", 301, 0, 44, 6)],
)
def test_figures(
    imported: dict[str, ImportResult],
    number: str,
    notes: int,
    missing: int,
    headings: int,
    boxes: int,
) -> None:
    document = imported[number].document
    assert len(document.notes) == notes
    assert [note.label for note in document.notes] == [str(n + 1) for n in range(notes)]
    assert sum(note.text is None for note in document.notes) == missing
    assert all(len(document.refs[note.id]) == 1 for note in document.notes)
    assert sum(block.kind is BlockKind.HEADING for block in document.blocks) == headings
    assert len({block.box for block in document.blocks if block.box}) == boxes


def test_marks_follow_each_other_in_the_order_of_reading(
    imported: dict[str, ImportResult],
) -> None:
    for result in imported.values():
        labels = {note.id: int(note.label) for note in result.document.notes}
        marks = [
            labels[mark.note]
            for block in result.document.blocks
            if block.box is None
            for mark in block.marks
        ]
        assert marks == sorted(set(marks))


def test_pull_quotes_are_dropped_and_recorded(imported: dict[str, ImportResult]) -> None:
    dropped = [gone for gone in imported["003"].report.omissions if gone.why == "pull quote"]
    assert len(dropped) == 16


def test_a_citation_on_the_cover_gives_the_metadata(imported: dict[str, ImportResult]) -> None:
    metadata = imported["003"].document.metadata
    assert len(metadata.authors) == 1
    assert metadata.publisher
    assert str(metadata.date) == "2020-05"
    assert len(metadata.abbreviations) == 25


@pytest.mark.parametrize("number", NUMBERS)
def test_documents_are_the_same_after_writing_and_reading(
    imported: dict[str, ImportResult], number: str
) -> None:
    document = imported[number].document
    written = write_document_html(document)
    read = read_document_html(written, Path("document.html"))
    assert (read.blocks, read.notes) == (document.blocks, document.notes)
