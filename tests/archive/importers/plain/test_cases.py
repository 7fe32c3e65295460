"""Publications of many habits, compared with what a reader wrote down about each.

A case is NAME.txt, as an extraction tool wrote it, and NAME.yaml. What the importer is known to
miss stands there under `missed`: whoever mends it deletes the line.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from archive.importers import import_file
from archive.models import Block, BlockKind
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


def test_what_an_import_misses_is_named() -> None:
    found = import_file(Path(__file__).parent / "cases" / "policy-paper.txt").document
    heading = next(block for block in found.blocks if block.text.startswith("1.1"))
    marked = next(block for block in found.blocks if block.marks)
    worse = {heading.id: replace(heading, text="Other"), marked.id: replace(marked, marks=())}
    blocks = tuple(worse.get(block.id, block) for block in found.blocks)
    missed = misses(replace(found, blocks=blocks), reader("policy-paper"))
    kinds = {miss.split(" ")[0].rstrip(":") for miss in missed}
    assert kinds == {"heading", "no", "mark"}


def test_metadata_and_joints_that_an_import_misses_are_named() -> None:
    found = import_file(Path(__file__).parent / "cases" / "policy-paper.txt").document
    joint = reader("policy-paper")["must_not_join"][0]
    torn = Block("p0", BlockKind.PARAGRAPH, f"{joint['before']} {joint['after']}")
    metadata = replace(found.metadata, title="Boats")
    missed = misses(
        replace(found, metadata=metadata, blocks=(*found.blocks, torn)), reader("policy-paper")
    )
    assert missed == ["title: boats", f"no join: {joint['before']} / {joint['after']}"]
