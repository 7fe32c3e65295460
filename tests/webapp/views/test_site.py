from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.webapp.factories import get_page, text_of
from webapp import create_app
from webapp.assets import STATIC_FOLDER
from webapp.config import Config

PAGES = [
    "/", "/about", "/authors", "/authors/Ada Author", "/concordance?q=consent", "/documents",
    "/documents/limits-of-consent", "/documents/limits-of-consent?q=consent",
    "/documents/limits-of-consent/cite?at=p1", "/help", "/missions", "/missions/unexa",
    "/no-such-page", "/search", "/search?q=consent", "/themes", "/themes/consent", "/timeline",
    "/years/1999", "/citations", "/citations/unresolved", "/un-documents",
    "/un-documents/s-res-1270",
]  # fmt: skip


def test_about_explains_how_to_search(client: FlaskClient) -> None:
    page = get_page(client, "/about")
    assert text_of(page, "h1") == "About"
    assert "Papers made up for tests." in text_of(page, ".prose")
    assert page.select_one("a[href='/help']") is not None


def test_an_archive_can_say_more_about_itself(own_archive_folder: Path) -> None:
    text = "# Who we are\n\nEditors of [papers](https://example.org). <script>no()</script>"
    (own_archive_folder / "about.md").write_text(text, encoding="utf-8")
    page = get_page(create_app(Config(archive=own_archive_folder)).test_client(), "/about")
    assert text_of(page, "h1") == "Who we are"
    assert page.select_one(".prose a[href='https://example.org']") is not None
    assert page.select("main script") == []


def test_robots_are_kept_out_of_endless_searches(client: FlaskClient) -> None:
    assert "Disallow: /search" in client.get("/robots.txt").text


def test_the_icon_is_found_under_its_old_name(client: FlaskClient) -> None:
    with client.get("/favicon.ico", follow_redirects=True) as response:
        assert response.status_code == 200
        assert response.mimetype == "image/svg+xml"


def test_static_files_are_small_and_kept_by_browsers(client: FlaskClient) -> None:
    page = get_page(client, "/documents/limits-of-consent")
    for tag in page.select("link[rel=stylesheet], link[rel=icon], script[src]"):
        with client.get(str(tag.get("href") or tag.get("src"))) as response:
            assert response.status_code == 200
            assert response.cache_control.max_age == 365 * 24 * 3600
    with client.get("/static/site.css") as response:
        assert response.cache_control.max_age is None
    assert client.get("/static/no-such.css").status_code == 404
    assert sum(path.stat().st_size for path in STATIC_FOLDER.iterdir()) < 100_000


@pytest.mark.parametrize("address", PAGES)
def test_headers_are_strict_on_every_page(client: FlaskClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("address", PAGES)
def test_no_page_needs_inline_script_or_style_or_another_site(
    client: FlaskClient, address: str
) -> None:
    page = get_page(client, address, client.get(address).status_code)
    assert (
        page.select(
            "style, [style], script:not([src], [type='application/ld+json']), [onclick], [onload]"
        )
        == []
    )
    for tag in page.select("link[rel=stylesheet], script[src], img"):
        assert str(tag.get("href") or tag.get("src")).startswith("/static/")


@pytest.mark.parametrize("address", PAGES)
def test_every_page_has_its_landmarks_and_one_heading(client: FlaskClient, address: str) -> None:
    page = get_page(client, address, client.get(address).status_code)
    assert len(page.select("h1")) == len(page.select("main")) == 1
    assert len(page.select("body > header nav")) == len(page.select("body > footer")) == 1
    assert page.select_one("a.skip[href='#page-main']") is not None
    searches = page.select("form[role=search]")
    assert len({form.get("aria-label") for form in searches}) == len(searches)
    levels = [int(str(tag.name)[1]) for tag in page.select("h1, h2, h3, h4, h5, h6")]
    steps = pairwise(levels)
    assert all(after <= before + 1 for before, after in steps), levels
    assert text_of(page, "head > title")


def test_a_page_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    etag = client.get("/about").headers["ETag"]
    response = client.get("/about", headers={"If-None-Match": etag})
    assert response.status_code == 304
    assert response.data == b""
