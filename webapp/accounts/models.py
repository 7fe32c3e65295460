"""Accounts as frozen dataclasses."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["Account", "Role", "Session", "Token"]


class Role(StrEnum):
    """What an account is for; each role may do all that those before it may."""

    EDITOR = "editor"
    REVIEWER = "reviewer"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class Session:
    """A browser in which someone is signed in.

    Attributes:
        id: the SHA-256 of the key in the browser's cookie.
        begun: when, in UTC.
        ends: when it expires, in UTC.
        browser: what it is, in words.
        address: where it signed in from.
    """

    id: str = field(repr=False)
    begun: dt.datetime
    ends: dt.datetime
    browser: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """What a program writes with in someone's name.

    Attributes:
        id: the SHA-256 of the token.
        label: what it is for, in its owner's words.
        made: when, in UTC.
    """

    id: str = field(repr=False)
    label: str
    made: dt.datetime


@dataclass(frozen=True, slots=True)
class Account:
    """Someone who may sign in.

    Attributes:
        name: by which they sign in, and which stands under what they write.
        role: what they may do.
        password: its argon2id hash.
        disabled: whether they are locked out.
        tokens: of their programs, oldest first.
        sessions: of their browsers, oldest first; some may have expired.
    """

    name: str
    role: Role
    password: str = field(repr=False)
    disabled: bool = False
    tokens: tuple[Token, ...] = ()
    sessions: tuple[Session, ...] = ()
