"""The pages of accounts: signing in, and what one can do with one's own account."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from webapp.pages.base import Page

__all__ = ["AccountPage", "SignInPage"]


@dataclass(frozen=True, kw_only=True)
class SignInPage(Page):
    """The form to sign in with.

    Attributes:
        csrf: the form's token.
        back: the page to come back to.
        name: as it was typed.
        problem: why it did not work; else empty.
    """

    template: ClassVar[str] = "accounts/sign_in.html"
    csrf: str
    back: str
    name: str = ""
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class AccountPage(Page):
    """One's own account.

    Attributes:
        csrf: the token of the forms.
        name: of the account.
        role: what it is for.
        token: a token that was just made; else empty.
        done: what was just done; else empty.
        problem: why it was not done; else empty.
    """

    template: ClassVar[str] = "accounts/account.html"
    csrf: str
    name: str
    role: str
    token: str = ""
    done: str = ""
    problem: str = ""
