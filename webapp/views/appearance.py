"""The switch between light and dark."""

from __future__ import annotations

import re

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from webapp.appearance import COOKIE, Scheme, chosen_scheme
from webapp.assets import KEPT_SECONDS

__all__ = ["appearance"]

appearance = Blueprint("appearance", __name__)

_OWN_PAGE = re.compile(r"/(?![/\\])[^\s\x00-\x1f\\]*")


@appearance.post("/appearance")
def choose() -> Response:
    """Keep the choice of light or dark in a cookie, and go back to the page."""
    back = request.form.get("back", "/")
    response = redirect(back if _OWN_PAGE.fullmatch(back) else "/", code=303)
    scheme = chosen_scheme(request.form.get("scheme"))
    if scheme is Scheme.SYSTEM:
        response.delete_cookie(COOKIE, samesite="Lax")
    else:
        response.set_cookie(
            COOKIE, scheme.value, max_age=KEPT_SECONDS, httponly=True, samesite="Lax"
        )
    return response
