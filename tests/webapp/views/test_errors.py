from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient

from tests.webapp.factories import get_page, text_of
from webapp import create_app
from webapp.config import Config
from webapp.workspace import Workspace


def test_a_page_that_is_not_there_offers_a_search(client: FlaskClient) -> None:
    page = get_page(client, "/nowhere/at/all", status=404)
    assert text_of(page, "h1") == "There is no such page"
    assert page.select_one("form[role=search] input[name=q]") is not None


@pytest.mark.parametrize("status", [400, 403, 404, 405, 409, 410, 428, 429, 500, 503])
def test_every_error_looks_like_the_rest_and_says_what_to_do(
    own_archive_folder: Path, status: int
) -> None:
    app = create_app(Config(archive=own_archive_folder))
    app.add_url_rule("/fails", view_func=lambda: abort(status))
    app.add_url_rule("/fails.json", endpoint="twin", view_func=lambda: abort(status))
    page = get_page(app.test_client(), "/fails", status)
    assert text_of(page, ".kind") == str(status)
    assert len(page.select("header.masthead nav, footer.colophon")) == 2
    assert len(page.select("main form[role=search] input[name=q]")) == 1
    said = text_of(page, ".prose")
    assert "Nothing was" in said or status in {404, 410}
    assert "!" not in said
    data = app.test_client().get("/fails.json").get_json()
    assert data["status"] == status
    assert data["title"] == text_of(page, "h1")


def test_a_method_that_is_not_allowed_is_refused(client: FlaskClient) -> None:
    response = client.post("/documents")
    assert response.status_code == 405
    assert "<h1>" in response.text
    assert set(response.allow) == {"GET", "HEAD", "OPTIONS"}


def test_an_unforeseen_error_looks_like_the_rest_and_tells_nothing(
    own_archive_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = create_app(Config(archive=own_archive_folder))

    def fail(*_: object) -> None:
        raise RuntimeError("the password is swordfish")

    monkeypatch.setattr(Workspace, "about", fail)
    page = get_page(app.test_client(), "/about", status=500)
    assert "Nothing was lost." in text_of(page, ".prose")
    assert "swordfish" not in str(page)


def test_errors_of_the_disk_do_not_tell_paths(own_archive_folder: Path) -> None:
    client = create_app(Config(archive=own_archive_folder, check_seconds=3600)).test_client()
    client.get("/")
    shutil.rmtree(own_archive_folder / "documents" / "second-paper")
    page = get_page(client, "/documents/second-paper", status=404)
    assert str(own_archive_folder) not in str(page)


def test_without_an_index_documents_can_be_read(own_archive_folder: Path) -> None:
    workspace = Workspace.open(own_archive_folder)
    client = create_app(Config(archive=own_archive_folder), workspace).test_client()
    shutil.rmtree(own_archive_folder / ".index", ignore_errors=True)
    workspace.refresh(3600)
    shutil.rmtree(own_archive_folder / ".index", ignore_errors=True)
    page = get_page(client, "/search?q=consent", status=503)
    assert text_of(page, "h1") == "The search index is not ready"
    assert get_page(client, "/documents/second-paper")


def test_the_application_reads_the_environment(
    own_archive_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PEACEARCHIVE", str(own_archive_folder))
    app: Flask = create_app()
    assert app.test_client().get("/").status_code == 200
