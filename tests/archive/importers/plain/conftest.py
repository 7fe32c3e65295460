"""What the tests of the text importer share: invented texts, imported."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.importers import ImportOverrides, ImportResult, Source
from archive.importers.plain.importer import TextImporter
from archive.importers.plain.lines import Line, read_lines, with_places
from archive.importers.plain.words import Vocabulary

Importing = Callable[[str], ImportResult]


@pytest.fixture
def import_text() -> Importing:
    """Import a text as if a tool had taken it from a PDF."""

    def importing(text: str) -> ImportResult:
        source = Source(Path("invented.txt"), text.encode())
        return TextImporter().read(source, ImportOverrides())

    return importing


@pytest.fixture
def lines_of() -> Callable[[str], tuple[Line, ...]]:
    """Split a text into lines in the order of reading."""
    return lambda text: with_places(read_lines(text))


@pytest.fixture
def vocabulary() -> Vocabulary:
    """The words of a small invented document."""
    return Vocabulary.of(
        [
            "The ferry crew reached the harbour; peacekeeping units watched the harbour road.",
            "Peacekeepers and the DRC agreed. The long-term plan for the DRC was well-known.",
            "The General Assembly met. A gender-based rule was kept, and harbours were safe.",
        ]
    )
