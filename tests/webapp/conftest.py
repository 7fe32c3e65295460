"""What tests of the web application share: a small archive, an application on it, its client."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.webapp import samples
from tests.webapp.factories import write_archive
from webapp import create_app
from webapp.config import Config


@pytest.fixture(scope="session")
def archive_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small archive; tests that change it take `own_archive_folder`."""
    return write_archive(
        tmp_path_factory.mktemp("webapp") / "archive",
        [samples.mandate(), samples.second_paper()],
        [samples.comment(), samples.whole_note(), samples.lost(), *samples.unseen()],
    )


@pytest.fixture
def own_archive_folder(tmp_path: Path) -> Path:
    """A small archive that the test may change."""
    return write_archive(
        tmp_path / "archive", [samples.mandate(), samples.second_paper()], [samples.comment()]
    )


@pytest.fixture(scope="session")
def app(archive_folder: Path) -> Flask:
    return create_app(Config(archive=archive_folder))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
