"""The Web Annotation Protocol, MUST by MUST and SHOULD by SHOULD."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from annotations import AnnotationStore, State
from tests.annotations.webannotation.model import check_annotation, check_collection, check_page
from tests.factories import make_annotation
from tests.webapp.desks import Desks, desks_in
from tests.webapp.factories import write_annotation
from webapp import create_app
from webapp.accounts import Accounts
from webapp.config import Config
from webapp.sample import sample_copy

PROFILE = "http://www.w3.org/ns/anno.jsonld"
JSON_LD = f'application/ld+json; profile="{PROFILE}"'
LDP = "http://www.w3.org/ns/ldp#"
PREFER = 'return=representation; include="{}"'
ARCHIVE = "/annotations/"
ON_DOCUMENT = "/documents/limits-of-consent/annotations/"
ONE = "/annotations/on-consent"


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Desks:
    """An archive with more published annotations than a page has, that the tests only read."""
    desks = desks_in(tmp_path_factory.mktemp("protocol") / "archive")
    for number in range(150):
        annotation = make_annotation(f"more-{number:03}", document="limits-of-consent")
        write_annotation(desks.folder, annotation)
    return replace(desks, app=create_app(Config(archive=desks.folder)))


@pytest.fixture
def client(desks: Desks) -> FlaskClient:
    return desks.app.test_client()


@pytest.fixture
def own(tmp_path: Path) -> Desks:
    return desks_in(tmp_path / "archive")


def _json(response: TestResponse) -> dict[str, Any]:
    data = json.loads(response.text)
    assert isinstance(data, dict)
    return data


def _links(response: TestResponse) -> str:
    return ", ".join(response.headers.getlist("Link"))


class Program:
    """A program that writes with the token of an account."""

    def __init__(self, desks: Desks, name: str) -> None:
        token = Accounts(desks.folder).new_token(name)
        self.client = desks.app.test_client()
        self.headers = {"Authorization": f"Bearer {token}", "Content-Type": JSON_LD}

    def send(self, method: str, address: str, body: object = None, **more: str) -> TestResponse:
        data = None if body is None else json.dumps(body)
        headers = {**self.headers, **{k.replace("_", "-"): v for k, v in more.items()}}
        return self.client.open(address, method=method, data=data, headers=headers)


def _annotation(**fields: Any) -> dict[str, Any]:
    return {
        "@context": PROFILE,
        "type": "Annotation",
        "motivation": "commenting",
        "body": {"type": "TextualBody", "value": "From a program.", "format": "text/markdown"},
        "target": {
            "source": "http://localhost/documents/limits-of-consent",
            "selector": {
                "type": "TextQuoteSelector",
                "exact": "The second thing is patience.",
                "prefix": "was told to keep it. ",
                "suffix": " Consent is never given twice.",
            },
        },
        **fields,
    }


# Reading an annotation


@pytest.mark.parametrize(
    "accepted", [None, "*/*", JSON_LD, "application/ld+json", "application/json", "text/turtle"]
)
def test_an_annotation_is_json_ld_unless_html_is_asked_for(
    client: FlaskClient, accepted: str | None
) -> None:
    response = client.get(ONE, headers={} if accepted is None else {"Accept": accepted})
    assert response.headers["Content-Type"] == JSON_LD
    assert _json(response)["id"] == f"http://localhost{ONE}"
    browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
    assert client.get(ONE, headers={"Accept": browser}).mimetype == "text/html"


def test_an_annotation_has_the_headers_of_the_protocol(client: FlaskClient) -> None:
    for response in (client.get(ONE), client.head(ONE)):
        assert f'<{LDP}Resource>; rel="type"' in _links(response)
        assert not response.headers["ETag"].startswith("W/")
        assert {"Accept"} <= set(response.headers["Vary"].split(", "))
        assert set(response.headers["Allow"].split(", ")) == {
            "GET", "HEAD", "OPTIONS", "PUT", "DELETE",
        }  # fmt: skip
    assert client.head(ONE).data == b""
    assert client.options(ONE).headers["Allow"] == client.get(ONE).headers["Allow"]


def test_what_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    tag = client.get(ONE).headers["ETag"]
    assert client.get(ONE, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("address", [ONE, ARCHIVE, ON_DOCUMENT])
def test_other_sites_may_read_and_no_more(client: FlaskClient, address: str) -> None:
    assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"
    asked = client.options(address, headers={"Origin": "https://reader.example"})
    assert asked.status_code == 204
    assert asked.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"
    assert "Access-Control-Allow-Credentials" not in asked.headers


def test_an_answer_is_an_annotation_of_the_annotation(own: Desks) -> None:
    own.act(own.rita, "on-consent", "replies", body="Indeed.")
    client = own.app.test_client()
    found = _json(client.get(f"{ONE}/replies/1"))
    assert (found["target"], found["motivation"]) == (f"http://localhost{ONE}", "replying")
    assert client.get(f"{ONE}/replies/2").status_code == 404


# Reading containers


@pytest.mark.parametrize("address", [ARCHIVE, ON_DOCUMENT])
def test_a_container_has_the_headers_of_the_protocol(client: FlaskClient, address: str) -> None:
    for response in (client.get(address), client.head(address), client.options(address)):
        links = _links(response)
        assert f'<{LDP}BasicContainer>; rel="type"' in links
        assert f'<http://www.w3.org/TR/annotation-protocol/>; rel="{LDP}constrainedBy"' in links
        assert "GET, HEAD, OPTIONS" in response.headers["Allow"]
        assert {"Accept", "Prefer"} <= set(response.headers["Vary"].split(", "))
    response = client.get(address)
    assert response.headers["Content-Type"] == JSON_LD
    assert response.headers["ETag"]
    assert response.headers["Content-Location"] == f"http://localhost{address}?iris=0"


def test_only_the_container_of_the_archive_takes_new_annotations(client: FlaskClient) -> None:
    assert JSON_LD in client.get(ARCHIVE).headers["Accept-Post"]
    assert "POST" in client.get(ARCHIVE).headers["Allow"]
    assert "Accept-Post" not in client.get(ON_DOCUMENT).headers
    assert client.post(ON_DOCUMENT).status_code in {400, 405}


@pytest.mark.parametrize("address", [ARCHIVE, ON_DOCUMENT])
def test_a_container_describes_its_collection(client: FlaskClient, address: str) -> None:
    found = _json(client.get(address))
    assert found["id"] == f"http://localhost{address}"
    assert found["type"] == ["BasicContainer", "AnnotationCollection"]
    assert found["total"] == 152
    assert found["label"].startswith("Annotations of ")
    assert found["modified"].endswith("Z")
    assert found["last"] == f"http://localhost{address}?page=1"
    first = found["first"]
    assert (first["type"], first["startIndex"], len(first["items"])) == ("AnnotationPage", 0, 100)
    assert first["items"][0]["type"] == "Annotation"


def test_the_container_of_a_document_without_annotations_has_no_page(client: FlaskClient) -> None:
    found = _json(client.get("/documents/second-paper/annotations/"))
    assert found["total"] == 0
    assert "first" not in found
    assert client.get("/documents/no-such/annotations/").status_code == 404


@pytest.mark.parametrize("address", [ARCHIVE, ON_DOCUMENT])
def test_clients_say_what_they_prefer(client: FlaskClient, address: str) -> None:
    def asked(iri: str) -> tuple[dict[str, Any], TestResponse]:
        response = client.get(address, headers={"Prefer": PREFER.format(iri)})
        return _json(response), response

    minimal, response = asked(f"{LDP}PreferMinimalContainer")
    assert minimal["first"] == f"http://localhost{address}?page=0"
    assert response.headers["Preference-Applied"] == "return=representation"
    iris, response = asked("http://www.w3.org/ns/oa#PreferContainedIRIs")
    assert response.headers["Content-Location"] == f"http://localhost{address}?iris=1"
    assert iris["first"]["items"][0].startswith("http://localhost/annotations/")
    assert iris["first"]["next"] == f"http://localhost{address}?iris=1&page=1"
    described, _ = asked("http://www.w3.org/ns/oa#PreferContainedDescriptions")
    assert described["first"]["items"][0]["type"] == "Annotation"


@pytest.mark.parametrize("query", ["", "iris=1&"])
def test_pages_lead_to_one_another(client: FlaskClient, query: str) -> None:
    first = _json(client.get(f"{ARCHIVE}?{query}page=0"))
    assert first["partOf"] == f"http://localhost{ARCHIVE}"
    assert "prev" not in first
    response = client.get(first["next"])
    last = _json(response)
    assert response.headers["Content-Location"] == last["id"] == first["next"]
    assert (last["startIndex"], len(last["items"])) == (100, 52)
    assert last["prev"] == first["id"]
    assert "next" not in last


@pytest.mark.parametrize("page", ["2", "-1", "x", "", "9" * 30, "²"])
def test_pages_that_are_not_there(client: FlaskClient, page: str) -> None:
    assert client.get(ARCHIVE, query_string={"page": page}).status_code == 404


def test_a_container_without_its_slash_leads_to_it(client: FlaskClient) -> None:
    response = client.get("/annotations")
    assert response.status_code == 308
    assert response.headers["Location"] == f"http://localhost{ARCHIVE}"


# Writing


def test_a_program_makes_an_annotation(own: Desks) -> None:
    sent = _annotation(
        id="https://elsewhere.example/7",
        canonical="urn:uuid:7",
        creator={"type": "Person", "name": "Somebody Else"},
    )
    response = Program(own, "Ada Editor").send("POST", ARCHIVE, sent)
    assert response.status_code == 201
    location = response.headers["Location"]
    assert location.startswith(f"http://localhost{ARCHIVE}")
    made = _json(response)
    assert made["id"] == location
    assert (made["canonical"], made["via"]) == ("urn:uuid:7", "https://elsewhere.example/7")
    assert made["creator"]["name"] == "Ada Editor"
    annotation = own.stored(location.rpartition("/")[2]).annotation
    assert (annotation.state, annotation.target.passage) == (State.SUBMITTED, "p2")
    assert own.app.test_client().get(location).status_code == 404
    published = Program(own, "Rita Reviewer").send("POST", ARCHIVE, _annotation())
    assert own.app.test_client().get(published.headers["Location"]).status_code == 200


def test_a_program_cannot_bring_state_or_history(own: Desks) -> None:
    archived = {"state": "published", "revisions": [], "extra": {"editor": "Rita Reviewer"}}
    response = Program(own, "Ada Editor").send(
        "POST", ARCHIVE, _annotation(**{"peacearchive:archived": archived})
    )
    annotation = own.stored(_json(response)["id"].rpartition("/")[2]).annotation
    assert (annotation.state, annotation.editor) == (State.SUBMITTED, "Ada Editor")


def test_a_program_changes_what_it_has_seen(own: Desks) -> None:
    program = Program(own, "Rita Reviewer")
    seen = program.send("GET", ONE)
    changed = {**_json(seen), "body": {"type": "TextualBody", "value": "Changed."}}
    assert program.send("PUT", ONE, changed).status_code == 428
    assert program.send("PUT", ONE, changed, If_Match='"other"').status_code == 412
    response = program.send("PUT", ONE, changed, If_Match=seen.headers["ETag"])
    assert response.status_code == 200
    assert _json(response)["body"][0]["value"] == "Changed."
    assert response.headers["ETag"] != seen.headers["ETag"]
    assert len(own.stored("on-consent").annotation.revisions) == 1


def test_a_program_withdraws(own: Desks) -> None:
    program = Program(own, "Rita Reviewer")
    assert program.send("DELETE", ONE, If_Match='"other"').status_code == 412
    response = program.send("DELETE", ONE)
    assert (response.status_code, response.data) == (204, b"")
    assert own.stored("on-consent").annotation.state is State.WITHDRAWN
    assert own.app.test_client().get(ONE).status_code == 410


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_a_version_is_one_of_those_that_a_program_names(own: Desks, method: str) -> None:
    program = Program(own, "Rita Reviewer")
    tag, before = program.send("GET", ONE).headers["ETag"], own.stored("on-consent")
    for stale in (f"W/{tag}", '"other"', '"other", "another"'):
        assert program.send(method, ONE, _annotation(), If_Match=stale).status_code == 412
    assert own.stored("on-consent") == before
    response = program.send(method, ONE, _annotation(), If_Match=f'"other", {tag}, "another"')
    assert response.status_code in {200, 204}


def test_no_version_is_overwritten_unseen(own: Desks) -> None:
    program = Program(own, "Rita Reviewer")
    assert program.send("PUT", ONE, _annotation(), If_Match="*").status_code == 428
    assert program.send("PUT", f"{ARCHIVE}never-was", _annotation()).status_code == 404
    assert program.send("DELETE", ONE, If_Match="*").status_code == 204


@pytest.mark.parametrize(("method", "address"), [("POST", ARCHIVE), ("PUT", ONE), ("DELETE", ONE)])
def test_nothing_is_written_without_a_token(own: Desks, method: str, address: str) -> None:
    before = own.stored("on-consent")
    headers = {"Content-Type": JSON_LD, "If-Match": f'"{before.fingerprint}"'}
    for client in (own.app.test_client(), own.rita.client):
        for more in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer "}):
            response = client.open(
                address, method=method, data=json.dumps(_annotation()), headers={**headers, **more}
            )
            assert response.status_code == 401
            assert response.headers["WWW-Authenticate"].startswith("Bearer")
    assert own.stored("on-consent") == before


def test_a_token_writes_what_its_account_may(own: Desks) -> None:
    program = Program(own, "Ada Editor")
    tag = program.send("GET", ONE).headers["ETag"]
    assert program.send("PUT", ONE, _annotation(), If_Match=tag).status_code == 403
    assert program.send("DELETE", ONE).status_code == 403
    Accounts(own.folder).disable("Ada Editor")
    assert program.send("POST", ARCHIVE, _annotation()).status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        [],
        "text",
        {},
        {"type": "Annotation"},
        _annotation(target="https://elsewhere.example/"),
        _annotation(body={"type": "TextualBody", "value": "x" * 20_001}),
        _annotation(motivation="replying", target=f"http://localhost{ONE}"),
    ],
    ids=str,
)
def test_what_is_no_annotation_of_ours_is_refused(own: Desks, body: object) -> None:
    response = Program(own, "Rita Reviewer").send("POST", ARCHIVE, body)
    assert response.status_code == 400
    assert response.mimetype == "application/problem+json"
    assert _json(response)["detail"]


def test_words_that_are_not_found_are_refused(own: Desks) -> None:
    lost = _annotation()
    lost["target"]["selector"]["exact"] = "words nobody wrote there"
    response = Program(own, "Rita Reviewer").send("POST", ARCHIVE, lost)
    assert response.status_code == 400


def test_other_forms_and_endless_ones_are_refused(own: Desks) -> None:
    program = Program(own, "Rita Reviewer")
    response = program.send("POST", ARCHIVE, _annotation(), Content_Type="text/turtle")
    assert response.status_code == 415
    assert program.send("POST", ARCHIVE, _annotation(extra="x" * 200_001)).status_code == 413


def test_what_editors_see_in_containers_is_theirs_alone(own: Desks) -> None:
    program = Program(own, "Ada Editor")
    everything = _json(program.send("GET", ARCHIVE))
    assert everything["total"] == 4
    assert _json(own.app.test_client().get(ARCHIVE))["total"] == 2


@pytest.mark.parametrize("address", [ARCHIVE, ON_DOCUMENT, "/documents/second-paper/annotations/"])
def test_all_that_a_container_leads_to_satisfies_the_schema_of_the_model(
    client: FlaskClient, address: str
) -> None:
    for include in ("oa#PreferContainedIRIs", "oa#PreferContainedDescriptions"):
        prefer = {"Prefer": PREFER.format(f"http://www.w3.org/ns/{include}")}
        check_collection(_json(client.get(address, headers=prefer)))
    minimal = {"Prefer": PREFER.format(f"{LDP}PreferMinimalContainer")}
    collection = _json(client.get(address, headers=minimal))
    check_collection(collection)
    following, seen = collection.get("first"), 0
    while following is not None:
        page = _json(client.get(following.removeprefix("http://localhost")))
        check_page(page)
        seen += len(page["items"])
        following = page.get("next")
    assert seen == collection["total"]


def test_every_annotation_of_the_sample_satisfies_the_schema_of_the_model(tmp_path: Path) -> None:
    folder = sample_copy(tmp_path)
    client = create_app(Config(archive=folder)).test_client()
    known = AnnotationStore(folder / "annotations").load().stored
    published = [one.annotation for one in known if one.annotation.state is State.PUBLISHED]
    assert len(published) > 20
    for annotation in published:
        check_annotation(_json(client.get(f"/annotations/{annotation.id}")))
        for number in range(1, len(annotation.replies) + 1):
            reply = client.get(f"/annotations/{annotation.id}/replies/{number}")
            check_annotation(_json(reply))
