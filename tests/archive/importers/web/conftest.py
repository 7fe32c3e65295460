"""What the tests of web pages share: pages made of their own words, imported from memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.importers import ImportOverrides, ImportResult, Source
from archive.importers.web import WebImporter

ReadPage = Callable[..., ImportResult]


def read_page(page: str | bytes, **overrides: object) -> ImportResult:
    content = page if isinstance(page, bytes) else page.encode()
    given = ImportOverrides(**overrides)  # type: ignore[arg-type]
    return WebImporter().read(Source(Path("page.html"), content), given)


@pytest.fixture(scope="session")
def read() -> ReadPage:
    """Reads a page, with what a person says of it."""
    return read_page
