from __future__ import annotations

import datetime as dt
import stat
from pathlib import Path

import pytest

from webapp.accounts import PRIVATE_FOLDER, AccountError, Accounts, Role, Session, secret_key
from webapp.accounts.file import MOST_SESSIONS, MOST_TOKENS, key_id

NOW = dt.datetime(2026, 3, 12, 9, 30, tzinfo=dt.UTC)


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


def _session(key: str, hours: int = 1) -> Session:
    return Session(
        key_id(key), NOW, NOW + dt.timedelta(hours=hours), "Firefox on Linux", "10.0.0.1"
    )


def test_a_session_is_known_until_it_ends(accounts: Accounts) -> None:
    accounts.begin_session("A. Editor", _session("one"))
    assert accounts.of_session("a. editor", "one", NOW) is not None
    assert accounts.of_session("A. Editor", "two", NOW) is None
    assert accounts.of_session("A. Editor", "one", NOW + dt.timedelta(hours=2)) is None
    accounts.end_session("A. Editor", key_id("one"))
    assert accounts.of_session("A. Editor", "one", NOW) is None


def test_all_sessions_end_but_perhaps_one(accounts: Accounts) -> None:
    for key in ("one", "two", "three"):
        accounts.begin_session("A. Editor", _session(key))
    left = accounts.end_sessions("A. Editor", but=key_id("two"))
    assert [one.id for one in left.sessions] == [key_id("two")]
    assert accounts.end_sessions("A. Editor").sessions == ()


def test_sessions_that_expired_or_are_too_many_are_forgotten(accounts: Accounts) -> None:
    accounts.begin_session("A. Editor", _session("expired", hours=0))
    for number in range(MOST_SESSIONS + 1):
        account = accounts.begin_session("A. Editor", _session(str(number)))
    assert [one.id for one in account.sessions] == [
        key_id(str(number)) for number in range(1, MOST_SESSIONS + 1)
    ]


def test_sessions_end_with_password_and_lock_out(accounts: Accounts) -> None:
    accounts.begin_session("A. Editor", _session("one"))
    assert accounts.set_password("A. Editor", "other").sessions == ()
    accounts.begin_session("A. Editor", _session("two"))
    disabled = accounts.disable("A. Editor")
    assert (disabled.sessions, disabled.disabled) == ((), True)
    assert not accounts.enable("A. Editor").disabled


def test_keys_and_tokens_are_kept_as_digests(tmp_path: Path, accounts: Accounts) -> None:
    token = accounts.new_token("A. Editor")
    accounts.begin_session("A. Editor", _session("a-very-secret-key"))
    text = (tmp_path / PRIVATE_FOLDER / "accounts.yaml").read_text()
    assert token not in text
    assert "a-very-secret-key" not in text
    assert Accounts(tmp_path).all() == accounts.all()


def test_tokens_have_labels_and_are_revoked_one_by_one(accounts: Accounts) -> None:
    first = accounts.new_token("A. Editor", "  my   script ")
    second = accounts.new_token("A. Editor")
    account = accounts.of_token(first)
    assert account is not None
    assert [one.label for one in account.tokens] == ["my script", "a program"]
    accounts.revoke_token("A. Editor", key_id(first))
    assert accounts.of_token(first) is None
    assert accounts.of_token(second) is not None
    assert accounts.of_token("") is None
    accounts.disable("A. Editor")
    assert accounts.of_token(second) is None


def test_tokens_do_not_pile_up(accounts: Accounts) -> None:
    for _ in range(MOST_TOKENS):
        accounts.new_token("A. Editor")
    with pytest.raises(AccountError, match="tokens already"):
        accounts.new_token("A. Editor")


def test_there_stays_an_administrator(accounts: Accounts) -> None:
    accounts.add("B. Admin", Role.ADMINISTRATOR, "hash")
    with pytest.raises(AccountError, match="without an administrator"):
        accounts.disable("B. Admin")
    with pytest.raises(AccountError, match="without an administrator"):
        accounts.set_role("B. Admin", Role.EDITOR)
    accounts.set_role("A. Editor", Role.ADMINISTRATOR)
    assert accounts.disable("B. Admin").disabled


def test_a_faulty_file_is_told_with_its_place(tmp_path: Path, accounts: Accounts) -> None:
    path = tmp_path / PRIVATE_FOLDER / "accounts.yaml"
    path.write_text("accounts:\n- name: A. Editor\n  role: king\n  password: x\n")
    with pytest.raises(AccountError, match=r"accounts\.yaml.*king"):
        accounts.all()


def test_changing_nobody_is_an_error(accounts: Accounts) -> None:
    with pytest.raises(AccountError, match="no account 'Nobody'"):
        accounts.disable("Nobody")
