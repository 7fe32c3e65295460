"""Files damaged at random are refused, or give documents that are sound and can be read again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive import Document
from archive.errors import ImportFailedError
from archive.faults import Severity
from archive.html import read_document_html, write_document_html
from archive.importers import ImportOverrides, Source, choose_importer
from tests.archive.importers.bad_files import WORDS, whole
from tests.archive.importers.web.note_pages import CONVENTIONS

SOUND = [page.encode() for page in CONVENTIONS.values()]
SOUND += [whole(suffix) for suffix in ("docx", "odt", "epub", "rtf")]
SOUND.append(f"# Quays\n\n{WORDS}[^1]\n\n[^1]: A *book*.\n\na) one\n    b) two\n".encode())
SOUND.append(f"<TEI><text><p>{WORDS}<note>A book.</note></p></text></TEI>".encode())

damages = st.lists(
    st.tuples(st.floats(0, 1), st.integers(0, 30), st.binary(max_size=8)), min_size=1, max_size=12
)


def damaged(content: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    for place, length, new in changes:
        start = int(place * len(content))
        content = content[:start] + new + content[start + length :]
    return content


def read_or_refuse(content: bytes) -> Document | None:
    """The document, or None where the importer says that it cannot read the file."""
    source = Source(Path("damaged"), content)
    try:
        return choose_importer(source).read(source, ImportOverrides()).document
    except ImportFailedError:
        return None


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SOUND), damages)
def test_damage_does_no_harm(sound: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    document = read_or_refuse(damaged(sound, changes))
    if document is None:
        return

    again = read_document_html(write_document_html(document), Path("document.html"))

    assert (again.blocks, again.notes) == (document.blocks, document.notes)
    assert not [fault for fault in again.faults if fault.severity is Severity.ERROR]


@pytest.mark.parametrize("sound", SOUND[-6:], ids=["docx", "odt", "epub", "rtf", "markdown", "tei"])
def test_files_cut_short_do_no_harm(sound: bytes) -> None:
    documents = [read_or_refuse(sound[: len(sound) * tenth // 10]) for tenth in range(1, 10)]

    assert all(document is None or document.blocks for document in documents)
