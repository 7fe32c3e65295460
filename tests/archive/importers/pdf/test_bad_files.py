"""Files that cannot be read: one line that names the file and says what to do."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from archive.errors import ImportFailedError
from archive.importers.pdf import PdfImporter
from tests.archive.importers.pdf.factories import import_pdf, print_text

_PAGE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
"""
_LOCK = (
    b"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<"
    + b"41" * 32
    + b">/U<"
    + b"42" * 32
    + b">>>endobj\n"
)
ENCRYPTED = _PAGE + _LOCK + b"trailer<</Root 1 0 R/Size 5/Encrypt 4 0 R/ID[<41><42>]>>\n%%EOF\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (ENCRYPTED, "The PDF is encrypted and asks for a password. Save it without"),
        (b"%PDF-1.7\nnothing of the kind", "The PDF is damaged and cannot be opened. Get the file"),
        (
            print_text("#rect(width: 5cm, height: 9cm)"),
            "only pictures of pages. Run text recognition",
        ),
    ],
    ids=["encrypted", "damaged", "scanned"],
)
def test_a_pdf_that_cannot_be_read_is_refused_in_one_line(content: bytes, words: str) -> None:
    with pytest.raises(ImportFailedError) as refused:
        import_pdf(content, "fords.pdf")
    message = str(refused.value)
    assert message.startswith("fords.pdf: ")
    assert words in message
    assert "\n" not in message


def test_a_pdf_cut_short_is_refused() -> None:
    whole = print_text("Words.")
    with pytest.raises(ImportFailedError, match="damaged"):
        import_pdf(whole[: len(whole) // 3])


def test_pdfs_are_known_by_their_content() -> None:
    importer = PdfImporter()
    assert importer.recognises(print_text("Words.")[:1024], "a.txt") == 1.0
    assert importer.recognises(b"Words of a text.", "a.pdf") == 0.0


@settings(max_examples=25, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(places=st.lists(st.integers(0, 100_000), min_size=1, max_size=60), byte=st.integers(0, 255))
def test_damage_is_borne_or_refused(places: list[int], byte: int) -> None:
    content = bytearray(print_text("= Fords\nWords of a text.#footnote[A note.] More."))
    for place in places:
        content[place % len(content)] = byte
    with suppress(ImportFailedError):
        import_pdf(bytes(content))
