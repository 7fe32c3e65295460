"""What someone wrote whose session had ended: it is kept until they are signed in again.

The text travels in the forms of these pages; nothing of it is written on the server meanwhile.
"""

from __future__ import annotations

import re

from flask import Response, make_response, request

from webapp.accounts.sessions import csrf_token, current_account
from webapp.pages import SignInPage, UnsavedPage
from webapp.rendering import render, site

__all__ = ["ask_to_sign_in", "is_resumed", "to_be_sent_again"]

_RESUMED = re.compile(r"/(?:documents|annotations)/[^\s?#\\]+")
_NOT_KEPT = frozenset({"csrf_token", "resume", "name", "password", "back", "body"})


def is_resumed() -> bool:
    """Whether a request to sign in carries what someone wrote before."""
    return _RESUMED.fullmatch(request.form.get("resume", "")) is not None


def ask_to_sign_in(problem: str = "", status: int = 403) -> Response:
    """Ask who wrote something to sign in, and keep what they wrote."""
    resume = request.form["resume"] if is_resumed() else request.path
    page = SignInPage(
        site=site(),
        title="You are no longer signed in",
        csrf=csrf_token(),
        back=request.form.get("back", "/"),
        name=request.form.get("name", ""),
        problem=problem,
        resume=resume,
        fields=_fields(),
        body=request.form.get("body"),
    )
    return _kept(page, status)


def to_be_sent_again(status: int = 200, problem: str = "") -> Response:
    """Show who is signed in what they wrote before and why it was not saved, to be sent again."""
    page = UnsavedPage(
        site=site(),
        title="Not saved yet",
        csrf=csrf_token(),
        name=getattr(current_account(), "name", ""),
        problem=problem,
        action=request.form["resume"] if is_resumed() else request.path,
        fields=_fields(),
        body=request.form.get("body"),
    )
    return _kept(page, status)


def _fields() -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in request.form.items(multi=True) if pair[0] not in _NOT_KEPT)


def _kept(page: SignInPage | UnsavedPage, status: int) -> Response:
    response = make_response(render(page), status)
    response.cache_control.no_store = True
    return response
