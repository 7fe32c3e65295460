"""Accounts for tests, and clients that are signed in without the slow way through a password."""

from __future__ import annotations

import datetime as dt
import secrets
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from webapp.accounts import Account, Accounts, Role, Session
from webapp.accounts.file import key_id
from webapp.accounts.sessions import desk_of

PASSWORD = "ferries at dawn"  # noqa: S105 -- a made-up one
_CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
_SALT = "wtf-csrf-token"


def add_account(folder: Path, name: str, role: Role = Role.EDITOR) -> Account:
    return Accounts(folder).add(name, role, _CHEAP.hash(PASSWORD))


class Editor:
    """A client that is signed in and sends the token of forms along."""

    def __init__(self, app: Flask, account: Account) -> None:
        self.account, self.app = account, app
        self.client: FlaskClient = app.test_client()
        secret, self.key = secrets.token_hex(16), secrets.token_hex(16)
        now = dt.datetime.now(dt.UTC)
        opened = Session(key_id(self.key), now, now + dt.timedelta(hours=1), "a browser")
        desk_of(app).accounts.begin_session(account.name, opened)
        with self.client.session_transaction() as session:
            session["account"] = account.name
            session["key"] = self.key
            session["csrf_token"] = secret
        self.token = URLSafeTimedSerializer(str_key(app), salt=_SALT).dumps(secret)

    def get(self, address: str, **options: Any) -> TestResponse:
        options.setdefault("headers", {"Accept": "text/html"})
        return self.client.get(address, **options)

    def post(
        self, address: str, data: dict[str, Any] | None = None, **options: Any
    ) -> TestResponse:
        return self.client.post(address, data={"csrf_token": self.token, **(data or {})}, **options)


def str_key(app: Flask) -> bytes:
    key = app.config["SECRET_KEY"]
    assert isinstance(key, bytes)
    return key
