from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from archive import Metadata, PartialDate
from archive.metadata import metadata_yaml, read_metadata
from archive.yaml_files import read_yaml
from tests.archive.strategies import metadata


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "metadata.yaml"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(metadata())
def test_metadata_comes_back_as_it_was_written(path: Path, written: Metadata) -> None:
    path.write_text(metadata_yaml(written), encoding="utf-8")

    read, _ = read_metadata(read_yaml(path))

    assert read == written


def test_what_the_program_does_not_know_is_kept(path: Path) -> None:
    path.write_text("title: One\ndate: 1999\nshelf: B7\n", encoding="utf-8")

    read, faults = read_metadata(read_yaml(path))

    assert read.extra == {"shelf": "B7"}
    assert read.date == PartialDate(1999)
    assert faults == ()


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("date: 1999\n", "missing-title", None),
        ("title: ''\ndate: 1999\n", "missing-title", 1),
        ("title: One\n", "missing-date", None),
        ("title: One\ndate: last May\n", "metadata-form", 2),
        ("title: One\ndate: 1999\nauthors: {a: b}\n", "metadata-form", 3),
    ],
)
def test_faults_name_line_and_remedy(path: Path, text: str, code: str, line: int | None) -> None:
    path.write_text(text, encoding="utf-8")

    _, (fault,) = read_metadata(read_yaml(path))

    assert (fault.code, fault.line) == (code, line)
    assert fault.remedy
