from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from tests.webapp.cli.conftest import Run
from webapp.cli import main


@pytest.mark.parametrize("command", [None, *main.commands])
def test_every_command_explains_itself(run: Run, command: str | None) -> None:
    result = run(*([command] if command else []), "--help")

    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_an_unknown_option_is_a_wrong_call(run: Run) -> None:
    assert run("check", "--colour").exit_code == 2


def test_without_an_archive_the_sample_is_checked(run: Run) -> None:
    result = run("check")

    assert result.exit_code == 0
    assert "0 errors, 0 warnings" in result.output


def test_the_variable_names_the_archive(
    run: Run, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PEACEARCHIVE", str(archive))

    assert run("check").output.startswith("0 documents")


def test_a_folder_that_is_no_archive_is_refused_in_one_line(run: Run, tmp_path: Path) -> None:
    result = run("check", "--archive", tmp_path)

    assert result.exit_code == 1
    assert result.output.count("\n") == 1
    assert "peacearchive new" in result.output


def test_new_does_not_touch_what_is_there(run: Run, archive: Path) -> None:
    result = run("new", archive)

    assert result.exit_code == 1
    assert "something here already" in result.output


def test_check_reports_a_fault_with_line_and_remedy(run: Run, archive: Path, paper: Path) -> None:
    run("import", paper, "--archive", archive, "--id", "quiet", "--title", "Quiet")
    metadata = archive / "documents" / "quiet" / "metadata.yaml"
    metadata.write_text("title: 'Quiet\n", encoding="utf-8")

    result = run("check", "--archive", archive)

    assert result.exit_code == 1
    assert f"{metadata}:2: error:" in result.output
    assert "1 error, 0 warnings" in result.output


def test_import_says_what_it_found(run: Run, archive: Path, paper: Path) -> None:
    options = (
        "--id",
        "quiet",
        "--author",
        "A. Author",
        "--author",
        "B. Author",
        "--date",
        "2020-05",
    )
    result = run("import", paper, "--archive", archive, *options, "--mission", "monusco")

    assert result.exit_code == 0
    assert f"{paper} -> quiet" in result.output
    assert "blocks" in result.output
    exported = json.loads(run("export", "quiet", "--archive", archive).output)
    assert exported["authors"] == ["A. Author", "B. Author"]
    assert exported["year"] == 2020
    assert exported["missions"] == ["monusco"]


def test_a_dry_run_writes_nothing(run: Run, archive: Path, paper: Path) -> None:
    result = run("import", paper, "--archive", archive, "--dry-run")

    assert result.exit_code == 0
    assert "nothing written" in result.output
    assert list((archive / "documents").iterdir()) == []


def test_a_file_that_fails_does_not_stop_the_others(
    run: Run, archive: Path, paper: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()

    result = run("import", empty, paper, "--archive", archive)

    assert result.exit_code == 1
    assert f"Error: {empty}: The file is empty." in result.output
    assert len(list((archive / "documents").iterdir())) == 1


@pytest.mark.parametrize(
    "options",
    [("--date", "May 2020"), ("--id", "one"), ("--title", "One"), ("--as", "nothing")],
)
def test_a_wrong_call_of_import_is_told_apart_from_a_failure(
    run: Run, archive: Path, paper: Path, options: tuple[str, str]
) -> None:
    assert run("import", paper, paper, "--archive", archive, *options).exit_code == 2


def test_an_imported_document_is_found(run: Run, archive: Path, paper: Path) -> None:
    run("import", paper, "--archive", archive, "--id", "quiet", "--title", "Quiet")

    result = run("search", "patrol", "--archive", archive)

    assert result.exit_code == 0
    assert result.output.startswith("1 passage in 1 document\n")
    assert "/documents/quiet#p" in result.output


def test_a_faulty_document_is_told_and_the_others_are_found(
    run: Run, archive: Path, paper: Path
) -> None:
    run("import", paper, "--archive", archive, "--id", "quiet", "--title", "Quiet")
    run("import", paper, "--archive", archive, "--id", "loud", "--title", "Loud")
    (archive / "documents" / "loud" / "metadata.yaml").write_text("title: 'Loud\n")

    result = run("search", "patrol", "--archive", archive)

    assert result.exit_code == 0
    assert "Left out because of errors: 1 document." in result.stderr
    assert result.stdout.startswith("1 passage in 1 document\n")


def test_search_writes_json_for_other_programs(run: Run) -> None:
    filters = ("--mission", "monusco", "--year", "2010..2013")

    found = json.loads(run("search", '"protection of civilians"', *filters, "--json").output)

    assert found["query"] == '"protection of civilians"'
    assert {hit["year"] for hit in found["hits"]} == {2010, 2013}
    assert {"id", "label", "documents", "passages"} <= found["facets"]["mission"][0].keys()
    assert {"kind", "id", "section", "snippet", "url"} <= found["hits"][0]["passages"][0].keys()


@pytest.mark.parametrize("arguments", [("*ation",), ("a " * 6000,)])
def test_a_refused_search_says_why(run: Run, arguments: tuple[str, ...]) -> None:
    result = run("search", *arguments)

    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert len(result.output) < 400


@pytest.mark.parametrize(
    ("option", "value", "problem"),
    [
        ("--mission", "atlantis", "There is no mission 'atlantis'"),
        ("--theme", "peace", "There is no theme 'peace'"),
        ("--year", "soon", "This is not a year"),
    ],
)
def test_a_filter_that_can_only_be_a_slip_is_a_wrong_call(
    run: Run, option: str, value: str, problem: str
) -> None:
    result = run("search", "peace", option, value)

    assert result.exit_code == 2
    assert problem in result.output


def test_index_counts_passages_and_rebuilds(run: Run) -> None:
    first = run("index")
    again = run("index", "--rebuild")

    assert first.exit_code == again.exit_code == 0
    assert "passages" in first.output
    assert again.output.splitlines()[-1] == first.output.splitlines()[-1]


def test_export_goes_to_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "essay.json"

    assert run("export", "essay-consent", "--output", path).exit_code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["id"] == "essay-consent"


def test_an_unknown_document_is_an_error(run: Run) -> None:
    result = run("export", "no-such")

    assert result.exit_code == 1
    assert "no document 'no-such'" in result.output


def test_a_taken_port_is_named_with_another(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port))

    assert result.exit_code == 1
    assert f"Port {port} is taken" in result.output
    assert f"--port {port + 1}" in result.output
