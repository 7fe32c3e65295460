"""Two real publications, compared with what a careful reader says a right import contains."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
import yaml

from archive.exports.json import document_json
from archive.importers import ImportResult, import_file

GOLD = ("002", "004")
PERFECT = {"marks", "bodies", "headings", "no_joins", "blocks", "hyphens"}
SPLIT = ("split_paragraphs", "split_headings", "split_paragraphs_in_notes")


@pytest.fixture(scope="module")
def imported(shared_documents: Path) -> dict[str, ImportResult]:
    """The two publications as imported."""
    return {number: import_file(next(shared_documents.glob(f"{number}*"))) for number in GOLD}


def gold(folder: Path, number: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((folder / f"{number}.yaml").read_text(encoding="utf-8"))
    return data


def letters(text: str | None) -> str:
    """The letters only: the figures of note marks stand in the gold file's words."""
    plain = unicodedata.normalize("NFKD", text or "").lower()
    return re.sub("[^a-z]", "", plain)


@pytest.mark.parametrize("number", GOLD)
def test_the_import_is_what_the_reader_says(
    imported: dict[str, ImportResult], shared_gold: Path, tmp_path: Path, number: str
) -> None:
    export = tmp_path / "export.json"
    export.write_text(json.dumps(document_json(imported[number].document)), encoding="utf-8")
    paths = [shared_gold / "score_import.py", export, shared_gold / f"{number}.yaml"]
    done = subprocess.run(
        [sys.executable, *paths], capture_output=True, encoding="utf-8", check=True
    )
    scores = {
        name: [float(figure) for figure in figures]
        for name, *figures in (line.split() for line in done.stdout.splitlines())
    }
    assert {"marks", "bodies", "headings", "joins", "blocks", "hyphens"} <= scores.keys()
    for name in PERFECT & scores.keys():
        assert scores[name][0] == 1, done.stdout
    assert scores["marks"][:3] == [1, 1, 1]
    assert scores["headings"][:3] == [1, 1, 1]
    # The script compares words in which it leaves the marks' figures; two joins of each document
    # have a mark inside the words compared, and only `test_every_split_is_made_whole` can see them.
    missing = scores["joins"][2] - scores["joins"][1]
    assert missing <= 2


@pytest.mark.parametrize("number", GOLD)
def test_every_split_is_made_whole(
    imported: dict[str, ImportResult], shared_gold: Path, number: str
) -> None:
    texts = [letters(passage.text) for passage in imported[number].document.passages()]
    for kind in SPLIT:
        for split in gold(shared_gold, number).get(kind) or []:
            whole = letters(split["before"]) + letters(split["after"])
            assert any(whole in text for text in texts), (kind, split["lines"])


def test_abbreviations_are_taken_from_their_list(
    imported: dict[str, ImportResult], shared_gold: Path
) -> None:
    metadata = imported["002"].document.metadata
    assert len(metadata.abbreviations) == len(gold(shared_gold, "002")["acronyms"])


def test_items_are_items(imported: dict[str, ImportResult], shared_gold: Path) -> None:
    for number in GOLD:
        expected = sum(one["type"] == "li" for one in gold(shared_gold, number)["blocks"])
        found = sum(block.kind == "item" for block in imported[number].document.blocks)
        assert found >= expected


def test_nothing_is_lost_in_silence(
    imported: dict[str, ImportResult], shared_documents: Path
) -> None:
    """Every word of the source stands in the document, its metadata, or the report."""
    for number in GOLD:
        source = next(shared_documents.glob(f"{number}*")).read_text(encoding="utf-8")
        result = imported[number]
        metadata = result.document.metadata
        kept = [passage.text or "" for passage in result.document.passages()]
        kept += [block.byline or "" for block in result.document.blocks]
        kept += [gone.text for gone in result.report.omissions]
        kept += [*metadata.abbreviations, *metadata.abbreviations.values()]
        kept += [address for links in result.report.links.values() for address in links]
        known = letters(" ".join(kept))
        lost = {word for word in re.findall(r"[^\W\d_]{6,}", source) if letters(word) not in known}
        assert lost == set()
