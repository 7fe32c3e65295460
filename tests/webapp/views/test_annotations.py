"""The page of an annotation, the list of all, and the editors' queue."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations import Position
from archive.yaml_files import dump_yaml
from tests.webapp.desks import DOCUMENT, Desks, desks_in, soup
from tests.webapp.factories import href, text_of, texts

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Desks:
    """An archive that the tests only read."""
    return desks_in(tmp_path_factory.mktemp("annotations") / "archive")


@pytest.fixture
def own_desks(tmp_path: Path) -> Desks:
    return desks_in(tmp_path / "archive")


def test_a_page_shows_an_annotation_in_its_context(desks: Desks) -> None:
    page = soup(desks.app.test_client().get("/annotations/on-consent", headers=HTML))
    assert text_of(page, "h1") == "Comment by A. Editor"
    assert text_of(page, ".context mark") == "consent"
    assert "Hosts give consent , and UNEXA" in text_of(page, ".passage-text")
    assert href(page, ".context a") == f"{DOCUMENT}#p1"
    assert text_of(page, ".annotation-body em") == "came back"
    assert not page.select("main form")


def test_a_lost_place_is_told_with_the_words_of_then(desks: Desks) -> None:
    page = soup(desks.app.test_client().get("/annotations/on-lost-words", headers=HTML))
    assert "“words that are gone”, which the text no longer has" in text_of(page, ".context")


@pytest.mark.parametrize("state", ["draft", "submitted", "withdrawn"])
def test_readers_do_not_learn_that_there_is_a_draft(desks: Desks, state: str) -> None:
    address = f"/annotations/is-{state}"
    assert desks.app.test_client().get(address, headers=HTML).status_code == 404
    assert desks.ada.get(address).status_code == 200


def test_readers_list_what_is_published(desks: Desks) -> None:
    page = soup(desks.app.test_client().get("/annotations/", headers=HTML))
    assert text_of(page, ".lead") == "2 annotations, the last changed first."
    assert not page.select("select[name=state]")


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("", 5),
        ("?state=draft", 1),
        ("?kind=question", 0),
        ("?editor=A.+Editor&state=published", 2),
        ("?document=second-paper", 0),
        ("?page=99", 5),
        ("?page=x", 5),
    ],
)
def test_editors_filter_the_list(desks: Desks, query: str, count: int) -> None:
    page = soup(desks.ada.get(f"/annotations/{query}"))
    assert len(page.select(".annotation-list > li:not(.empty)")) == count


def test_the_list_names_documents_by_their_titles(desks: Desks) -> None:
    page = soup(desks.ada.get("/annotations/?document=limits-of-consent"))
    assert text_of(page, ".lead").startswith("5 annotations on The limits of consent, the last")
    assert page.select(f".annotation-list a[href='{DOCUMENT}#p2']")


@pytest.mark.parametrize("document", ["nowhere", "../secret", "%00"])
def test_the_list_of_a_document_that_is_not_there_is_empty(desks: Desks, document: str) -> None:
    page = soup(desks.ada.get(f"/annotations/?document={document}"))
    assert page.select(".annotation-list > .empty")


def test_the_queue_shows_then_and_now(desks: Desks) -> None:
    page = soup(desks.rita.get("/queue"))
    assert len(page.select(".history > li")) == 1
    assert texts(page, ".differences dd") == ["“words that are gone”", "not found"]
    assert desks.app.test_client().get("/queue").headers["Location"].startswith("/sign-in")


def _edit_text(desks: Desks, old: str, new: str) -> None:
    path = desks.folder / "documents" / "limits-of-consent" / "document.html"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_moved_place_is_confirmed(own_desks: Desks) -> None:
    identifier = own_desks.write(own_desks.rita, words="second thing is patience")
    _edit_text(own_desks, "The second thing", "Now as before the second thing")
    page = soup(own_desks.rita.get("/queue"))
    entry = page.find(id=f"waiting-{identifier}")
    assert entry is not None
    assert "moved" in text_of(entry, ".annotation-state")
    form = entry.select("form[action$='/settle']")[0]
    fields = {str(field["name"]): str(field["value"]) for field in form.select("input")}
    assert own_desks.rita.post(str(form["action"]), fields).headers["Location"] == "/queue"
    annotation = own_desks.stored(identifier).annotation
    assert annotation.target.position == Position(18, 42)
    assert len(annotation.revisions) == 1
    assert soup(own_desks.rita.get("/queue")).find(id=f"waiting-{identifier}") is None


def test_a_lost_annotation_is_put_where_an_editor_selects(own_desks: Desks) -> None:
    place = "at=p2&from=4&to=10&end=0"
    page = soup(own_desks.rita.get(f"/annotations/on-lost-words/settle?{place}"))
    assert texts(page, ".differences dd") == [
        "“words that are gone”", "The second thing is patience.",
    ]  # fmt: skip
    fields = {str(field["name"]): str(field["value"]) for field in page.select("main input")}
    own_desks.rita.post("/annotations/on-lost-words/settle", fields)
    quote = own_desks.stored("on-lost-words").annotation.target.quote
    assert quote is not None
    assert quote.exact == "second"


@pytest.mark.parametrize(
    "place", ["", "at=p2", "at=p2&from=5&to=999", "at=p2&from=9&to=1", "end=7"]
)
def test_places_that_are_not_there_are_refused(desks: Desks, place: str) -> None:
    address = f"/annotations/on-lost-words/settle?{place}"
    assert desks.rita.get(address).status_code in {400, 404}


def test_reviewers_see_history_and_thread(own_desks: Desks) -> None:
    identifier = own_desks.write(own_desks.ada, body="One *word*.")
    own_desks.act(own_desks.ada, identifier, "edit", at="p2", kind="comment", body="Two words.")
    own_desks.act(own_desks.ben, identifier, "replies", body="Which?")
    page = soup(own_desks.rita.get(f"/annotations/{identifier}"))
    assert texts(page, ".difference ins") == ["added: Two words"]
    assert text_of(page, ".annotation-reply .annotation-body") == "Which?"


def test_a_file_that_does_not_parse_is_neither_shown_nor_overwritten(own_desks: Desks) -> None:
    path = own_desks.folder / "annotations" / "limits-of-consent" / "on-consent.yaml"
    version = own_desks.stored("on-consent").fingerprint
    path.write_text(dump_yaml({"id": "on-consent"}) + "kind: [\n", encoding="utf-8")
    broken = path.read_bytes()
    response = own_desks.rita.post("/annotations/on-consent/withdraw", {"version": version})
    assert response.status_code == 409
    assert path.read_bytes() == broken


def test_editors_are_told_of_a_file_that_does_not_parse_with_its_place(own_desks: Desks) -> None:
    path = own_desks.folder / "annotations" / "limits-of-consent" / "on-consent.yaml"
    path.write_text("id: on-consent\nkind: comment\nbody: 'not closed\n", encoding="utf-8")
    for address in ("/annotations/", "/queue"):
        told = text_of(soup(own_desks.ada.get(address)), ".faulty li")
        assert told.startswith("annotations/limits-of-consent/on-consent.yaml, line ")
        assert "at column " in told
        assert str(own_desks.folder) not in told
    page = own_desks.ada.get("/annotations/on-consent")
    assert page.status_code == 409
    assert "annotations/limits-of-consent/on-consent.yaml, line " in text_of(soup(page), "main")
    reader = own_desks.app.test_client()
    assert not soup(reader.get("/annotations/", headers=HTML)).select(".faulty")
    assert reader.get("/annotations/on-consent", headers=HTML).status_code == 404
