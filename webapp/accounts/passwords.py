"""Passwords as argon2id hashes."""

from __future__ import annotations

import secrets
import threading
from functools import cached_property

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from webapp.accounts.errors import AccountError

__all__ = ["LEAST_LENGTH", "LONGEST", "Passwords"]

LEAST_LENGTH = 10
"""How many characters a password has at least."""
LONGEST = 200
"""How many it may have: hashing takes time."""

_AT_ONCE = 2


class Passwords:
    """Makes and checks hashes, few at a time, for each takes much memory."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._free = threading.BoundedSemaphore(_AT_ONCE)

    def hash(self, password: str) -> str:
        """Return the hash of a new password.

        Raises:
            AccountError: it is too short or too long.
        """
        if not LEAST_LENGTH <= len(password) <= LONGEST:
            raise AccountError(
                f"The password has {len(password)} characters.",
                remedy=f"Take one of {LEAST_LENGTH} to {LONGEST}.",
            )
        with self._free:
            return self._hasher.hash(password)

    def matches(self, hashed: str | None, password: str) -> bool:
        """Whether a password is that of a hash; without one it is not, which takes as long."""
        if len(password) > LONGEST:
            return False
        with self._free:
            try:
                self._hasher.verify(hashed or self._of_nobody, password)
            except (VerificationError, InvalidHashError):
                return False
        return bool(hashed)

    def is_outdated(self, hashed: str) -> bool:
        """Whether a hash was made with weaker settings than those of today."""
        return self._hasher.check_needs_rehash(hashed)

    @cached_property
    def _of_nobody(self) -> str:
        return self._hasher.hash(secrets.token_urlsafe())
