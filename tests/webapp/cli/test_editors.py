from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from webapp.accounts import Accounts, Passwords
from webapp.cli import main


@pytest.fixture
def run(own_archive_folder: Path) -> object:
    def invoke(*arguments: str, typed: str = "") -> Result:
        command = ["editors", *arguments, "--archive", str(own_archive_folder)]
        return CliRunner().invoke(main, command, input=typed)

    return invoke


def _add(run: object, name: str = "A. Editor", *options: str) -> Result:
    assert callable(run)
    result = run("add", name, "--password-stdin", *options, typed="ferries at dawn\n")
    assert isinstance(result, Result)
    return result


def test_editors_are_added_listed_changed_and_locked_out(run: object) -> None:
    assert callable(run)
    assert "Added A. Editor, editor." in _add(run).output
    assert "Added B. Editor, reviewer." in _add(run, "B. Editor", "--role", "reviewer").output
    assert run("role", "a. editor", "administrator").output == "Now A. Editor, administrator.\n"
    assert run("disable", "B. Editor").output == "Now B. Editor, reviewer, disabled.\n"
    assert run("list").output == "A. Editor, administrator\nB. Editor, reviewer, disabled\n"
    assert run("enable", "B. Editor").output == "Now B. Editor, reviewer.\n"


def test_tokens_are_made_listed_and_revoked(run: object, own_archive_folder: Path) -> None:
    assert callable(run)
    _add(run)
    token = run("token", "A. Editor", "--label", "my script").output.strip()
    assert Accounts(own_archive_folder).of_token(token) is not None
    (listed,) = run("tokens", "A. Editor").output.splitlines()
    assert listed.endswith("my script")
    assert token not in listed
    output = run("revoke", "A. Editor", listed.split()[0]).output
    assert output == "The token for my script no longer works.\n"
    assert Accounts(own_archive_folder).of_token(token) is None
    assert run("tokens", "A. Editor").output == ""


def test_a_password_is_asked_for_twice(run: object, own_archive_folder: Path) -> None:
    assert callable(run)
    _add(run)
    result = run("password", "A. Editor", typed="other ferries\nother ferries\n")
    assert result.exit_code == 0
    assert "other ferries" not in result.output
    assert "sessions have ended" in result.output
    hashed = Accounts(own_archive_folder).all()[0].password
    assert Passwords().matches(hashed, "other ferries")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("role", "Nobody", "editor"), "There is no account 'Nobody'"),
        (("password", "Nobody", "--password-stdin"), "The password has 0 characters"),
        (("tokens", "Nobody"), "There is no account 'Nobody'"),
        (("revoke", "Nobody", "abc"), "There is no account 'Nobody'"),
    ],
)
def test_mistakes_are_one_line(run: object, arguments: tuple[str, ...], message: str) -> None:
    assert callable(run)
    result = run(*arguments)
    assert result.exit_code == 1
    assert message in result.output
    assert "Traceback" not in result.output


def test_without_editors_the_list_says_how_to_begin(run: object) -> None:
    assert callable(run)
    assert "peacearchive editors add NAME" in run("list").output


def test_a_folder_that_is_no_archive_gets_no_accounts(tmp_path: Path) -> None:
    command = ["editors", "list", "--archive", str(tmp_path)]
    assert CliRunner().invoke(main, command).exit_code == 1
    assert list(tmp_path.iterdir()) == []
