from __future__ import annotations

from pathlib import Path

import pytest

from archive import ArchiveSettings
from archive.errors import MetadataError
from archive.settings import read_settings, settings_yaml


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "archive.yaml"
    settings = ArchiveSettings("Papers – 2026", "Two: words", base_url="https://archive.example")
    path.write_text(settings_yaml(settings), encoding="utf-8")

    assert read_settings(path) == settings


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("title: One\ncolour: red\n", 2, "Unknown key 'colour'"),
        ("title: One\nrights: [a]\n", 2, "'rights' should be text"),
        ("description: One\n", None, "has no title"),
        ("title: One\nreview: never\n", 2, "'review' is 'never'"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, line: int | None, problem: str) -> None:
    path = tmp_path / "archive.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(MetadataError, match=problem) as caught:
        read_settings(path)

    assert caught.value.line == line
