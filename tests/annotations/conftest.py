"""An archive with one short document, and the store of its annotations."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from annotations import AnnotationStore
from archive import Archive, ArchiveSettings
from tests.factories import make_document

_MISSIONS = b"""
- id: unamsil
  acronym: UNAMSIL
  name: United Nations Mission in Sierra Leone
  kind: un-peacekeeping
"""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    files = {"missions.yaml": _MISSIONS}
    files |= {f"{name}.yaml": b"" for name in ("themes", "un-documents", "abbreviations")}
    archive = Archive.create(tmp_path / "papers", ArchiveSettings("Papers"), files)
    archive.save(make_document(), "")
    return archive


@pytest.fixture
def store(archive: Archive) -> AnnotationStore:
    return AnnotationStore(archive.annotations_folder)


@pytest.fixture
def random() -> Random:
    """The same chances on every run."""
    return Random(1948)  # noqa: S311 - a test needs chances that repeat, not secret ones
