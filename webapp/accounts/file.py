"""The accounts of an archive: `.private/accounts.yaml`, read again when it changes."""

from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock

from webapp.accounts.errors import AccountError
from webapp.accounts.models import Account, Role, Session, Token
from webapp.accounts.private import PRIVATE_FOLDER, private_folder, write_private
from webapp.accounts.records import accounts_yaml, read_accounts

__all__ = ["MOST_SESSIONS", "MOST_TOKENS", "Accounts", "key_id"]

MOST_SESSIONS = 20
"""In how many browsers one may be signed in; of more the one begun first ends."""
MOST_TOKENS = 20
"""How many tokens an account may have."""

_NAME = re.compile(
    r"[^\s\x00-\x1f\x7f<>@](?:[^\n\r\t\x00-\x1f\x7f<>@]{0,58}[^\s\x00-\x1f\x7f<>@])?"
)
_LONGEST_LABEL = 60
_LOCK_SECONDS = 10
_Mark = tuple[int, int, int]
_All = tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    """The accounts as the file had them when it had this mark."""

    mark: _Mark | None = None
    accounts: _All = ()


def key_id(key: str) -> str:
    """Return what is kept of the key of a session, or of a token.

    A key has 256 random bits: one round of SHA-256 keeps it well.
    """
    return hashlib.sha256(key.encode()).hexdigest()


class Accounts:
    """The accounts of one archive. Safe in threads and processes.

    Args:
        archive: the archive's folder.
    """

    def __init__(self, archive: Path) -> None:
        self._archive = archive
        self._path = archive / PRIVATE_FOLDER / "accounts.yaml"
        self._known = _Read()

    def all(self) -> _All:
        """Return every account, in the order they were made.

        Raises:
            AccountError: the file has a fault.
        """
        known, mark = self._known, self._mark()
        if known.mark != mark or mark is None:
            known = self._known = _Read(mark, () if mark is None else read_accounts(self._path))
        return known.accounts

    def get(self, name: str) -> Account | None:
        """Return the account of a name, small and capital letters alike; None if there is none."""
        return next((one for one in self.all() if _same(one.name, name)), None)

    def of_token(self, token: str) -> Account | None:
        """Return the account whose programs write with a token."""
        digest = key_id(token)
        return next(
            (
                account
                for account in self.all()
                if any(hmac.compare_digest(one.id, digest) for one in account.tokens)
            ),
            None,
        )

    def of_session(self, name: str, key: str, now: dt.datetime) -> Account | None:
        """Return the account that is signed in with the key of a session; None if that ended."""
        account, digest = self.get(name), key_id(key)
        if account is None or account.disabled:
            return None
        known = (one for one in account.sessions if one.ends > now)
        return account if any(hmac.compare_digest(one.id, digest) for one in known) else None

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

        def added(accounts: _All) -> _All:
            if any(_same(one.name, clean) for one in accounts):
                raise AccountError(
                    f"There is an account '{clean}' already.",
                    remedy="Take another name, or give that account a new password.",
                )
            return (*accounts, account)

        self._write(added)
        return account

    def set_role(self, name: str, role: Role) -> Account:
        """Give an account another role."""
        return self._change(name, lambda account: replace(account, role=role))

    def set_password(self, name: str, hashed: str) -> Account:
        """Give an account another password, which ends its sessions."""
        return self._change(name, lambda one: replace(one, password=hashed, sessions=()))

    def renew_hash(self, name: str, old: str, hashed: str) -> Account:
        """Keep the same password under a stronger hash, unless it was changed meanwhile."""
        return self._change(
            name, lambda one: replace(one, password=hashed) if one.password == old else one
        )

    def disable(self, name: str) -> Account:
        """Lock an account out: its sessions end, its tokens no longer work."""
        return self._change(
            name, lambda account: replace(account, disabled=True, sessions=(), tokens=())
        )

    def enable(self, name: str) -> Account:
        """Let a disabled account in again."""
        return self._change(name, lambda account: replace(account, disabled=False))

    def begin_session(self, name: str, session: Session) -> Account:
        """Let a browser be signed in; sessions that have expired are forgotten."""

        def begun(account: Account) -> Account:
            open_still = [one for one in account.sessions if one.ends > session.begun]
            return replace(account, sessions=(*open_still, session)[-MOST_SESSIONS:])

        return self._change(name, begun)

    def end_session(self, name: str, session_id: str) -> Account:
        """End one session of an account; none if it has ended already."""
        return self._change(
            name,
            lambda account: replace(
                account, sessions=tuple(one for one in account.sessions if one.id != session_id)
            ),
        )

    def end_sessions(self, name: str, but: str = "") -> Account:
        """End all sessions of an account, wherever they are; perhaps but one, by its id."""
        return self._change(
            name,
            lambda account: replace(
                account, sessions=tuple(one for one in account.sessions if one.id == but)
            ),
        )

    def new_token(self, name: str, label: str = "") -> str:
        """Give an account a token for a program, and return it: it is not kept itself.

        Args:
            name: of the account.
            label: what it is for.

        Raises:
            AccountError: there is no such account, or it has too many tokens.
        """
        key = secrets.token_urlsafe(32)
        clean = " ".join(label.split())[:_LONGEST_LABEL] or "a program"
        token = Token(key_id(key), clean, dt.datetime.now(dt.UTC).replace(microsecond=0))

        def given(account: Account) -> Account:
            if len(account.tokens) >= MOST_TOKENS:
                raise AccountError(
                    f"The account has {MOST_TOKENS} tokens already.",
                    remedy="Revoke those that are no longer used.",
                )
            return replace(account, tokens=(*account.tokens, token))

        self._change(name, given)
        return key

    def revoke_token(self, name: str, token_id: str) -> Account:
        """Let a token of an account no longer work; see `Token.id`."""
        return self._change(
            name,
            lambda account: replace(
                account, tokens=tuple(one for one in account.tokens if one.id != token_id)
            ),
        )

    def _change(self, name: str, change: Callable[[Account], Account]) -> Account:
        """Change one account.

        Raises:
            AccountError: there is no such account, or the last administrator would be gone.
        """
        changed: list[Account] = []

        def step(accounts: _All) -> _All:
            for index, account in enumerate(accounts):
                if _same(account.name, name):
                    changed.append(change(account))
                    return (*accounts[:index], changed[0], *accounts[index + 1 :])
            raise AccountError(
                f"There is no account '{name[:80]}'.",
                remedy="`peacearchive editors list` names those there are.",
            )

        self._write(step)
        return changed[0]

    def _write(self, change: Callable[[_All], _All]) -> None:
        folder = private_folder(self._archive)
        with FileLock(folder / ".accounts.lock", timeout=_LOCK_SECONDS, mode=0o600):
            before = read_accounts(self._path) if self._path.exists() else ()
            after = change(before)
            if _administered(before) and not _administered(after):
                raise AccountError(
                    "The archive would be without an administrator.",
                    remedy="Make someone else administrator first.",
                )
            if after != before:
                write_private(self._path, accounts_yaml(after))
            self._known = _Read()

    def _mark(self) -> _Mark | None:
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return None
        return status.st_mtime_ns, status.st_size, status.st_ino


def _administered(accounts: _All) -> bool:
    return any(one.role is Role.ADMINISTRATOR and not one.disabled for one in accounts)


def _same(name: str, other: str) -> bool:
    return " ".join(name.split()).casefold() == " ".join(other.split()).casefold()
