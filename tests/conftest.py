"""What all tests share: the real documents that lie beside the project, when they do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long an example takes says nothing about what is tested; a busy machine is slow.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

SHARED = Path(__file__).parents[2] / "shared"


def _shared(name: str) -> Path:
    folder = SHARED / name
    if not folder.is_dir():
        reason = f"the folder ../shared/{name} is not beside the project"
        if os.environ.get("CI") == "true":
            pytest.fail(f"{reason}; CI needs it")
        pytest.skip(reason)
    return folder


@pytest.fixture(scope="session")
def shared_documents() -> Path:
    """The folder of the five real publications as plain text."""
    return _shared("documents")


@pytest.fixture(scope="session")
def shared_gold() -> Path:
    """The folder of what a careful reader says a right import contains."""
    return _shared("gold")


@pytest.fixture(scope="session")
def shared_facts() -> Path:
    """The folder of checked facts that the authorities are made from."""
    return _shared("facts")
