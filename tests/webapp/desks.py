"""An archive with an editor, a reviewer and an administrator at work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from flask import Flask
from werkzeug.test import TestResponse

from annotations import AnnotationStore, StoredAnnotation
from tests.webapp import samples
from tests.webapp.factories import write_archive
from tests.webapp.signing import Editor, add_account
from webapp import create_app
from webapp.accounts import Role
from webapp.config import Config

DOCUMENT = "/documents/limits-of-consent"


@dataclass
class Desks:
    """People at work on one archive: `ada` and `ben` are editors, `rita` reviews."""

    folder: Path
    app: Flask
    ada: Editor
    ben: Editor
    rita: Editor

    def stored(self, identifier: str) -> StoredAnnotation:
        """An annotation as it is on disk."""
        return AnnotationStore(self.folder / "annotations").get(identifier)

    def write(self, who: Editor, then: str = "save", **fields: str) -> str:
        """Annotate as someone does in the form; return the id."""
        data = {"at": "p2", "kind": "comment", "body": "Patience pays.", "then": then, **fields}
        response = who.post(f"{DOCUMENT}/annotate", data)
        assert response.status_code == 303, response.text
        return response.headers["Location"].partition("#annotation-")[2]

    def act(self, who: Editor, identifier: str, action: str, **fields: str) -> TestResponse:
        """Do something with an annotation as it is now."""
        version = {"version": self.stored(identifier).fingerprint}
        return who.post(f"/annotations/{identifier}/{action}", {**version, **fields})


def desks_in(folder: Path, review: str = "required") -> Desks:
    """Make the archive in a new folder."""
    write_archive(
        folder,
        [samples.mandate(), samples.second_paper()],
        [samples.comment(), samples.lost(), *samples.unseen()],
    )
    settings = folder / "archive.yaml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("review: required", f"review: {review}"), encoding="utf-8")
    accounts = [add_account(folder, "Ada Editor"), add_account(folder, "Ben Editor")]
    rita = add_account(folder, "Rita Reviewer", Role.REVIEWER)
    app = create_app(Config(archive=folder))
    return Desks(folder, app, *(Editor(app, one) for one in (*accounts, rita)))


def soup(response: TestResponse) -> BeautifulSoup:
    return BeautifulSoup(response.text, "lxml")
