from __future__ import annotations

import pytest

from webapp.accounts.browsers import browser_name

_WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko Firefox/132.0", "Firefox on Linux"),
        (f"Mozilla/5.0 (Windows NT 10.0) {_WEBKIT} Safari/537.36 Edg/130", "Edge on Windows"),
        (f"Mozilla/5.0 (Linux; Android 14) {_WEBKIT} Mobile Safari/537", "Chrome on Android"),
        ("Mozilla/5.0 (iPhone; like Mac OS X) Version/17.5 Safari/604.1", "Safari on an iPhone"),
        ("curl/8.5.0", "a browser"),
        ("", "a browser"),
    ],
)
def test_browsers_are_named_as_people_know_them(user_agent: str, name: str) -> None:
    assert browser_name(user_agent) == name
