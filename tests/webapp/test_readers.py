"""Readers see only published annotations, wherever they look."""

from __future__ import annotations

import re
from collections import deque
from html import unescape
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

import pytest
from flask import Flask
from flask.testing import FlaskClient

from annotations import AnnotationStore, State
from tests.webapp.signing import Editor, add_account
from webapp import create_app
from webapp.accounts import Role
from webapp.config import Config
from webapp.sample import sample_copy

SECRETS = ("tarnabost", "quillowick")
ACCEPTED = (
    "text/html",
    'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
)
PREFERENCES = (
    "",
    'return=representation; include="http://www.w3.org/ns/oa#PreferContainedIRIs"',
    'return=representation; include="http://www.w3.org/ns/oa#PreferContainedDescriptions"',
    'return=representation; include="http://www.w3.org/ns/ldp#PreferMinimalContainer"',
)
_NAMED = re.compile(r'(?:"|&quot;)((?:/|\?|#|http://localhost/)[^"\s<>\\]*?)(?:"|&quot;)')
_TEMPLATE = re.compile(r"\{[^}]*\}|%7B[^%]*%7D")
_MOST = 1500
"""How many addresses of one kind are visited that differ in their query only."""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_copy(tmp_path_factory.mktemp("readers"))


@pytest.fixture(scope="module")
def app(sample: Path) -> Flask:
    return create_app(Config(archive=sample))


@pytest.fixture(scope="module")
def unseen(sample: Path) -> list[str]:
    """The ids of the annotations that are not published; the secrets are in some of them."""
    stored = AnnotationStore(sample / "annotations").load().stored
    hidden = [one.annotation for one in stored if one.annotation.state is not State.PUBLISHED]
    for secret in SECRETS:
        assert any(secret in annotation.body for annotation in hidden), secret
    return [annotation.id for annotation in hidden]


def _typed(secret: str) -> list[str]:
    """What a reader can type to look for a word."""
    return [
        f"/search?q={secret}",
        f"/search.json?q={secret}",
        f"/search.atom?q={secret}",
        f"/search?q={secret}~1",
        f"/search?q={secret[:6]}*",
        f"/search?q=in:annotations+{secret}",
        f"/concordance?q={secret}",
        f"/suggest?q={secret[:5]}",
        f"/search?q={secret[:-1]}",
    ]


def _links(address: str, text: str) -> set[str]:
    """The addresses that a page or other answer names."""
    found = {unescape(link) for link in _NAMED.findall(text)}
    inside = (urldefrag(urljoin(f"http://localhost{address}", link)).url for link in found)
    return {
        link.removeprefix("http://localhost") or "/"
        for link in inside
        if link.startswith("http://localhost") and not _TEMPLATE.search(link)
    }


def _walk(client: FlaskClient, starts: list[str]) -> dict[str, str]:
    """Visit every address that leads on from some, and return what each answered."""
    answers: dict[str, str] = {}
    waiting, known, shapes = deque(starts), set(starts), dict[str, int]()
    while waiting:
        address = waiting.popleft()
        for accepted in (
            ACCEPTED if address.startswith(("/annotations", "/documents")) else ("*/*",)
        ):
            response = client.get(address, headers={"Accept": accepted})
            assert response.status_code < 500, address
            text = response.get_data().decode("utf-8", "replace")
            answers[f"{address} {accepted}"] = text + str(response.headers)
            for link in sorted(_links(address, text) - known):
                shape = urlsplit(link).path if "?" in link else link
                shapes[shape] = shapes.get(shape, 0) + 1
                if shapes[shape] <= 6:
                    known.add(link)
                    waiting.append(link)
        assert len(answers) < 20 * _MOST
    return answers


def _routes(app: Flask, unseen: list[str]) -> list[str]:
    """The addresses of every route that can be had, filled with what is not to be seen."""
    values = {
        "annotation_id": unseen,
        "document_id": ["essay-use-of-force", "profile-unamid"],
        "number": ["1"],
        "name": ["json", "bibtex", "tarnabost"],
        "year": ["1999"],
        "mission_id": ["unamid"],
        "theme_id": ["mandates-doctrine"],
    }
    addresses = []
    for rule in app.url_map.iter_rules():
        if "GET" not in (rule.methods or ()):
            continue
        options = [str(rule)]
        for argument in rule.arguments:
            pattern = re.compile(rf"<(?:[^:<>]+:)?{argument}>")
            options = [
                pattern.sub(quote(value, safe=""), option)
                for option in options
                for value in values.get(argument, ["tarnabost"])
            ]
        addresses += options
    return addresses


@pytest.fixture(scope="module")
def answers(app: Flask, unseen: list[str]) -> dict[str, str]:
    """All that a reader gets to see, by address."""
    typed = [address for secret in SECRETS for address in _typed(secret)]
    return _walk(app.test_client(), ["/", *_routes(app, unseen), *typed])


def test_no_answer_has_a_word_that_is_not_published(answers: dict[str, str]) -> None:
    assert len(answers) > 300
    for place, answer in answers.items():
        address = unquote(place)
        if not any(secret[:5] in address for secret in SECRETS):
            for secret in SECRETS:
                assert secret not in answer.lower(), place


def test_looking_for_such_a_word_finds_nothing(app: Flask) -> None:
    client = app.test_client()
    for secret in SECRETS:
        found = client.get(f"/search.json?q={secret}&as_typed=1").get_json()
        assert (found["passages"], found["documents"]) == (0, 0)
        assert secret not in client.get(f"/search.atom?q={secret[:-1]}").text
        assert secret not in client.get(f"/suggest?q={secret[:4]}").text


def test_counts_do_not_tell_of_what_is_not_published(app: Flask, sample: Path) -> None:
    published = sum(
        one.annotation.state is State.PUBLISHED
        for one in AnnotationStore(sample / "annotations").load().stored
    )
    client = app.test_client()
    found = client.get("/search.json?kind=annotation").get_json()
    assert found["passages"] == published


@pytest.mark.parametrize("preference", PREFERENCES)
def test_containers_hold_what_is_published(app: Flask, unseen: list[str], preference: str) -> None:
    client = app.test_client()
    for address in (
        "/annotations/",
        "/annotations/?page=0",
        "/annotations/?iris=1&page=0",
        "/documents/essay-use-of-force/annotations/",
        "/documents/profile-unamid/annotations/",
    ):
        text = client.get(address, headers={"Prefer": preference}).text
        for identifier in unseen:
            assert identifier not in text, address


@pytest.mark.parametrize("end", ["", "/edit", "/settle", "/replies/1"])
def test_readers_get_no_page_of_what_is_not_published(
    app: Flask, unseen: list[str], end: str
) -> None:
    client = app.test_client()
    for identifier in unseen:
        for accepted in ACCEPTED:
            response = client.get(f"/annotations/{identifier}{end}", headers={"Accept": accepted})
            assert response.status_code in {303, 404, 410}


def test_editors_do_see_what_readers_do_not(app: Flask, sample: Path) -> None:
    editor = Editor(app, add_account(sample, "Rita Reviewer", Role.REVIEWER))
    assert "tarnabost" in editor.get("/documents/essay-use-of-force").text
    assert "quillowick" in editor.get("/annotations/?state=withdrawn").text
