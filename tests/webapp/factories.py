"""Archives on disk for tests of the web application."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from flask.testing import FlaskClient

from annotations import Annotation
from archive import Archive, ArchiveSettings, Document
from archive.yaml_files import dump_yaml

AUTHORITIES = {
    "missions.yaml": [
        {
            "id": "unexa",
            "acronym": "UNEXA",
            "name": "United Nations Mission in Exampland",
            "start": "1999-10-22",
            "end": "2005-12-31",
        },
        {
            "id": "unpart",
            "acronym": "UNPART",
            "name": "United Nations Partition Observers",
            "start": "2004",
        },
    ],
    "themes.yaml": [
        {"id": "consent", "label": "Consent of the host", "scope": "What hosts allow."},
        {"id": "poc", "label": "Protection of civilians", "scope": "Keeping people safe."},
    ],
    "un-documents.yaml": [
        {"id": "s-res-1270", "symbol": "S/RES/1270 (1999)", "title": "On an example"},
    ],
    "abbreviations.yaml": [{"abbr": "POC", "expansion": "protection of civilians"}],
}


def write_archive(
    folder: Path, documents: Iterable[Document], annotations: Iterable[Annotation] = ()
) -> Path:
    """Make an archive in a new folder and return the folder."""
    settings = ArchiveSettings("Archive of examples", "Papers made up for tests.")
    files = {name: yaml_list(entries).encode() for name, entries in AUTHORITIES.items()}
    archive = Archive.create(folder, settings, files)
    for document in documents:
        archive.save(document, "importer: none\n")
    for annotation in annotations:
        write_annotation(folder, annotation)
    return folder


def yaml_list(entries: Iterable[dict[str, Any]]) -> str:
    lines = [dump_yaml(entry).splitlines() for entry in entries]
    return "".join("- " + "\n  ".join(entry) + "\n" for entry in lines)


def write_annotation(folder: Path, annotation: Annotation) -> None:
    target: dict[str, Any] = {"passage": annotation.target.passage}
    if annotation.target.quote is not None:
        target["quote"] = {"exact": annotation.target.quote.exact}
    data = {
        "id": annotation.id,
        "kind": annotation.kind.value,
        "target": target,
        "body": annotation.body,
        "tags": {"missions": list(annotation.missions), "themes": list(annotation.themes)},
        "editor": annotation.editor,
        "created": annotation.created.isoformat(),
        "modified": annotation.modified.isoformat(),
        "state": annotation.state.value,
    }
    path = folder / "annotations" / annotation.document / f"{annotation.id}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dump_yaml(data), encoding="utf-8")


def get_page(client: FlaskClient, address: str, status: int = 200) -> BeautifulSoup:
    """Get a page, which must have the status and be HTML."""
    response = client.get(address)
    assert response.status_code == status, address
    assert response.mimetype == "text/html"
    return BeautifulSoup(response.text, "lxml")


def texts(page: BeautifulSoup | Tag, selector: str) -> list[str]:
    """The texts of what a selector finds, blanks folded."""
    return [" ".join(tag.get_text(" ").split()) for tag in page.select(selector)]


def text_of(page: BeautifulSoup | Tag, selector: str) -> str:
    """The text of the one thing a selector finds."""
    found = texts(page, selector)
    assert len(found) == 1, f"{selector}: {found}"
    return found[0]


def href(page: BeautifulSoup | Tag, selector: str) -> str:
    """The address of the one link a selector finds."""
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {found}"
    return str(found[0]["href"])
