from __future__ import annotations

from pathlib import Path

import pytest
from argon2 import PasswordHasher

from webapp.accounts import (
    AccountError,
    Accounts,
    Attempts,
    Passwords,
    Role,
    SignIn,
    SignInRefusedError,
    TooManyAttemptsError,
)

PASSWORD = "ferries at dawn"  # noqa: S105 -- a made-up one


class Clock:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path) -> Accounts:
    accounts = Accounts(tmp_path)
    accounts.add("A. Editor", Role.EDITOR, _cheap().hash(PASSWORD))
    return accounts


@pytest.fixture
def sign_in(accounts: Accounts, clock: Clock) -> SignIn:
    return SignIn(accounts, _cheap(), Attempts(3, 60, clock=clock), Attempts(5, 60, clock=clock))


def _cheap() -> Passwords:
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def test_passwords_are_kept_as_argon2id() -> None:
    hashed = Passwords().hash(PASSWORD)
    assert hashed.startswith("$argon2id$")
    assert PASSWORD not in hashed


@pytest.mark.parametrize("password", ["", "short", "x" * 201])
def test_short_and_endless_passwords_are_refused(password: str) -> None:
    with pytest.raises(AccountError, match="characters"):
        _cheap().hash(password)


def test_name_and_password_lead_to_the_account(sign_in: SignIn) -> None:
    assert sign_in.account("a. editor", PASSWORD, "192.0.2.1").name == "A. Editor"


@pytest.mark.parametrize(
    ("name", "password"),
    [("A. Editor", "wrong"), ("Nobody", PASSWORD), ("", ""), ("A. Editor", "")],
)
def test_nobody_learns_which_of_the_two_was_wrong(
    sign_in: SignIn, name: str, password: str
) -> None:
    with pytest.raises(SignInRefusedError, match="do not belong together"):
        sign_in.account(name, password, "192.0.2.1")


def test_disabled_accounts_do_not_get_in(sign_in: SignIn, accounts: Accounts) -> None:
    accounts.disable("A. Editor")
    with pytest.raises(SignInRefusedError):
        sign_in.account("A. Editor", PASSWORD, "192.0.2.1")


def test_attempts_on_an_account_are_limited_from_wherever_they_come(
    sign_in: SignIn, clock: Clock
) -> None:
    for number in range(3):
        with pytest.raises(SignInRefusedError):
            sign_in.account("A. Editor", "wrong", f"192.0.2.{number}")
    with pytest.raises(TooManyAttemptsError) as caught:
        sign_in.account(" a. EDITOR", PASSWORD, "192.0.2.9")
    assert caught.value.seconds == 61
    clock.now = 61
    assert sign_in.account("A. Editor", PASSWORD, "192.0.2.9").name == "A. Editor"


def test_attempts_from_an_address_are_limited_whatever_the_name(sign_in: SignIn) -> None:
    for number in range(5):
        with pytest.raises(SignInRefusedError):
            sign_in.account(f"Name {number}", "wrong", "192.0.2.1")
    with pytest.raises(TooManyAttemptsError):
        sign_in.account("A. Editor", PASSWORD, "192.0.2.1")
    assert sign_in.account("A. Editor", PASSWORD, "192.0.2.2").name == "A. Editor"


def test_the_right_password_clears_the_count_of_the_account(sign_in: SignIn) -> None:
    for number in range(4):
        assert sign_in.account("A. Editor", PASSWORD, f"192.0.2.{number}").name == "A. Editor"


def test_the_count_of_attempts_has_bounded_memory() -> None:
    attempts = Attempts(1, 60, keys=50)
    for number in range(500):
        attempts.wait(str(number))
    assert len(attempts) == 50


def test_an_old_hash_is_made_anew_with_the_settings_of_today(accounts: Accounts) -> None:
    today = Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1))
    before = accounts.all()[0].password
    SignIn(accounts, today).account("A. Editor", PASSWORD, "192.0.2.1")
    after = accounts.all()[0]
    assert after.password != before
    assert today.matches(after.password, PASSWORD)
