"""Signing in and out, and one's own account."""

from __future__ import annotations

from flask import Blueprint, Response, abort, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from webapp.accounts import (
    Account,
    AccountError,
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
)
from webapp.pages import AccountPage, SignInPage
from webapp.rendering import render, site

__all__ = ["accounts"]

accounts = Blueprint("accounts", __name__)


@accounts.get("/sign-in")
def sign_in_form() -> Response:
    """Show the form to sign in with."""
    return _form(own_page(request.args.get("back", "/")))


@accounts.post("/sign-in")
def sign_in() -> AnyResponse:
    """Sign in, and go back to the page."""
    back, name = own_page(request.form.get("back", "/")), request.form.get("name", "")
    password = request.form.get("password", "")
    try:
        account = desk().sign_in.account(name, password, request.remote_addr or "")
    except TooManyAttemptsError as error:
        response = _form(back, name, str(error), 429)
        response.headers["Retry-After"] = str(error.seconds)
        return response
    except SignInRefusedError as error:
        return _form(back, name, str(error), 403)
    begin_session(account)
    return redirect(back, code=303)


@accounts.post("/sign-out")
def sign_out() -> AnyResponse:
    """Sign out, here or everywhere."""
    account = current_account()
    if account is not None and request.form.get("everywhere"):
        desk().accounts.end_sessions(account.name)
    end_session()
    return redirect("/", code=303)


@accounts.get("/account")
def account() -> AnyResponse:
    """Show one's own account."""
    own = current_account()
    if own is None:
        return redirect(sign_in_address("/account"), code=303)
    return make_response(render(_page(own)))


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
        return make_response(render(_page(own, problem=str(error))), status)
    begin_session(desk().accounts.set_password(checked.name, hashed))
    return make_response(render(_page(own, done="Your password is changed.")))


@accounts.post("/account/token")
def make_token() -> Response:
    """Make a token for programs, and show it this once."""
    own = _own()
    response = make_response(render(_page(own, token=desk().accounts.new_token(own.name))))
    response.cache_control.no_store = True
    return response


def _own() -> Account:
    return current_account() or abort(403)


def _form(back: str, name: str = "", problem: str = "", status: int = 200) -> Response:
    page = SignInPage(
        site=site(), title="Sign in", csrf=csrf_token(), back=back, name=name, problem=problem
    )
    return make_response(render(page), status)


def _page(own: Account, token: str = "", done: str = "", problem: str = "") -> AccountPage:
    return AccountPage(
        site=site(),
        title="Your account",
        csrf=csrf_token(),
        name=own.name,
        role=own.role.value,
        token=token,
        done=done,
        problem=problem,
    )
