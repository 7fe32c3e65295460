"""Administrators make, list, change and disable accounts in the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask

from tests.webapp.factories import text_of, texts
from tests.webapp.signing import Editor, add_account
from webapp import create_app
from webapp.accounts import Accounts, Passwords, Role
from webapp.config import Config

PASSWORD = "ferries at dusk"  # noqa: S105 -- a made-up one
_NEW = {"name": "Nora New", "role": "reviewer", "password": PASSWORD}
_LISTED = ".accounts > li > p:first-child"


@pytest.fixture
def app(own_archive_folder: Path) -> Flask:
    add_account(own_archive_folder, "Ada Editor")
    add_account(own_archive_folder, "Adam Admin", Role.ADMINISTRATOR)
    return create_app(Config(archive=own_archive_folder))


@pytest.fixture
def accounts(own_archive_folder: Path) -> Accounts:
    return Accounts(own_archive_folder)


@pytest.fixture
def ada(app: Flask, accounts: Accounts) -> Editor:
    return Editor(app, accounts.all()[0])


@pytest.fixture
def admin(app: Flask, accounts: Accounts) -> Editor:
    return Editor(app, accounts.all()[1])


def _page(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


def test_accounts_are_listed_with_what_they_may_do(ada: Editor, admin: Editor) -> None:
    page = _page(admin.get("/accounts").text)
    assert texts(page, _LISTED) == ["Ada Editor , editor", "Adam Admin , administrator (you)"]
    assert ada.account.password not in str(page)
    assert "signed in with 1 browser" in texts(page, ".accounts .quiet")[0]
    account = _page(admin.get("/account").text)
    assert account.select("main a[href='/accounts']")
    assert not _page(ada.get("/account").text).select("main a[href='/accounts']")


def test_an_account_is_made_and_its_owner_signs_in(admin: Editor, accounts: Accounts) -> None:
    page = _page(admin.post("/accounts", _NEW).text)
    assert text_of(page, ".notice") == "Nora New can sign in now, as reviewer."
    made = accounts.get("Nora New")
    assert made is not None
    assert made.role is Role.REVIEWER
    assert Passwords().matches(made.password, PASSWORD)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"name": "ada editor"}, "There is an account 'ada editor' already."),
        ({"password": "short"}, "The password has 5 characters."),
        ({"name": "<b>"}, "cannot be the name of an editor"),
    ],
)
def test_what_cannot_be_made_is_told_and_what_was_typed_stays(
    admin: Editor, accounts: Accounts, wrong: dict[str, str], told: str
) -> None:
    response = admin.post("/accounts", {**_NEW, **wrong})
    assert response.status_code == 400
    page = _page(response.text)
    assert told in text_of(page, ".notice")
    assert page.select_one("#page-name[value]")
    assert page.select("#page-role option[selected]")[0]["value"] == "reviewer"
    assert len(accounts.all()) == 2


def test_a_role_is_changed(admin: Editor, accounts: Accounts) -> None:
    admin.post("/accounts/role", {"name": "Ada Editor", "role": "reviewer"})
    assert accounts.all()[0].role is Role.REVIEWER
    wrong = {"name": "Ada Editor", "role": "king"}
    assert admin.post("/accounts/role", wrong).status_code == 400


def test_a_password_is_set_and_the_sessions_end(
    ada: Editor, admin: Editor, accounts: Accounts
) -> None:
    admin.post("/accounts/password", {"name": "Ada Editor", "password": PASSWORD})
    assert Passwords().matches(accounts.all()[0].password, PASSWORD)
    assert ada.get("/account").status_code == 303


def test_an_account_is_disabled_and_let_in_again(
    app: Flask, ada: Editor, admin: Editor, accounts: Accounts
) -> None:
    page = _page(admin.post("/accounts/disable", {"name": "Ada Editor"}).text)
    assert texts(page, _LISTED)[0] == "Ada Editor , editor, disabled"
    assert ada.get("/account").status_code == 303
    admin.post("/accounts/enable", {"name": "Ada Editor"})
    assert Editor(app, accounts.all()[0]).get("/account").status_code == 200


def test_sessions_of_others_are_ended(ada: Editor, admin: Editor) -> None:
    admin.post("/accounts/sessions", {"name": "Ada Editor"})
    assert ada.get("/account").status_code == 303


def test_the_last_administrator_stays(admin: Editor, accounts: Accounts) -> None:
    for action in ("disable", "role"):
        data = {"name": "Adam Admin", "role": "editor"}
        response = admin.post(f"/accounts/{action}", data)
        assert response.status_code == 400
        assert "without an administrator" in text_of(_page(response.text), ".notice")
    assert accounts.all()[1].role is Role.ADMINISTRATOR


@pytest.mark.parametrize("action", ["", "/role", "/password", "/disable", "/enable", "/sessions"])
def test_nobody_else_may(app: Flask, ada: Editor, accounts: Accounts, action: str) -> None:
    before = accounts.all()
    assert ada.post(f"/accounts{action}", {**_NEW, "name": "Adam Admin"}).status_code == 403
    assert ada.client.post(f"/accounts{action}", data=_NEW).status_code == 400
    assert accounts.all() == before
    assert ada.get("/accounts").status_code == 403
    location = app.test_client().get("/accounts").headers["Location"]
    assert location == "/sign-in?back=%2Faccounts"
