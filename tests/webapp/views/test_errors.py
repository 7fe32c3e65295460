from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp.factories import get_page, text_of
from webapp import create_app
from webapp.config import Config
from webapp.workspace import Workspace


def test_a_page_that_is_not_there_offers_a_search(client: FlaskClient) -> None:
    page = get_page(client, "/nowhere/at/all", status=404)
    assert text_of(page, "h1") == "There is no such page"
    assert page.select_one("form[role=search] input[name=q]") is not None


def test_a_method_that_is_not_allowed_is_refused(client: FlaskClient) -> None:
    response = client.post("/documents")
    assert response.status_code == 405
    assert "<h1>" in response.text


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
