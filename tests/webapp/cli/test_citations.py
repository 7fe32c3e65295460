"""The command `citations`, and references from `export`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.webapp.citing.papers import citing_archive
from webapp.cli import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return citing_archive(tmp_path / "archive")


def _run(*arguments: str | Path) -> str:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_every_citing_sentence_is_a_line(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(_run("citations", "--archive", folder))))
    assert {row["target_symbol"] for row in rows if row["form"] == "citation"} == {
        "S/RES/1265 (1999)", "S/RES/1270 (1999)", "S/RES/1279 (1999)",
    }  # fmt: skip
    assert [row["pinpoint"] for row in rows if row["note"]] == ["para. 14"]


def test_what_leads_nowhere_is_written_to_a_file(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "unresolved.csv"
    _run("citations", "--archive", folder, "--format", "unresolved", "--output", output)
    rows = list(csv.DictReader(io.StringIO(output.read_text(encoding="utf-8"))))
    assert "contradiction" in {row["reason"] for row in rows}


@pytest.mark.parametrize("name", ["json", "graphml"])
def test_the_graph_is_written_in_other_forms(folder: Path, name: str) -> None:
    assert "harbour-report" in _run("citations", "--archive", folder, "--format", name)


def test_references_have_the_address_of_a_published_archive(folder: Path) -> None:
    path = folder / "archive.yaml"
    settings = path.read_text(encoding="utf-8")
    path.write_text(settings.replace("base_url: ''", "base_url: https://archive.example"))
    (item,) = json.loads(
        _run("export", "harbour-report", "--archive", folder, "--format", "csl-json")
    )
    assert item["URL"] == "https://archive.example/documents/harbour-report"
