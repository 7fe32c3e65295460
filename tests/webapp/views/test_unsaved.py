"""Who writes when their session has ended loses nothing."""

from __future__ import annotations

import errno
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


def test_a_full_disk_loses_nothing(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    identifier = desks.write(desks.ada, body="As it was.")
    before = desks.stored(identifier)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("annotations.store.write_file", full)
    edited = {"at": "p2", "kind": "comment", "body": "Much longer."}
    responses = [
        desks.act(desks.ada, identifier, "edit", **edited),
        desks.act(desks.ada, identifier, "replies", body="Much longer."),
        desks.ada.post(f"{DOCUMENT}/annotate", edited),
    ]
    for response in responses:
        assert response.status_code == 503
        assert "No space left on device" in text_of(soup(response), ".notice")
        assert _fields(soup(response), "form.unsaved")["body"] == "Much longer."
    assert desks.stored(identifier) == before
    monkeypatch.undo()
    fields = _fields(soup(responses[0]), "form.unsaved")
    address = f"/annotations/{identifier}/edit"
    assert desks.ada.client.post(address, data=fields).status_code == 303
    assert desks.stored(identifier).annotation.body == "Much longer."


def test_a_text_that_is_too_long_is_kept(desks: Desks) -> None:
    body = "x" * 20_001
    for response in (
        desks.ada.post(f"{DOCUMENT}/annotate", {"at": "p2", "kind": "comment", "body": body}),
        desks.act(desks.rita, "on-consent", "replies", body=body),
    ):
        assert response.status_code == 400
        assert "20,000" in text_of(soup(response), ".notice") or "20000" in response.text
        assert text_of(soup(response), "main textarea") == body
