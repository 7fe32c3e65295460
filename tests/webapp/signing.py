"""Accounts for tests, and clients that are signed in without the slow way through a password."""

from __future__ import annotations

import secrets
import time
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from itsdangerous import URLSafeTimedSerializer
from werkzeug.test import TestResponse

from webapp.accounts import Account, Accounts, Role

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
        secret = secrets.token_hex(16)
        with self.client.session_transaction() as session:
            session["account"] = account.name
            session["epoch"] = account.epoch
            session["until"] = time.time() + 3600
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
