"""The pages of accounts: signing in, one's own account, and those of all editors."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from webapp.accounts import Account, Role
from webapp.pages.base import Page
from webapp.reading import moment

__all__ = [
    "AccountPage",
    "AccountsPage",
    "ListedAccount",
    "OpenSession",
    "OwnToken",
    "SignInPage",
    "listed_accounts",
    "open_sessions",
    "own_tokens",
]


@dataclass(frozen=True, kw_only=True)
class SignInPage(Page):
    """The form to sign in with.

    Attributes:
        csrf: the form's token.
        back: the page to come back to.
        name: as it was typed.
        problem: why it did not work; else empty.
        resume: where what was written before is sent after signing in; else empty.
        fields: what else was sent there.
        body: the text that was sent there; None if there was none.
    """

    template: ClassVar[str] = "accounts/sign_in.html"
    csrf: str
    back: str
    name: str = ""
    problem: str = ""
    resume: str = ""
    fields: Sequence[tuple[str, str]] = ()
    body: str | None = None


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A browser in which the account is signed in.

    Attributes:
        id: by which it is ended.
        browser: in words.
        address: where it signed in from.
        begun: when, in words.
        ends: likewise.
        here: whether it is the browser that asks.
    """

    id: str
    browser: str
    address: str
    begun: str
    ends: str
    here: bool


@dataclass(frozen=True, slots=True)
class OwnToken:
    """A token of a program: `id` revokes it, `label` is its owner's word for it."""

    id: str
    label: str
    made: str


@dataclass(frozen=True, kw_only=True)
class AccountPage(Page):
    """One's own account.

    Attributes:
        csrf: the token of the forms.
        name: of the account.
        role: what it is for.
        administers: whether it manages the accounts of others.
        sessions: the browsers in which it is signed in.
        tokens: of its programs.
        token: one that was just made; else empty.
        done: what was just done; else empty.
        problem: why it was not done; else empty.
    """

    template: ClassVar[str] = "accounts/account.html"
    csrf: str
    name: str
    role: str
    administers: bool
    sessions: tuple[OpenSession, ...]
    tokens: tuple[OwnToken, ...]
    token: str = ""
    done: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ListedAccount:
    """An account as administrators see it.

    Attributes:
        name: of the account.
        role: what it is for.
        disabled: whether it is locked out.
        own: whether it is that of who asks.
        sessions: in how many browsers it is signed in.
        tokens: how many its programs have.
    """

    name: str
    role: str
    disabled: bool
    own: bool
    sessions: int
    tokens: int


@dataclass(frozen=True, kw_only=True)
class AccountsPage(Page):
    """The accounts of all editors, for administrators.

    Attributes:
        csrf: the token of the forms.
        accounts: in the order they were made.
        roles: to choose from.
        name: as it was typed for a new account that was refused.
        role: likewise.
        done: what was just done; else empty.
        problem: why it was not done; else empty.
    """

    template: ClassVar[str] = "accounts/accounts.html"
    csrf: str
    accounts: tuple[ListedAccount, ...]
    roles: tuple[str, ...] = tuple(role.value for role in Role)
    name: str = ""
    role: str = Role.EDITOR.value
    done: str = ""
    problem: str = ""


def open_sessions(account: Account, here: str, now: dt.datetime) -> tuple[OpenSession, ...]:
    """Return the sessions of an account that are open, the last begun first.

    Args:
        account: whose they are.
        here: the id of the session that asks.
        now: in UTC; what ended before is left out.
    """
    return tuple(
        OpenSession(
            one.id, one.browser, one.address, moment(one.begun), moment(one.ends), one.id == here
        )
        for one in reversed(account.sessions)
        if one.ends > now
    )


def own_tokens(account: Account) -> tuple[OwnToken, ...]:
    """Return the tokens of an account, the last made first."""
    return tuple(OwnToken(one.id, one.label, moment(one.made)) for one in reversed(account.tokens))


def listed_accounts(
    accounts: Sequence[Account], own: Account, now: dt.datetime
) -> tuple[ListedAccount, ...]:
    """Return accounts as administrators see them; `own` is the one that asks."""
    return tuple(
        ListedAccount(
            one.name,
            one.role.value,
            one.disabled,
            one.name == own.name,
            sum(session.ends > now for session in one.sessions),
            len(one.tokens),
        )
        for one in accounts
    )
