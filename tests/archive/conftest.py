"""What the tests of the archive package share."""

from pathlib import Path

import pytest

import archive
from archive.authorities import Authorities, read_authorities


@pytest.fixture(scope="session")
def sample_authorities_folder() -> Path:
    """The authorities of the bundled sample."""
    return Path(archive.__file__).parent / "sample" / "authorities"


@pytest.fixture(scope="session")
def sample_authorities(sample_authorities_folder: Path) -> Authorities:
    """The same, read."""
    return read_authorities(sample_authorities_folder)[0]
