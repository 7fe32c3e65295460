from __future__ import annotations

from pathlib import Path

from hypothesis import given

from archive import Document
from archive.html import read_document_html, write_document_html
from tests.archive.strategies import documents

PATH = Path("document.html")


@given(documents())
def test_a_document_comes_back_as_it_was_written(document: Document) -> None:
    content = read_document_html(write_document_html(document), PATH)

    assert content.blocks == document.blocks
    assert content.notes == document.notes
    assert content.title == document.metadata.title


@given(documents())
def test_writing_what_was_read_changes_no_byte(document: Document) -> None:
    written = write_document_html(document)
    content = read_document_html(written, PATH)
    again = Document(document.id, document.metadata, content.blocks, content.notes)

    assert write_document_html(again) == written
