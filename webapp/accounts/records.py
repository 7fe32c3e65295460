"""Accounts as the plain data of their file, and back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archive.yaml_files import YamlError, dump_yaml, read_yaml
from webapp.accounts.errors import AccountError
from webapp.accounts.models import Account, Role, Session, Token

__all__ = ["accounts_yaml", "read_accounts"]


def read_accounts(path: Path) -> tuple[Account, ...]:
    """Read the accounts of a file.

    Raises:
        AccountError: it has a fault.
    """
    try:
        entries = read_yaml(path).data.get("accounts") or []
        return tuple(_account(entry) for entry in entries)
    except (YamlError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise AccountError(
            f"The accounts cannot be read: {error}.",
            path=path,
            remedy="Mend the file, or put it away and add the editors again.",
        ) from error


def accounts_yaml(accounts: tuple[Account, ...]) -> str:
    """Return the text of the file that holds accounts."""
    return dump_yaml({"accounts": [_account_data(one) for one in accounts]})


def _account(entry: Mapping[str, Any]) -> Account:
    return Account(
        name=str(entry["name"]),
        role=Role(entry["role"]),
        password=str(entry["password"]),
        disabled=bool(entry.get("disabled", False)),
        tokens=tuple(_token(one) for one in entry.get("tokens", ())),
        sessions=tuple(_session(one) for one in entry.get("sessions", ())),
    )


def _token(entry: Mapping[str, Any]) -> Token:
    return Token(str(entry["id"]), str(entry.get("label", "")), _time(entry["made"]))


def _session(entry: Mapping[str, Any]) -> Session:
    return Session(
        id=str(entry["id"]),
        begun=_time(entry["begun"]),
        ends=_time(entry["ends"]),
        browser=str(entry.get("browser", "")),
        address=str(entry.get("address", "")),
    )


def _account_data(account: Account) -> dict[str, Any]:
    data: dict[str, Any] = {
        "name": account.name,
        "role": str(account.role),
        "password": account.password,
    }
    if account.disabled:
        data["disabled"] = True
    if account.tokens:
        data["tokens"] = [_token_data(one) for one in account.tokens]
    if account.sessions:
        data["sessions"] = [_session_data(one) for one in account.sessions]
    return data


def _token_data(token: Token) -> dict[str, str]:
    return {"id": token.id, "label": token.label, "made": token.made.isoformat()}


def _session_data(session: Session) -> dict[str, str]:
    return {
        "id": session.id,
        "begun": session.begun.isoformat(),
        "ends": session.ends.isoformat(),
        "browser": session.browser,
        "address": session.address,
    }


def _time(value: object) -> dt.datetime:
    """A moment in UTC.

    Raises:
        ValueError: it is none, or has no time zone.
    """
    time = dt.datetime.fromisoformat(str(value))
    if time.tzinfo is None:
        raise ValueError(f"the time {value} has no time zone")
    return time
