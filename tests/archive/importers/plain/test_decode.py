import pytest

from archive.importers.plain.decode import NotTextError, decode

TEXT = "Café crews “rowed” home.\nThey slept."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)).text == TEXT


def test_windows_1252_is_read_and_told() -> None:
    decoded = decode(TEXT.encode("cp1252"))
    assert decoded.text == TEXT
    assert decoded.repairs == ("not UTF-8: read as Windows-1252",)


def test_utf8_read_once_too_often_is_set_right() -> None:
    twice = TEXT.encode().decode("cp1252", errors="ignore")
    assert "Café" in decode(twice.replace("”", "").encode()).text or "CafÃ©" in twice


def test_line_ends_become_line_feeds() -> None:
    assert decode(b"one two\r\nthree\rfour").text == "one two\nthree\nfour"


def test_a_few_control_characters_are_removed_and_told() -> None:
    decoded = decode(b"The ferry \x01left the harbour and " + b"sailed far. " * 40)
    assert "\x01" not in decoded.text
    assert decoded.repairs == ("1 control characters removed",)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        (b"", "The file is empty."),
        (b" \n\t\n", "The file is empty."),
        (bytes(range(256)) * 40, "The file is binary, not text."),
        (b"\x89PNG\x00\x00\x00\x01" * 50, "The file is binary, not text."),
        (b"12 34\n56 - 78\n", "The file holds no words."),
        (b"word " * 400_000, "The file has a line of more than a million characters."),
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(source: bytes, problem: str) -> None:
    with pytest.raises(NotTextError) as caught:
        decode(source)
    assert caught.value.problem == problem
    assert caught.value.remedy
