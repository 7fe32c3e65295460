from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotations import AnnotationStore, State
from tests.webapp import samples
from tests.webapp.desks import desks_in
from tests.webapp.factories import write_archive
from webapp.cli import main


def _run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["annotations", *arguments, "--archive", str(folder)])


def test_an_export_gives_the_same_annotations_back(tmp_path: Path) -> None:
    desks = desks_in(tmp_path / "archive")
    identifier = desks.write(desks.ada, "submit", words="patience", refers_to="")
    desks.act(desks.ben, identifier, "replies", body="Why?")
    desks.act(desks.rita, identifier, "publish")
    file = tmp_path / "all.json"
    assert _run(desks.folder, "export", "--output", str(file)).output.startswith("Wrote 6 ")
    other = write_archive(tmp_path / "other", [samples.mandate(), samples.second_paper()])
    assert _run(other, "import", str(file)).output == "6 imported, 0 there already, 0 left out\n"
    before, after = (
        [entry.annotation for entry in AnnotationStore(folder / "annotations").load().stored]
        for folder in (desks.folder, other)
    )
    assert after == before
    assert _run(other, "import", str(file)).output == "0 imported, 6 there already, 0 left out\n"


def test_rows_of_hypothesis_find_their_document_and_place(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", [samples.mandate()])
    quote = {
        "type": "TextQuoteSelector",
        "exact": "patience",
        "prefix": "UNEXA was told to keep it. The second thing is ",
        "suffix": ". Consent is never given twice.",
    }
    uri = "https://example.org/limits"
    row = {
        "id": "abc",
        "uri": uri,
        "text": "How long?",
        "created": "2026-01-02T03:04:05+00:00",
        "updated": "2026-01-02T03:04:05+00:00",
        "user": "acct:someone@hypothes.is",
        "tags": [],
        "target": [{"source": uri, "selector": [quote]}],
    }
    lost = {**row, "id": "lost", "uri": "https://example.org/other", "target": []}
    file = tmp_path / "rows.json"
    file.write_text(json.dumps({"total": 2, "rows": [row, lost]}), encoding="utf-8")
    result = _run(folder, "import", str(file))
    assert result.exit_code == 1
    assert "1 imported, 0 there already, 1 left out" in result.output
    (annotation,) = AnnotationStore(folder / "annotations").of_document("limits-of-consent")
    assert (annotation.target.passage, annotation.state) == ("p2", State.SUBMITTED)


@pytest.mark.parametrize("content", ["", "{", "[1]", '{"type": "Person"}'])
def test_files_without_annotations_are_one_line(tmp_path: Path, content: str) -> None:
    folder = write_archive(tmp_path / "archive", [samples.mandate()])
    file = tmp_path / "wrong.json"
    file.write_text(content, encoding="utf-8")
    result = _run(folder, "import", str(file))
    assert result.exit_code == 1
    assert len(result.output.splitlines()) == 1
