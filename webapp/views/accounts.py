"""Signing in and out, and one's own account."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, Response, abort, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from webapp.accounts import (
    Account,
    AccountError,
    Role,
    SignInRefusedError,
    TooManyAttemptsError,
    sign_in_address,
)
from webapp.accounts.addresses import own_page
from webapp.accounts.sessions import (
    begin_session,
    csrf_token,
    current_account,
    desk,
    end_session,
    session_id,
)
from webapp.pages import AccountPage, SignInPage
from webapp.pages.accounts import open_sessions, own_tokens
from webapp.rendering import render, site
from webapp.views.unsaved import ask_to_sign_in, is_resumed, to_be_sent_again

__all__ = ["accounts"]

accounts = Blueprint("accounts", __name__)


@accounts.get("/sign-in")
def sign_in_form() -> Response:
    """Show the form to sign in with."""
    return _form(own_page(request.args.get("back", "/")))


@accounts.post("/sign-in")
def sign_in() -> AnyResponse:
    """Sign in, and go back to the page, or on with what was written before."""
    back, name = own_page(request.form.get("back", "/")), request.form.get("name", "")
    password = request.form.get("password", "")
    try:
        account = desk().sign_in.account(name, password, request.remote_addr or "")
    except TooManyAttemptsError as error:
        response = _refused(back, name, error, 429)
        response.headers["Retry-After"] = str(error.seconds)
        return response
    except SignInRefusedError as error:
        return _refused(back, name, error, 403)
    begin_session(account)
    if is_resumed():
        return to_be_sent_again()
    return redirect(back, code=303)


@accounts.post("/sign-out")
def sign_out() -> AnyResponse:
    """Sign out in this browser."""
    end_session()
    return redirect("/", code=303)


@accounts.get("/account")
def account() -> AnyResponse:
    """Show one's own account."""
    own = current_account()
    if own is None:
        return redirect(sign_in_address("/account"), code=303)
    return _page(own)


@accounts.post("/account/password")
def change_password() -> Response:
    """Change one's password, which ends all other sessions."""
    own = _own()
    try:
        checked = desk().sign_in.account(
            own.name, request.form.get("password", ""), request.remote_addr or ""
        )
        hashed = desk().passwords.hash(request.form.get("new", ""))
    except AccountError as error:
        status = 429 if isinstance(error, TooManyAttemptsError) else 400
        return _page(own, problem=str(error), status=status)
    begin_session(desk().accounts.set_password(checked.name, hashed))
    return _page(_own(), done="Your password is changed. All your other sessions have ended.")


@accounts.post("/account/sessions")
def end_sessions() -> AnyResponse:
    """End one session, or all but this one, or all."""
    own, which = _own(), request.form.get("end", "")
    if which == "all":
        desk().accounts.end_sessions(own.name)
        return redirect("/", code=303)
    if which == "others":
        return _page(desk().accounts.end_sessions(own.name, session_id()), done="They have ended.")
    return _page(desk().accounts.end_session(own.name, which), done="That session has ended.")


@accounts.post("/account/tokens")
def make_token() -> Response:
    """Make a token for programs, and show it this once."""
    own = _own()
    try:
        token = desk().accounts.new_token(own.name, request.form.get("label", ""))
    except AccountError as error:
        return _page(own, problem=str(error), status=400)
    return _page(desk().accounts.get(own.name) or own, token=token)


@accounts.post("/account/tokens/revoke")
def revoke_token() -> Response:
    """Let a token no longer work."""
    own = desk().accounts.revoke_token(_own().name, request.form.get("token", ""))
    return _page(own, done="That token no longer works.")


def _own() -> Account:
    return current_account() or abort(403)


def _refused(back: str, name: str, error: AccountError, status: int) -> Response:
    if is_resumed():
        return ask_to_sign_in(str(error), status)
    return _form(back, name, str(error), status)


def _form(back: str, name: str = "", problem: str = "", status: int = 200) -> Response:
    page = SignInPage(
        site=site(), title="Sign in", csrf=csrf_token(), back=back, name=name, problem=problem
    )
    return make_response(render(page), status)


def _page(
    own: Account, token: str = "", done: str = "", problem: str = "", status: int = 200
) -> Response:
    page = AccountPage(
        site=site(),
        title="Your account",
        csrf=csrf_token(),
        name=own.name,
        role=own.role.value,
        administers=own.role is Role.ADMINISTRATOR,
        sessions=open_sessions(own, session_id(), dt.datetime.now(dt.UTC)),
        tokens=own_tokens(own),
        token=token,
        done=done,
        problem=problem,
    )
    response = make_response(render(page), status)
    response.cache_control.no_store = True
    return response
