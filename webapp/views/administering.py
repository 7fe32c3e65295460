"""The accounts of all editors, which administrators make and change."""

from __future__ import annotations

import datetime as dt

from flask import Blueprint, Response, abort, make_response, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from webapp.accounts import Account, AccountError, Role, sign_in_address
from webapp.accounts.sessions import csrf_token, current_account, desk
from webapp.editing import permissions
from webapp.pages import AccountsPage
from webapp.pages.accounts import listed_accounts
from webapp.rendering import render, site

__all__ = ["administering"]

administering = Blueprint("administering", __name__)


@administering.get("/accounts")
def all_accounts() -> AnyResponse:
    """List the accounts."""
    if current_account() is None:
        return redirect(sign_in_address("/accounts"), code=303)
    return _page(_administrator())


@administering.post("/accounts")
def add() -> Response:
    """Make an account."""
    own, name, role = _administrator(), request.form.get("name", ""), _role()
    try:
        hashed = desk().passwords.hash(request.form.get("password", ""))
        added = desk().accounts.add(name, role, hashed)
    except AccountError as error:
        return _page(own, name=name, role=role.value, problem=str(error), status=400)
    return _page(own, done=f"{added.name} can sign in now, as {added.role}.")


@administering.post("/accounts/<any(role,password,disable,enable,sessions):action>")
def change(action: str) -> Response:
    """Change the account that the form names."""
    own, name = _administrator(), request.form.get("name", "")
    try:
        done = _changed(action, name)
    except AccountError as error:
        return _page(own, problem=str(error), status=400)
    return _page(current_account() or own, done=done)


def _changed(action: str, name: str) -> str:
    """Change an account, and return in words what was done."""
    known = desk().accounts
    if action == "role":
        changed = known.set_role(name, _role())
        return f"{changed.name} is now {changed.role}."
    if action == "password":
        hashed = desk().passwords.hash(request.form.get("password", ""))
        changed = known.set_password(name, hashed)
        return f"{changed.name} has a new password; their sessions have ended."
    if action == "disable":
        changed = known.disable(name)
        return f"{changed.name} is locked out; what they wrote stays."
    if action == "enable":
        return f"{known.enable(name).name} can sign in again."
    return f"The sessions of {known.end_sessions(name).name} have ended."


def _administrator() -> Account:
    account = current_account()
    return account if account is not None and permissions().administer else abort(403)


def _role() -> Role:
    value = request.form.get("role", "")
    return Role(value) if value in set(Role) else abort(400)


def _page(
    own: Account,
    name: str = "",
    role: str = Role.EDITOR.value,
    done: str = "",
    problem: str = "",
    status: int = 200,
) -> Response:
    page = AccountsPage(
        site=site(),
        title="Accounts",
        csrf=csrf_token(),
        accounts=listed_accounts(desk().accounts.all(), own, dt.datetime.now(dt.UTC)),
        name=name,
        role=role,
        done=done,
        problem=problem,
    )
    return make_response(render(page), status)
