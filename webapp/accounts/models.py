"""Accounts as frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Account", "Role"]


class Role(StrEnum):
    """What an account is for; each role may do all that those before it may."""

    EDITOR = "editor"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who may sign in.

    Attributes:
        name: by which they sign in, and which stands under what they write.
        role: what they may do.
        password: its argon2id hash.
        disabled: whether they are locked out.
        epoch: sessions of another epoch have ended.
        token: the SHA-256 of the token that programs write with; empty without one.
    """

    name: str
    role: Role
    password: str = field(repr=False)
    disabled: bool = False
    epoch: int = 0
    token: str = field(default="", repr=False)
