"""The commands `editors`: who may annotate an archive in the browser."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from archive import Archive
from webapp.accounts import Account, AccountError, Accounts, Passwords, Role
from webapp.cli.common import archive_option, plain_errors

__all__ = ["editors"]

_ROLE = click.Choice([role.value for role in Role])
_ID_LENGTH = 12
_password_option = click.option(
    "--password-stdin", is_flag=True, help="Read the password from standard input."
)


@click.group()
def editors() -> None:
    """Add, list and change the accounts of those who annotate in the browser.

    An editor writes and submits annotations; a reviewer publishes, edits and withdraws any; an
    administrator also manages accounts.
    """


@editors.command()
@click.argument("name")
@click.option("--role", type=_ROLE, default=Role.EDITOR.value, show_default=True)
@_password_option
@archive_option
@plain_errors
def add(name: str, role: str, password_stdin: bool, archive: Path) -> None:  # noqa: FBT001 -- click
    """Make an account for NAME, which will stand under what they write."""
    hashed = Passwords().hash(_password(from_stdin=password_stdin))
    account = _accounts(archive).add(name, Role(role), hashed)
    click.echo(f"Added {_described(account)}. Sign in at /sign-in when the archive is served.")


@editors.command()
@click.argument("name")
@click.argument("role", type=_ROLE)
@archive_option
@plain_errors
def role(name: str, role: str, archive: Path) -> None:
    """Give NAME another ROLE."""
    click.echo(f"Now {_described(_accounts(archive).set_role(name, Role(role)))}.")


@editors.command()
@click.argument("name")
@archive_option
@plain_errors
def disable(name: str, archive: Path) -> None:
    """Lock NAME out, at once and everywhere; what they wrote stays."""
    click.echo(f"Now {_described(_accounts(archive).disable(name))}.")


@editors.command()
@click.argument("name")
@archive_option
@plain_errors
def enable(name: str, archive: Path) -> None:
    """Let NAME, who was locked out, in again."""
    click.echo(f"Now {_described(_accounts(archive).enable(name))}.")


@editors.command()
@click.argument("name")
@_password_option
@archive_option
@plain_errors
def password(name: str, password_stdin: bool, archive: Path) -> None:  # noqa: FBT001 -- click
    """Give NAME a new password; all their sessions end."""
    hashed = Passwords().hash(_password(from_stdin=password_stdin))
    account = _accounts(archive).set_password(name, hashed)
    click.echo(f"The password of {account.name} is changed; all their sessions have ended.")


@editors.command()
@click.argument("name")
@click.option("--label", default="", help="What the token is for.")
@archive_option
@plain_errors
def token(name: str, label: str, archive: Path) -> None:
    """Make a token with which a program writes as NAME. It is shown this once."""
    click.echo(_accounts(archive).new_token(name, label))


@editors.command()
@click.argument("name")
@archive_option
@plain_errors
def tokens(name: str, archive: Path) -> None:
    """List the tokens of NAME, with the ids that `revoke` takes."""
    for one in _account(archive, name).tokens:
        click.echo(f"{one.id[:_ID_LENGTH]}  {one.made:%Y-%m-%d %H:%M} UTC  {one.label}")


@editors.command()
@click.argument("name")
@click.argument("token")
@archive_option
@plain_errors
def revoke(name: str, token: str, archive: Path) -> None:
    """Let a TOKEN of NAME no longer work; `tokens` gives its id."""
    found = [one for one in _account(archive, name).tokens if one.id.startswith(token)]
    if len(found) != 1:
        raise AccountError(
            f"{name} has no token '{token[:80]}'.", remedy="`editors tokens NAME` lists them."
        )
    _accounts(archive).revoke_token(name, found[0].id)
    click.echo(f"The token for {found[0].label} no longer works.")


@editors.command("list")
@archive_option
@plain_errors
def list_editors(archive: Path) -> None:
    """List the accounts."""
    accounts = _accounts(archive).all()
    for account in accounts:
        click.echo(_described(account))
    if not accounts:
        click.echo("There are no accounts yet. Add one: peacearchive editors add NAME")


def _accounts(archive: Path) -> Accounts:
    return Accounts(Archive.open(archive).path)


def _account(archive: Path, name: str) -> Account:
    account = _accounts(archive).get(name)
    if account is None:
        raise AccountError(
            f"There is no account '{name[:80]}'.",
            remedy="`peacearchive editors list` names those there are.",
        )
    return account


def _described(account: Account) -> str:
    return f"{account.name}, {account.role}" + (", disabled" if account.disabled else "")


def _password(*, from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
