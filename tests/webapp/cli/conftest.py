from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webapp.cli import main

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command as a person would who has a data folder of their own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("PEACEARCHIVE", raising=False)

    def run_command(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return run_command


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(
        "The Quiet Mission\n\nA mission arrived in May and was seldom heard of afterwards. It kept"
        " its patrols\nsmall, and it wrote down what it saw.\n\nWhen it left, nobody could say"
        " what it had done.\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def archive(run: Run, tmp_path: Path) -> Path:
    """A new archive, made with the command."""
    folder = tmp_path / "papers"
    assert run("new", folder, "--title", "Papers").exit_code == 0
    return folder
