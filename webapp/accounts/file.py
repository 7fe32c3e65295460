"""The accounts of an archive: `.private/accounts.yaml`, read again when it changes."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from filelock import FileLock

from archive.yaml_files import YamlError, dump_yaml, read_yaml
from webapp.accounts.errors import AccountError
from webapp.accounts.models import Account, Role
from webapp.accounts.private import PRIVATE_FOLDER, private_folder, write_private

__all__ = ["Accounts"]

_NAME = re.compile(
    r"[^\s\x00-\x1f\x7f<>@](?:[^\n\r\t\x00-\x1f\x7f<>@]{0,58}[^\s\x00-\x1f\x7f<>@])?"
)
_LOCK_SECONDS = 10
_Mark = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class _Read:
    """The accounts as the file had them when it had this mark."""

    mark: _Mark | None = None
    accounts: tuple[Account, ...] = ()


class Accounts:
    """The accounts of one archive. Safe in threads and processes.

    Args:
        archive: the archive's folder.
    """

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._path = archive / PRIVATE_FOLDER / "accounts.yaml"
        self._known = _Read()

    def all(self) -> tuple[Account, ...]:
        """Return every account, in the order they were made.

        Raises:
            AccountError: the file has a fault.
        """
        known, mark = self._known, self._mark()
        if known.mark != mark or mark is None:
            known = self._known = _Read(mark, () if mark is None else _accounts(self._path))
        return known.accounts

    def get(self, name: str) -> Account | None:
        """Return the account of a name, small and capital letters alike; None if there is none."""
        return next((one for one in self.all() if _same(one.name, name)), None)

    def of_token(self, token: str) -> Account | None:
        """Return the account whose programs write with a token."""
        digest = _digest(token)
        return next(
            (one for one in self.all() if one.token and hmac.compare_digest(one.token, digest)),
            None,
        )

    def add(self, name: str, role: Role, password: str) -> Account:
        """Make an account; `password` is the hash.

        Raises:
            AccountError: the name is taken, or cannot be one.
        """
        clean = " ".join(name.split())
        if _NAME.fullmatch(clean) is None:
            raise AccountError(
                f"'{name[:80]}' cannot be the name of an editor.",
                remedy="Take 1 to 60 letters, digits, blanks and points, such as 'A. Editor'.",
            )
        account = Account(clean, role, password)

        def added(accounts: tuple[Account, ...]) -> tuple[Account, ...]:
            if any(_same(one.name, clean) for one in accounts):
                raise AccountError(
                    f"There is an account '{clean}' already.",
                    remedy="Take another name; `editors password` gives it a new password.",
                )
            return (*accounts, account)

        self._write(added)
        return account

    def set_role(self, name: str, role: Role) -> Account:
        """Give an account another role."""
        return self._change(name, lambda account: replace(account, role=role))

    def set_password(self, name: str, hashed: str) -> Account:
        """Give an account another password, which ends its sessions."""
        return self._change(
            name, lambda account: replace(account, password=hashed, epoch=account.epoch + 1)
        )

    def renew_hash(self, name: str, old: str, hashed: str) -> Account:
        """Keep the same password under a stronger hash, unless it was changed meanwhile."""
        return self._change(
            name,
            lambda account: (
                replace(account, password=hashed) if account.password == old else account
            ),
        )

    def disable(self, name: str) -> Account:
        """Lock an account out: its sessions end, its token no longer works."""
        return self._change(
            name,
            lambda account: replace(account, disabled=True, epoch=account.epoch + 1, token=""),
        )

    def enable(self, name: str) -> Account:
        """Let a disabled account in again."""
        return self._change(name, lambda account: replace(account, disabled=False))

    def end_sessions(self, name: str) -> Account:
        """End all sessions of an account, wherever they are."""
        return self._change(name, lambda account: replace(account, epoch=account.epoch + 1))

    def new_token(self, name: str) -> str:
        """Give an account a new token for programs, and return it: it is not kept itself."""
        token = secrets.token_urlsafe(32)
        self._change(name, lambda account: replace(account, token=_digest(token)))
        return token

    def _change(self, name: str, change: Callable[[Account], Account]) -> Account:
        """Change one account.

        Raises:
            AccountError: there is no such account.
        """

        def changed(accounts: tuple[Account, ...]) -> tuple[Account, ...]:
            if not any(_same(one.name, name) for one in accounts):
                raise AccountError(
                    f"There is no account '{name[:80]}'.",
                    remedy="`peacearchive editors list` names those there are.",
                )
            return tuple(change(one) if _same(one.name, name) else one for one in accounts)

        self._write(changed)
        found = self.get(name)
        assert found is not None  # noqa: S101 -- it was written under this name
        return found

    def _write(self, change: Callable[[tuple[Account, ...]], tuple[Account, ...]]) -> None:
        folder = private_folder(self._archive)
        with FileLock(folder / ".accounts.lock", timeout=_LOCK_SECONDS, mode=0o600):
            accounts = change(_accounts(self._path) if self._path.exists() else ())
            write_private(self._path, dump_yaml({"accounts": [_data(one) for one in accounts]}))
            self._known = _Read()

    def _mark(self) -> _Mark | None:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino


def _accounts(path: Path) -> tuple[Account, ...]:
    try:
        entries = read_yaml(path).data.get("accounts") or []
        return tuple(_account(entry) for entry in entries)
    except (YamlError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise AccountError(
            f"The accounts cannot be read: {error}.",
            path=path,
            remedy="Mend the file, or put it away and add the editors again.",
        ) from error


def _account(entry: Mapping[str, Any]) -> Account:
    return Account(
        name=str(entry["name"]),
        role=Role(entry["role"]),
        password=str(entry["password"]),
        disabled=bool(entry.get("disabled", False)),
        epoch=int(entry.get("epoch", 0)),
        token=str(entry.get("token", "")),
    )


def _data(account: Account) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": account.name,
        "role": str(account.role),
        "password": account.password,
        "epoch": account.epoch,
    }
    if account.disabled:
        data["disabled"] = True
    if account.token:
        data["token"] = account.token
    return data


def _same(name: str, other: str) -> bool:
    return " ".join(name.split()).casefold() == " ".join(other.split()).casefold()


def _digest(token: str) -> str:
    """A token has 256 random bits: one round of SHA-256 keeps it well."""
    return hashlib.sha256(token.encode()).hexdigest()
