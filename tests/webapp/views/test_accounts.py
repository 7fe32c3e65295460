from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.factories import text_of, texts
from tests.webapp.signing import PASSWORD, Editor, add_account
from webapp import create_app
from webapp.accounts import Accounts, Role, Session
from webapp.accounts.file import key_id
from webapp.accounts.sessions import desk_of
from webapp.config import Config


@pytest.fixture
def own_app(own_archive_folder: Path) -> Flask:
    add_account(own_archive_folder, "A. Editor")
    return create_app(Config(archive=own_archive_folder))


@pytest.fixture
def visitor(own_app: Flask) -> FlaskClient:
    return own_app.test_client()


@pytest.fixture
def editor(own_app: Flask, own_archive_folder: Path) -> Editor:
    return Editor(own_app, Accounts(own_archive_folder).all()[0])


def _sign_in(client: FlaskClient, password: str = PASSWORD, back: str = "/") -> int:
    page = BeautifulSoup(client.get("/sign-in").text, "lxml")
    token = page.select_one("main input[name=csrf_token]")
    assert token is not None
    data = {
        "csrf_token": token["value"], "name": "a. editor", "password": password, "back": back,
    }  # fmt: skip
    return client.post("/sign-in", data=data).status_code


def test_one_signs_in_and_out(visitor: FlaskClient) -> None:
    assert _sign_in(visitor) == 303
    page = BeautifulSoup(visitor.get("/account").text, "lxml")
    assert "You are signed in as A. Editor, editor." in text_of(page, ".lead")
    token = page.select("form[action='/sign-out'] input[name=csrf_token]")[0]["value"]
    visitor.post("/sign-out", data={"csrf_token": token})
    assert visitor.get("/account").headers["Location"] == "/sign-in?back=%2Faccount"


def test_a_wrong_password_is_refused(visitor: FlaskClient) -> None:
    assert _sign_in(visitor, "wrong wrong") == 403
    assert visitor.get("/account").status_code == 303


def test_too_many_attempts_are_told_with_the_time_to_wait(visitor: FlaskClient) -> None:
    for _ in range(10):
        assert _sign_in(visitor, "wrong wrong") == 403
    page = BeautifulSoup(visitor.get("/sign-in").text, "lxml")
    token = page.select("main input[name=csrf_token]")[0]["value"]
    data = {"csrf_token": token, "name": "A. Editor", "password": PASSWORD}
    response = visitor.post("/sign-in", data=data)
    assert response.status_code == 429
    assert 0 < int(response.headers["Retry-After"]) <= 901
    assert "too many attempts" in text_of(BeautifulSoup(response.text, "lxml"), ".notice")


def test_a_form_of_another_site_is_refused(visitor: FlaskClient, editor: Editor) -> None:
    data = {"name": "A. Editor", "password": PASSWORD}
    assert visitor.post("/sign-in", data=data).status_code == 400
    for address in ("/sign-out", "/account/password", "/account/tokens", "/account/sessions"):
        assert editor.client.post(address).status_code == 400


@pytest.mark.parametrize("back", ["//bad.example", "https://bad.example", "/\\bad.example", ""])
def test_one_never_ends_up_on_another_site(visitor: FlaskClient, back: str) -> None:
    _sign_in(visitor, back=back)
    page = BeautifulSoup(visitor.get("/sign-in", query_string={"back": back}).text, "lxml")
    assert page.select("main input[name=back]")[0]["value"] == "/"


def test_session_cookies_are_kept_from_scripts_and_other_sites(visitor: FlaskClient) -> None:
    cookie = visitor.get("/sign-in").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie
    secure = visitor.get("/sign-in", base_url="https://archive.example").headers["Set-Cookie"]
    assert "Secure" in secure


def test_readers_get_no_cookie(visitor: FlaskClient) -> None:
    for address in ("/", "/search?q=consent", "/documents/limits-of-consent"):
        assert "Set-Cookie" not in visitor.get(address).headers


def test_sessions_end_everywhere(own_app: Flask, editor: Editor) -> None:
    elsewhere = Editor(own_app, editor.account)
    assert elsewhere.get("/account").status_code == 200
    editor.post("/account/sessions", {"end": "all"})
    assert elsewhere.get("/account").status_code == 303
    assert editor.get("/account").status_code == 303


def test_signing_out_ends_this_session_alone_and_for_good(own_app: Flask, editor: Editor) -> None:
    elsewhere = Editor(own_app, editor.account)
    cookie = editor.client.get_cookie("peacearchive")
    assert cookie is not None
    editor.post("/sign-out")
    assert elsewhere.get("/account").status_code == 200
    editor.client.set_cookie("peacearchive", cookie.value)
    assert editor.get("/account").status_code == 303


def test_one_sees_where_one_is_signed_in_and_ends_what_one_likes(
    own_app: Flask, visitor: FlaskClient, editor: Editor
) -> None:
    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"
    visitor.environ_base["HTTP_USER_AGENT"] = agent
    _sign_in(visitor)
    elsewhere = Editor(own_app, editor.account)
    page = BeautifulSoup(editor.get("/account").text, "lxml")
    listed = texts(page, "[aria-labelledby=page-sessions] li > p:first-child")
    assert listed == ["a browser", "Firefox on Linux", "a browser (here)"]
    firefox = page.select("button[aria-label^='End the session of Firefox on Linux']")[0]
    editor.post("/account/sessions", {"end": str(firefox["value"])})
    assert visitor.get("/account").status_code == 303
    assert elsewhere.get("/account").status_code == 200
    editor.post("/account/sessions", {"end": "others"})
    assert elsewhere.get("/account").status_code == 303
    assert editor.get("/account").status_code == 200


def test_a_token_is_shown_once_listed_and_revoked(own_app: Flask, editor: Editor) -> None:
    response = editor.post("/account/tokens", {"label": "my script"})
    assert "no-store" in response.headers["Cache-Control"]
    token = text_of(BeautifulSoup(response.text, "lxml"), ".notice code")
    page = BeautifulSoup(editor.get("/account").text, "lxml")
    assert token not in str(page)
    assert texts(page, "[aria-labelledby=page-tokens] li > p:first-child") == ["my script"]
    program = own_app.test_client()
    bearer = {"Authorization": f"Bearer {token}"}
    assert program.post("/annotations/", headers=bearer).status_code == 415
    (button,) = page.select("[aria-labelledby=page-tokens] .entries button")
    editor.post("/account/tokens/revoke", {"token": str(button["value"])})
    assert program.post("/annotations/", headers=bearer).status_code == 401


def test_sessions_expire(editor: Editor) -> None:
    accounts = desk_of(editor.app).accounts
    now = dt.datetime.now(dt.UTC) - dt.timedelta(minutes=1)
    accounts.end_sessions(editor.account.name)
    accounts.begin_session(editor.account.name, Session(key_id(editor.key), now, now))
    assert editor.get("/account").status_code == 303


def test_disabling_locks_out_at_once(own_archive_folder: Path, editor: Editor) -> None:
    Accounts(own_archive_folder).disable("A. Editor")
    assert editor.get("/account").status_code == 303
    assert editor.post("/account/tokens").status_code == 403


def test_a_new_password_ends_other_sessions(own_app: Flask, editor: Editor) -> None:
    elsewhere = Editor(own_app, editor.account)
    data = {"password": PASSWORD, "new": "ferries at dusk"}
    assert editor.post("/account/password", data).status_code == 200
    assert editor.get("/account").status_code == 200
    assert elsewhere.get("/account").status_code == 303
    assert _sign_in(own_app.test_client(), "ferries at dusk") == 303


@pytest.mark.parametrize(
    "data", [{"password": "wrong", "new": "ferries at dusk"}, {"password": PASSWORD, "new": "x"}]
)
def test_a_password_is_not_changed_without_the_old_or_to_a_short_one(
    own_app: Flask, editor: Editor, data: dict[str, str]
) -> None:
    assert editor.post("/account/password", data).status_code == 400
    assert _sign_in(own_app.test_client()) == 303


def test_nothing_private_is_served(visitor: FlaskClient) -> None:
    for address in (
        "/.private/accounts.yaml",
        "/own/accounts.yaml",
        "/own/..%2f.private%2faccounts.yaml",
        "/static/../.private/secret-key",
        "/documents/..%2f.private",
    ):
        assert visitor.get(address).status_code == 404, address


def test_pages_say_who_is_signed_in(editor: Editor, visitor: FlaskClient) -> None:
    signed_in = BeautifulSoup(editor.get("/about").text, "lxml")
    assert "A. Editor" in text_of(signed_in, ".colophon-links")
    reader = BeautifulSoup(visitor.get("/about").text, "lxml")
    assert reader.select(".colophon-links a")[-1]["href"] == "/sign-in?back=/about"


def test_nobody_on_the_way_keeps_what_editors_see(editor: Editor, visitor: FlaskClient) -> None:
    address = "/documents/limits-of-consent"
    assert "private" in editor.get(address).headers["Cache-Control"]
    assert "private" not in visitor.get(address).headers["Cache-Control"]


def test_endless_forms_are_refused(editor: Editor) -> None:
    assert editor.post("/preview", {"body": "x" * 1_000_001}).status_code == 413


def test_reviewers_are_named_as_such(own_app: Flask, own_archive_folder: Path) -> None:
    reviewer = Editor(own_app, add_account(own_archive_folder, "R. Reader", Role.REVIEWER))
    page = BeautifulSoup(reviewer.get("/account").text, "lxml")
    assert "R. Reader, reviewer" in text_of(page, ".lead")
