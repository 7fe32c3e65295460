"""The addresses of signing in, as paths below the root of the site."""

from __future__ import annotations

import re
from urllib.parse import urlencode

__all__ = ["own_page", "sign_in_address"]

_OWN_PAGE = re.compile(r"/(?![/\\])[^\s\x00-\x1f\\]*")


def sign_in_address(back: str = "") -> str:
    """Return where one signs in, and then comes back to a page of the site."""
    return f"/sign-in?{urlencode([('back', back)])}" if back else "/sign-in"


def own_page(address: str) -> str:
    """Return an address if it is a page of this site, else the home page."""
    return address if _OWN_PAGE.fullmatch(address) else "/"
