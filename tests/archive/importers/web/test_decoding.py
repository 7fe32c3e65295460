"""The encoding of a page: byte order mark, what the page says, or what fits."""

import codecs

import pytest

from archive.importers.web.decoding import decode_page
from tests.archive.importers.web.conftest import ReadPage

WORDS = "Café on the quay — “closed” since the storm, the keeper’s daughter said to us."
CASES = {
    "UTF-8": ("", "utf-8"),
    "UTF-8, declared": ('<meta charset="utf-8">', "utf-8"),
    "UTF-8 with a mark": ("", "utf-8-sig"),
    "UTF-16 with a mark": ('<meta charset="utf-16">', "utf-16"),
    "UTF-16 without a mark": ("", "utf-16-le"),
    "UTF-16 without a mark, big end first": ("", "utf-16-be"),
    "Windows-1252, undeclared": ("", "cp1252"),
    "Windows-1252": ('<meta charset="windows-1252">', "cp1252"),
    "Windows-1252 that calls itself Latin-1": (
        '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
        "cp1252",
    ),
    "XHTML": ('<?xml version="1.0" encoding="utf-8"?>', "utf-8"),
}


@pytest.mark.parametrize("case", CASES)
def test_words_are_read_as_written(read: ReadPage, case: str) -> None:
    head, encoding = CASES[case]
    page = f"{head}<html><body><p>{WORDS}</p></body></html>".encode(encoding)

    result = read(page)

    assert [block.text for block in result.document.blocks] == [WORDS]
    assert result.report.doubts == ()


def test_a_wrong_declaration_gives_way_and_is_doubted(read: ReadPage) -> None:
    result = read(f'<meta charset="utf-8"><p>{WORDS}</p>'.encode("cp1252"))

    assert result.document.blocks[0].text == WORDS
    assert [doubt.kind for doubt in result.report.doubts] == ["encoding"]


@pytest.mark.parametrize("name", ["rot13", "hex", "unicode_escape", "no-such", "utf-7"])
def test_declarations_that_are_no_encodings_are_passed_over(name: str) -> None:
    decoded = decode_page(f'<meta charset="{name}"><p>{WORDS}</p>'.encode())

    assert decoded is not None
    assert decoded.encoding == "utf-8"


def test_bytes_that_are_no_text() -> None:
    assert decode_page(bytes(range(256)) * 64 + b"\x00" * 4096) is None


def test_a_cut_character_is_replaced_and_doubted() -> None:
    decoded = decode_page(codecs.BOM_UTF16_LE + "<p>quay</p>".encode("utf-16-le") + b"x")

    assert decoded is not None
    assert decoded.doubts
