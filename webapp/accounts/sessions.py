"""Sessions in the browser: who is signed in, until when, and that writes are their own.

A session's cookie holds a key that the account must know: it is worth nothing once the account
has forgotten it, or is disabled. A request with a token has no session.
"""

from __future__ import annotations

import datetime as dt
import secrets
from dataclasses import dataclass
from typing import cast

from flask import Flask, Response, current_app, g, request, session
from flask.sessions import SecureCookieSessionInterface
from flask_wtf.csrf import CSRFProtect, generate_csrf

from webapp.accounts.browsers import browser_name
from webapp.accounts.file import Accounts, key_id
from webapp.accounts.models import Account, Session
from webapp.accounts.passwords import Passwords
from webapp.accounts.private import secret_key
from webapp.accounts.signing_in import SignIn
from webapp.workspace import Workspace

__all__ = [
    "Desk",
    "bearer_token",
    "begin_session",
    "csrf_token",
    "current_account",
    "desk",
    "desk_of",
    "end_session",
    "session_id",
    "use_accounts",
]

SESSION_SECONDS = 12 * 3600
"""How long one stays signed in."""

_KEY = "peacearchive-accounts"
_MOST_BYTES = 1_000_000
"""How much a request may send."""
_WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})
_UNGUARDED = frozenset(
    {
        "appearance.choose",
        "web_annotation.create",
        "web_annotation.replace",
        "web_annotation.remove",
    }
)
"""Writes that change a cookie of the reader's own alone, or for which a session is not enough."""


@dataclass(frozen=True)
class Desk:
    """What signing in needs: the accounts, their passwords, and the count of attempts."""

    accounts: Accounts
    passwords: Passwords
    sign_in: SignIn


class _Sessions(SecureCookieSessionInterface):
    """Session cookies that travel over https alone where the site is reached by https."""

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure or super().get_cookie_secure(app)


def use_accounts(app: Flask, workspace: Workspace, passwords: Passwords | None = None) -> None:
    """Let an application know accounts and sessions, and guard its writes.

    Raises:
        AccountError: the archive's secret key is damaged.
        OSError: the private folder can be neither read nor made.
    """
    path = workspace.archive.path
    accounts, hasher = Accounts(path), passwords or Passwords()
    app.extensions[_KEY] = Desk(accounts, hasher, SignIn(accounts, hasher))
    app.config.update(
        SECRET_KEY=secret_key(path),
        SESSION_COOKIE_NAME="peacearchive",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=workspace.archive.settings.base_url.startswith("https://"),
        WTF_CSRF_CHECK_DEFAULT=False,
        WTF_CSRF_TIME_LIMIT=SESSION_SECONDS,
        MAX_CONTENT_LENGTH=_MOST_BYTES,
    )
    app.session_interface = _Sessions()
    guard = CSRFProtect(app)

    def check_write() -> None:
        unguarded = request.endpoint is None or request.endpoint in _UNGUARDED
        if request.method in _WRITES and not unguarded:
            guard.protect()

    app.before_request(check_write)
    app.after_request(_keep_private)


def desk() -> Desk:
    """What signing in needs in the application that answers the request."""
    return desk_of(current_app)


def desk_of(app: Flask) -> Desk:
    """What signing in needs in an application."""
    return cast(Desk, app.extensions[_KEY])


def current_account() -> Account | None:
    """Return the account that makes the request, or None for a reader."""
    if "account" not in g:
        token = bearer_token()
        g.account = _of_session() if token is None else _of_token(token)
    return cast("Account | None", g.account)


def bearer_token() -> str | None:
    """Return the token that a request carries, or None."""
    authorization = request.authorization
    if authorization is None or authorization.type != "bearer":
        return None
    return authorization.token or ""


def begin_session(account: Account) -> None:
    """Sign an account in with this browser; whatever session it had is gone."""
    key, now = secrets.token_urlsafe(32), _now()
    ends = now + dt.timedelta(seconds=SESSION_SECONDS)
    browser = browser_name(request.headers.get("User-Agent", ""))
    opened = Session(key_id(key), now, ends, browser, request.remote_addr or "")
    session.clear()
    session["account"] = account.name
    session["key"] = key
    g.pop("csrf_token", None)
    g.account = desk().accounts.begin_session(account.name, opened)


def session_id() -> str:
    """Return the id of the session that makes the request, as the account knows it."""
    return key_id(str(session.get("key", "")))


def end_session() -> None:
    """Sign out in this browser."""
    account = current_account()
    if account is not None:
        desk().accounts.end_session(account.name, session_id())
    session.clear()
    g.account = None


def csrf_token() -> str:
    """Return what every form carries, so that no other site can send it."""
    return cast(str, generate_csrf())


def _keep_private(response: Response) -> Response:
    """Let nobody on the way keep what was made for someone who is signed in."""
    if g.get("account") is not None:
        response.cache_control.private = True
    return response


def _of_session() -> Account | None:
    name, key = session.get("account"), session.get("key")
    return desk().accounts.of_session(name, key, _now()) if name and key else None


def _of_token(token: str) -> Account | None:
    account = desk().accounts.of_token(token)
    return None if account is None or account.disabled else account


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC).replace(microsecond=0)
