from __future__ import annotations

from pathlib import Path

from flask.testing import FlaskClient

from tests.webapp import samples
from tests.webapp.factories import get_page, href, text_of, texts, write_archive
from webapp import create_app
from webapp.config import Config


def test_missions_are_listed_with_years_and_counts(client: FlaskClient) -> None:
    page = get_page(client, "/missions")
    assert texts(page, ".authority-name") == ["UNEXA 1999–2005", "UNPART since 2004"]
    assert texts(page, ".authority-about")[0] == "United Nations Mission in Exampland"
    assert texts(page, ".authority-counts")[1] == "1 document, 2 passages"
    assert page.select_one(".authority-name a[href='/missions/unexa']") is not None


def test_themes_are_listed_with_what_they_are_about(client: FlaskClient) -> None:
    page = get_page(client, "/themes")
    assert texts(page, ".authority-name") == ["Consent of the host", "Protection of civilians"]
    assert texts(page, ".authority-about")[0] == "What hosts allow."


def test_what_the_archive_has_nothing_about_stands_apart(tmp_path: Path) -> None:
    folder = write_archive(tmp_path / "archive", [samples.second_paper()])
    page = get_page(create_app(Config(archive=folder)).test_client(), "/missions")
    assert texts(page, "main > .authority .authority-name a") == ["UNPART"]
    others = page.select_one(".others")
    assert others is not None
    assert text_of(others, ".authority-name").startswith("UNEXA")
    assert href(others, "a") == "/missions/unexa"
    assert href(page, "main > .authority a") == "/missions/unpart"
