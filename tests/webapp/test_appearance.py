"""Light and dark, an archive's own look, and how pages are sent."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.webapp.factories import get_page
from webapp import create_app
from webapp.config import Config


def test_pages_follow_the_system_until_the_reader_chooses(client: FlaskClient) -> None:
    html = get_page(client, "/missions").html
    assert html is not None
    assert not html.has_attr("data-scheme")


def test_a_choice_lasts_and_leads_back_to_the_page(client: FlaskClient) -> None:
    response = client.post("/appearance", data={"scheme": "dark", "back": "/search?q=consent"})
    assert response.status_code == 303
    assert response.location == "/search?q=consent"
    html = get_page(client, "/missions").html
    assert html is not None
    assert html["data-scheme"] == "dark"
    client.post("/appearance", data={"scheme": "system"})
    again = get_page(client, "/missions").html
    assert again is not None
    assert not again.has_attr("data-scheme")


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil", "x", ""])
def test_the_switch_leads_nowhere_else(client: FlaskClient, back: str) -> None:
    assert client.post("/appearance", data={"scheme": "dark", "back": back}).location == "/"


def test_a_page_differs_by_cookie_and_so_does_its_tag(client: FlaskClient) -> None:
    light = client.get("/missions")
    assert "Cookie" in light.headers["Vary"]
    client.post("/appearance", data={"scheme": "dark"})
    assert client.get("/missions").headers["ETag"] != light.headers["ETag"]


def test_an_archive_brings_its_own_logo_and_colours(own_archive_folder: Path) -> None:
    (own_archive_folder / "theme.css").write_text(":root { --accent: #063; }", encoding="utf-8")
    (own_archive_folder / "logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', encoding="utf-8"
    )
    client = create_app(Config(archive=own_archive_folder)).test_client()
    page = get_page(client, "/missions")
    styles = [str(link["href"]) for link in page.select("link[rel=stylesheet]")]
    assert styles[-1].startswith("/own/theme.")
    style = client.get(styles[-1])
    assert style.mimetype == "text/css"
    assert style.cache_control.immutable
    logo = client.get(str(page.select(".logo")[0]["src"]))
    assert logo.mimetype == "image/svg+xml"
    assert "script-src" not in logo.headers["Content-Security-Policy"]
    assert "default-src 'none'" in logo.headers["Content-Security-Policy"]


def test_a_changed_style_has_another_address(own_archive_folder: Path) -> None:
    client = create_app(Config(archive=own_archive_folder)).test_client()
    addresses = set()
    for colour in ("#063", "#00663"):
        (own_archive_folder / "theme.css").write_text(f"a {{ color: {colour} }}", encoding="utf-8")
        page = get_page(client, "/missions")
        addresses.add(str(page.select("link[rel=stylesheet]")[-1]["href"]))
    assert len(addresses) == 2


@pytest.mark.parametrize("name", ["archive.yaml", "about.md", "theme.css", "..%2farchive.yaml"])
def test_nothing_else_of_the_archive_is_given_away(client: FlaskClient, name: str) -> None:
    assert client.get(f"/own/{name}").status_code == 404


def test_pages_are_compressed_for_those_who_accept_it(client: FlaskClient) -> None:
    plain = client.get("/documents/limits-of-consent")
    assert "Content-Encoding" not in plain.headers
    packed = client.get("/documents/limits-of-consent", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.data) < len(plain.data) / 2


def test_a_compressed_page_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    headers = {"Accept-Encoding": "gzip"}
    tag = client.get("/help", headers=headers).headers["ETag"]
    again = client.get("/help", headers={**headers, "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get("/help", headers={"If-None-Match": tag}).status_code == 304
