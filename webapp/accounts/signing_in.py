"""Signing in: from a name and a password to an account, slowly for those who guess."""

from __future__ import annotations

from webapp.accounts.attempts import Attempts
from webapp.accounts.errors import AccountError
from webapp.accounts.file import Accounts
from webapp.accounts.models import Account
from webapp.accounts.passwords import Passwords

__all__ = ["SignIn", "SignInRefusedError", "TooManyAttemptsError"]

_PERIOD = 15 * 60
_PER_ACCOUNT = 10
_PER_ADDRESS = 30


class SignInRefusedError(AccountError):
    """Name and password do not belong together, or the account is disabled."""


class TooManyAttemptsError(AccountError):
    """There were too many attempts on the account or from the address.

    Attributes:
        seconds: how long to wait.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = int(seconds) + 1
        super().__init__(
            "There were too many attempts to sign in.",
            remedy=f"Wait {-(-self.seconds // 60)} minutes, then try again.",
        )


class SignIn:
    """Checks names and passwords, and counts the attempts by account and by address."""

    def __init__(
        self,
        accounts: Accounts,
        passwords: Passwords,
        per_account: Attempts | None = None,
        per_address: Attempts | None = None,
    ) -> None:
        self._accounts, self._passwords = accounts, passwords
        self._per_account = Attempts(_PER_ACCOUNT, _PERIOD) if per_account is None else per_account
        self._per_address = Attempts(_PER_ADDRESS, _PERIOD) if per_address is None else per_address

    def account(self, name: str, password: str, address: str) -> Account:
        """Return the account of a name and password.

        Args:
            name: as typed.
            password: as typed.
            address: where the attempt comes from.

        Raises:
            SignInRefusedError: they do not belong together, or the account is disabled.
            TooManyAttemptsError: the password was not even looked at.
        """
        key = " ".join(name.split()).casefold()[:100]
        wait = self._per_address.wait(address) or self._per_account.wait(key)
        if wait:
            raise TooManyAttemptsError(wait)
        account = self._accounts.get(name)
        hashed = None if account is None or account.disabled else account.password
        if not self._passwords.matches(hashed, password) or account is None:
            raise SignInRefusedError(
                "Name and password do not belong together.",
                remedy="Try again; those who run this archive can give you a new password.",
            )
        self._per_account.forget(key)
        if self._passwords.is_outdated(account.password):
            hashed = self._passwords.hash(password)
            return self._accounts.renew_hash(account.name, account.password, hashed)
        return account
