"""Publications of many habits, compared with what a reader wrote down about each.

A case is NAME.txt, as an extraction tool wrote it, and NAME.yaml. What the importer is known to
miss stands there under `missed`: whoever mends it deletes the line.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from archive.importers import import_file
from tests.archive.importers.plain.reading import misses

CASES = sorted(path.stem for path in (Path(__file__).parent / "cases").glob("*.yaml"))


def reader(name: str) -> dict[str, Any]:
    path = Path(__file__).parent / "cases" / f"{name}.yaml"
    data: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize("name", CASES)
def test_the_import_is_what_the_reader_says(name: str) -> None:
    found = import_file(Path(__file__).parent / "cases" / f"{name}.txt").document
    assert misses(found, reader(name)) == reader(name).get("missed", [])


def test_a_reader_finds_what_an_import_misses() -> None:
    found = import_file(Path(__file__).parent / "cases" / f"{CASES[0]}.txt").document
    first, second = (block for block in found.blocks if not block.marks and block.text)[:2]
