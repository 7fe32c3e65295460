"""Who writes when their session has ended loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from werkzeug.test import TestResponse

from annotations import AnnotationStore
from tests.webapp.desks import DOCUMENT, Desks, desks_in, soup
from tests.webapp.factories import text_of
from tests.webapp.signing import PASSWORD, Editor

WRITTEN = {
    "at": "p2", "words": "patience", "start": "20", "kind": "question", "body": "Long\n\nwritten.",
    "mission": "unexa", "then": "submit",
}  # fmt: skip


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return desks_in(tmp_path / "archive")


@pytest.fixture
def ada(desks: Desks) -> Editor:
    """An editor whose session has just ended."""
    desks.ada.post("/account/sessions", {"end": "all"})
    return desks.ada


def _fields(page: BeautifulSoup, form: str) -> dict[str, str]:
    (found,) = page.select(form)
    fields = {str(one["name"]): str(one.get("value", "")) for one in found.select("input")}
    areas = {str(one["name"]): one.get_text().strip("\n") for one in found.select("textarea")}
    return {**fields, **areas}


def _signed_in(ada: Editor, page: BeautifulSoup, password: str = PASSWORD) -> TestResponse:
    fields = _fields(page, "form[action='/sign-in']")
    return ada.client.post("/sign-in", data={**fields, "name": "Ada Editor", "password": password})


def test_what_was_written_is_kept_over_signing_in_and_saved(desks: Desks, ada: Editor) -> None:
    response = ada.post(f"{DOCUMENT}/annotate", WRITTEN)
    assert response.status_code == 403
    assert "no-store" in response.headers["Cache-Control"]
    page = soup(response)
    assert text_of(page, "textarea") == "Long written."
    again = soup(_signed_in(ada, page))
    fields = _fields(again, "form.unsaved")
    assert {name: fields[name] for name in WRITTEN} == WRITTEN
    (form,) = again.select("form.unsaved")
    sent = ada.client.post(str(form["action"]), data=fields)
    assert sent.status_code == 303
    identifier = sent.headers["Location"].partition("#annotation-")[2]
    annotation = desks.stored(identifier).annotation
    assert (annotation.body, annotation.missions) == ("Long\n\nwritten.", ("unexa",))
    assert annotation.editor == "Ada Editor"


def test_a_wrong_password_keeps_it_too(ada: Editor) -> None:
    page = soup(ada.post("/annotations/on-consent/replies", {"body": "An answer."}))
    refused = _signed_in(ada, page, "wrong wrong")
    assert refused.status_code == 403
    assert text_of(soup(refused), "textarea") == "An answer."
    again = soup(_signed_in(ada, soup(refused)))
    assert _fields(again, "form.unsaved")["body"] == "An answer."
    assert again.select("form[action='/annotations/on-consent/replies']")


def test_a_form_from_before_signing_in_again_is_sent_again(desks: Desks) -> None:
    stale = {**WRITTEN, "csrf_token": "of-another-session"}
    response = desks.ada.client.post(f"{DOCUMENT}/annotate", data=stale)
    assert response.status_code == 400
    assert _fields(soup(response), "form.unsaved")["body"] == WRITTEN["body"]
    written = AnnotationStore(desks.folder / "annotations").of_document("limits-of-consent")
    assert not any(one.editor == "Ada Editor" for one in written)


@pytest.mark.parametrize("resume", ["//bad.example/x", "/accounts", "https://bad.example", "/"])
def test_nothing_is_sent_anywhere_else(ada: Editor, resume: str) -> None:
    page = soup(ada.get("/sign-in"))
    fields = {**_fields(page, "form[action='/sign-in']"), "resume": resume, "body": "x"}
    data = {**fields, "name": "Ada Editor", "password": PASSWORD}
    assert ada.client.post("/sign-in", data=data).headers["Location"] == "/"
