from __future__ import annotations

from pathlib import Path

import pytest

from tests.webapp.citing.papers import citing_archive


@pytest.fixture
def citing_folder(tmp_path: Path) -> Path:
    """The folder of an archive whose papers cite; the test may change it."""
    return citing_archive(tmp_path / "archive")
