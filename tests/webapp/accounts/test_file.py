from __future__ import annotations

import stat
from pathlib import Path

import pytest

from webapp.accounts import PRIVATE_FOLDER, AccountError, Accounts, Role, secret_key


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    accounts = Accounts(tmp_path)
    accounts.add("A. Editor", Role.EDITOR, "hash-of-a")
    return accounts


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_folder_is_its_owners_alone_and_not_for_git(tmp_path: Path, accounts: Accounts) -> None:
    folder = tmp_path / PRIVATE_FOLDER
    assert accounts.all()
    assert _mode(folder) == 0o700
    assert _mode(folder / "accounts.yaml") == 0o600
    assert (folder / ".gitignore").read_text() == "*\n"


def test_the_secret_key_is_made_once(tmp_path: Path) -> None:
    key = secret_key(tmp_path)
    assert len(key) == 32
    assert secret_key(tmp_path) == key
    assert _mode(tmp_path / PRIVATE_FOLDER / "secret-key") == 0o600


def test_a_damaged_key_is_told_and_not_replaced(tmp_path: Path) -> None:
    secret_key(tmp_path)
    path = tmp_path / PRIVATE_FOLDER / "secret-key"
    path.write_text("short")
    with pytest.raises(AccountError, match="secret key is damaged"):
        secret_key(tmp_path)
    assert path.read_text() == "short"


def test_names_are_found_in_any_case(accounts: Accounts) -> None:
    found = accounts.get("  a.  EDITOR ")
    assert found is not None
    assert found.name == "A. Editor"
    assert accounts.get("B. Editor") is None


@pytest.mark.parametrize("name", ["a. editor", "", " ", "two\nlines\x00", "x" * 61, "<b>"])
def test_names_that_are_taken_or_none_are_refused(accounts: Accounts, name: str) -> None:
    with pytest.raises(AccountError):
        accounts.add(name, Role.EDITOR, "hash")
    assert len(accounts.all()) == 1


def test_a_change_by_another_process_is_seen(tmp_path: Path, accounts: Accounts) -> None:
    assert accounts.all()[0].role is Role.EDITOR
    Accounts(tmp_path).set_role("A. Editor", Role.REVIEWER)
    assert accounts.all()[0].role is Role.REVIEWER


def test_sessions_end_with_password_and_lock_out(accounts: Accounts) -> None:
    assert accounts.set_password("A. Editor", "other").epoch == 1
    assert accounts.end_sessions("A. Editor").epoch == 2
    disabled = accounts.disable("A. Editor")
    assert (disabled.epoch, disabled.disabled) == (3, True)
    assert not accounts.enable("A. Editor").disabled


def test_a_token_is_kept_as_a_digest_and_replaced(tmp_path: Path, accounts: Accounts) -> None:
    old = accounts.new_token("A. Editor")
    new = accounts.new_token("A. Editor")
    assert new not in (tmp_path / PRIVATE_FOLDER / "accounts.yaml").read_text()
    assert accounts.of_token(old) is None
    found = accounts.of_token(new)
    assert found is not None
    assert found.name == "A. Editor"
    assert accounts.of_token("") is None
    accounts.disable("A. Editor")
    assert accounts.of_token(new) is None


def test_a_faulty_file_is_told_with_its_place(tmp_path: Path, accounts: Accounts) -> None:
    path = tmp_path / PRIVATE_FOLDER / "accounts.yaml"
    path.write_text("accounts:\n- name: A. Editor\n  role: king\n  password: x\n")
    with pytest.raises(AccountError, match=r"accounts\.yaml.*king"):
        accounts.all()


def test_changing_nobody_is_an_error(accounts: Accounts) -> None:
    with pytest.raises(AccountError, match="no account 'Nobody'"):
        accounts.disable("Nobody")
