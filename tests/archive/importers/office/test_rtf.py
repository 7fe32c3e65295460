r"""What pandoc misreads in Rich Text Format is read as it was written."""

from pathlib import Path

import pytest

from archive.importers import import_file

CASES = {
    "an apostrophe with a stand-in": (rb"keeper\u8217?s boat", "keeper’s boat"),
    "a stand-in in hexadecimals": (rb"keeper\u8217\'92s boat", "keeper’s boat"),
    "no stand-in": (rb"\uc0 keeper\u8217 s boat", "keeper’s boat"),
    "two stand-ins": (rb"\uc2 keeper\u8217??s boat", "keeper’s boat"),
    "stand-ins of a group only": (rb"{\uc0 a\u8217 b} keeper\u8217?s", "a’b keeper’s"),
    "a character of two units": (rb"a \u-10178?\u-8953? boat", "a 🤇 boat"),
    "Windows-1252": (rb"caf\'e9 \'93open\'94", "café “open”"),
    "escaped signs": (rb"a \{boat\} \\ b", "a {boat} \\ b"),
}


@pytest.mark.parametrize("case", CASES)
def test_characters(tmp_path: Path, case: str) -> None:
    written, words = CASES[case]
    path = tmp_path / "harbour.rtf"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1252 \pard " + written + rb" at the quay.\par}")

    assert import_file(path).document.blocks[0].text == f"{words} at the quay."


def test_other_code_pages(tmp_path: Path) -> None:
    path = tmp_path / "harbour.rtf"
    path.write_bytes(rb"{\rtf1\ansi\ansicpg1251 \pard \'ef\'ee\'f0\'f2 and boats.\par}")

    assert import_file(path).document.blocks[0].text == "порт and boats."


@pytest.mark.parametrize("destination", [rb"{\footnote ", rb"{\*\footnote "])
def test_notes(tmp_path: Path, destination: bytes) -> None:
    note = destination + rb"\pard {\super\chftn} Harbour book.}"
    path = tmp_path / "harbour.rtf"
    path.write_bytes(rb"{\rtf1\ansi \pard Words{\super\chftn}" + note + rb" go on.\par}")

    document = import_file(path).document

    assert document.blocks[0].text == "Words go on."
    assert [note.text for note in document.notes] == ["Harbour book."]
