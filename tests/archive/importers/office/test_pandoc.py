"""Pandoc is kept within its limits, and its absence explained."""

import sys
from pathlib import Path

import pytest

from archive.errors import ImportFailedError
from archive.importers import ImportOverrides, Source
from archive.importers.office.importers import OFFICE_IMPORTERS
from archive.importers.office.pandoc import PandocError, convert_to_html
from tests.archive.importers.office.conftest import MakeFile

DOCX = OFFICE_IMPORTERS[0]


def test_a_file_that_takes_too_long_is_given_up() -> None:
    with pytest.raises(PandocError, match="not done with it in 1 seconds"):
        convert_to_html(b"[a](" * 10_000, "markdown", seconds=1)


def test_files_of_the_machine_are_out_of_reach(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Words of a secret.")

    converted = convert_to_html(f"Words.\n\n.. include:: {secret}\n".encode(), "rst")

    assert "secret" not in converted.html
    assert any("secret.txt" in warning for warning in converted.warnings)


def test_a_missing_pandoc_is_named_with_the_command_that_installs_it(
    make: MakeFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make("docx")
    monkeypatch.setitem(sys.modules, "pypandoc", None)

    with pytest.raises(ImportFailedError) as refused:
        DOCX.read(Source(path, path.read_bytes()), ImportOverrides())

    assert str(refused.value) == (
        f"{path}: Files of the format 'docx' are read by pandoc, which is not installed."
        " Install it with: pip install 'peacearchive[office]'"
    )
