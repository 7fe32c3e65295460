"""Writing, reviewing and choosing between versions, as forms without a script do it."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from annotations import Kind, Position, State
from tests.webapp.desks import DOCUMENT, Desks, desks_in, soup
from tests.webapp.factories import text_of, texts


@pytest.fixture
def desks(tmp_path: Path) -> Desks:
    return desks_in(tmp_path / "archive")


@pytest.fixture
def free_desks(tmp_path: Path) -> Desks:
    return desks_in(tmp_path / "archive", review="optional")


def test_a_link_beside_every_passage_leads_to_its_form(desks: Desks) -> None:
    page = soup(desks.ada.get(DOCUMENT))
    links = [link["href"] for link in page.select("a.annotate")]
    assert f"{DOCUMENT}/annotate?at=p1" in links
    assert f"{DOCUMENT}/annotate?at=fn1" in links
    assert f"{DOCUMENT}/annotate?at=fn2" not in links  # its text is missing
    form = soup(desks.ada.get(f"{DOCUMENT}/annotate?at=p2"))
    assert text_of(form, ".passage-text") == "The second thing is patience."


def test_readers_are_led_to_sign_in(desks: Desks) -> None:
    reader = desks.app.test_client()
    assert not soup(reader.get(DOCUMENT)).select("a.annotate")
    response = reader.get(f"{DOCUMENT}/annotate?at=p2")
    assert response.headers["Location"].startswith("/sign-in?back=%2Fdocuments")


def test_a_draft_is_written_and_the_place_is_not_lost(desks: Desks) -> None:
    data = {"at": "p2", "kind": "question", "words": "patience", "body": "How *long*?"}
    response = desks.ada.post(f"{DOCUMENT}/annotate", data)
    identifier = response.headers["Location"].partition("#annotation-")[2]
    annotation = desks.stored(identifier).annotation
    assert (annotation.kind, annotation.state) == (Kind.QUESTION, State.DRAFT)
    assert (annotation.editor, annotation.body) == ("Ada Editor", "How *long*?")
    assert annotation.target.position == Position(20, 28)
    card = soup(desks.ada.get(DOCUMENT)).find(id=f"annotation-{identifier}")
    assert card is not None
    assert "draft" in card.get_text()


def test_what_cannot_be_saved_comes_back_with_what_was_written(desks: Desks) -> None:
    data = {"at": "p2", "words": "impatience", "body": "Kept.", "mission": "unexa"}
    response = desks.ada.post(f"{DOCUMENT}/annotate", data)
    assert response.status_code == 400
    page = soup(response)
    assert "do not stand there" in text_of(page, ".notice")
    assert text_of(page, "textarea[name=body]") == "Kept."
    assert page.select_one("option[value=unexa][selected]") is not None


def test_submit_review_publish_edit_restore_withdraw(desks: Desks) -> None:
    reader = desks.app.test_client()
    identifier = desks.write(desks.ada, "submit", body="Says zzoncezz.")
    address = f"/annotations/{identifier}"
    assert desks.stored(identifier).annotation.state is State.SUBMITTED
    assert desks.act(desks.rita, identifier, "publish").status_code == 303
    assert reader.get("/search.json?q=zzoncezz").get_json()["passages"] == 1
    edit = {"at": "p2", "kind": "comment", "body": "Says zztwicezz.", "reason": "Clearer."}
    assert desks.act(desks.rita, identifier, "edit", **edit).status_code == 303
    assert reader.get("/search.json?q=zztwicezz").get_json()["passages"] == 1
    history = texts(soup(desks.rita.get(address)), ".history .annotation-head")
    assert history[0].endswith("Clearer.")
    assert desks.act(desks.rita, identifier, "restore", revision="2").status_code == 303
    assert desks.stored(identifier).annotation.body == "Says zzoncezz."
    assert reader.get("/search.json?q=zztwicezz").get_json()["passages"] == 0
    assert desks.act(desks.rita, identifier, "withdraw").status_code == 303
    assert reader.get("/search.json?q=zzoncezz").get_json()["passages"] == 0
    assert reader.get(address, headers={"Accept": "text/html"}).status_code == 410
    assert [r.editor for r in desks.stored(identifier).annotation.revisions] == [
        "Ada Editor", *["Rita Reviewer"] * 4,
    ]  # fmt: skip


def test_editors_do_not_publish_where_review_is_required(desks: Desks) -> None:
    data = {"at": "p2", "kind": "comment", "body": "Now.", "then": "publish"}
    assert desks.ada.post(f"{DOCUMENT}/annotate", data).status_code == 403
    identifier = desks.write(desks.ada, "submit")
    assert desks.act(desks.ada, identifier, "publish").status_code == 403
    assert desks.stored(identifier).annotation.state is State.SUBMITTED


def test_editors_publish_their_own_where_review_is_optional(free_desks: Desks) -> None:
    identifier = free_desks.write(free_desks.ada, "publish")
    assert free_desks.stored(identifier).annotation.state is State.PUBLISHED
    other = free_desks.write(free_desks.ben)
    assert free_desks.act(free_desks.ada, other, "publish").status_code == 403


def test_a_published_annotation_goes_back_for_review_when_its_editor_changes_it(
    desks: Desks,
) -> None:
    identifier = desks.write(desks.ada, "submit")
    desks.act(desks.rita, identifier, "publish")
    fields = {"at": "p2", "kind": "comment", "body": "Unreviewed."}
    assert "takes it back for review" in desks.ada.get(f"/annotations/{identifier}/edit").text
    desks.act(desks.ada, identifier, "edit", **fields)
    assert desks.stored(identifier).annotation.state is State.SUBMITTED


@pytest.mark.parametrize(
    "action", ["edit", "submit", "publish", "withdraw", "reopen", "restore", "settle"]
)
def test_what_others_wrote_is_not_an_editors_to_change(desks: Desks, action: str) -> None:
    identifier = desks.write(desks.ada, body="Ada's own.")
    before = desks.stored(identifier)
    fields = {"at": "p2", "kind": "comment", "body": "Ben's.", "revision": "0", "from": "0"}
    assert desks.act(desks.ben, identifier, action, **fields).status_code == 403
    assert desks.stored(identifier) == before


@pytest.mark.parametrize(
    "action", ["edit", "submit", "publish", "withdraw", "reopen", "restore", "replies", "settle"]
)
def test_readers_change_nothing(desks: Desks, action: str) -> None:
    reader = desks.app.test_client()
    before = desks.stored("on-consent")
    data = {"version": before.fingerprint, "body": "Spam.", "revision": "0"}
    assert reader.post(f"/annotations/on-consent/{action}", data=data).status_code == 400
    form = BeautifulSoup(reader.get("/sign-in").text, "lxml")
    data["csrf_token"] = str(form.select("main input[name=csrf_token]")[0]["value"])
    assert reader.post(f"/annotations/on-consent/{action}", data=data).status_code == 403
    assert desks.stored("on-consent") == before


def test_the_second_of_two_sees_both_versions_and_chooses(desks: Desks) -> None:
    identifier = desks.write(desks.ada, body="The first words.")
    version = desks.stored(identifier).fingerprint
    fields = {"at": "p2", "kind": "comment"}
    desks.act(desks.rita, identifier, "edit", **fields, body="Rita's words.")
    late = {**fields, "version": version, "body": "Ada's words.", "then": "save"}
    response = desks.ada.post(f"/annotations/{identifier}/edit", late)
    assert response.status_code == 412
    assert desks.stored(identifier).annotation.body == "Rita's words."
    page = soup(response)
    assert text_of(page, "blockquote.passage-text") == "Rita's words."
    assert text_of(page, "textarea[name=body]") == "Ada's words."
    assert text_of(page, ".differences del") == "removed: Rita"
    again = {str(field["name"]): str(field["value"]) for field in page.select("main form input")}
    assert again["version"] == desks.stored(identifier).fingerprint
    chosen = {**again, "body": "Ada's words."}
    assert desks.ada.post(f"/annotations/{identifier}/edit", chosen).status_code == 303
    annotation = desks.stored(identifier).annotation
    assert annotation.body == "Ada's words."
    assert [revision.before.body for revision in annotation.revisions] == [
        "The first words.", "Rita's words.",
    ]  # fmt: skip


def test_what_was_changed_is_not_published_unseen(desks: Desks) -> None:
    identifier = desks.write(desks.ada, "submit")
    version = desks.stored(identifier).fingerprint
    desks.act(desks.ada, identifier, "edit", at="p2", kind="comment", body="Quite other words.")
    response = desks.rita.post(f"/annotations/{identifier}/publish", {"version": version})
    assert response.status_code == 412
    assert "Quite other words." in response.text
    assert desks.stored(identifier).annotation.state is State.SUBMITTED


def test_the_version_may_stand_in_a_header(desks: Desks) -> None:
    identifier = desks.write(desks.ada)
    headers = {"If-Match": f'"{desks.stored(identifier).fingerprint}"'}
    address = f"/annotations/{identifier}/submit"
    assert desks.ada.post(address, headers={"If-Match": '"old"'}).status_code == 412
    assert desks.ada.post(address).status_code == 428
    assert desks.ada.post(address, headers=headers).status_code == 303


def test_answers_are_added_and_what_is_published_needs_a_reviewer(desks: Desks) -> None:
    identifier = desks.write(desks.ada)
    assert desks.act(desks.ben, identifier, "replies", body="Why *so*?").status_code == 303
    assert desks.stored(identifier).annotation.replies[0].editor == "Ben Editor"
    assert desks.act(desks.ben, "on-consent", "replies", body="Hm.").status_code == 403
    assert desks.act(desks.rita, "on-consent", "replies", body="Hm.").status_code == 303
    assert desks.act(desks.rita, "on-consent", "replies", body=" ").status_code == 400


def test_a_cross_reference_shows_at_both_ends(desks: Desks) -> None:
    identifier = desks.write(
        desks.rita,
        "publish",
        kind="cross-reference",
        body="Compare the roads.",
        refers_to="/documents/second-paper#p1",
    )
    reader = desks.app.test_client()
    near = soup(reader.get(DOCUMENT)).find(id=f"annotation-{identifier}")
    far = soup(reader.get("/documents/second-paper")).find(id=f"annotation-{identifier}.1")
    assert near is not None
    assert far is not None
    assert near.select("a[href='/documents/second-paper#p1']")
    assert far.select("a[href='/documents/limits-of-consent#p2']")


def test_a_tag_adds_its_theme_to_the_passage_for_facets(desks: Desks) -> None:
    desks.write(desks.rita, "publish", kind="tag", body="", theme="poc")
    reader = desks.app.test_client()
    found = reader.get("/search.json?theme=poc&kind=annotation").get_json()
    assert found["passages"] == 1


def test_the_preview_shows_what_readers_will_see(desks: Desks) -> None:
    page = soup(desks.ada.post("/preview", {"body": "*So* <b>bold</b> [x](javascript:run())"}))
    body = page.select_one("#page-preview")
    assert body is not None
    assert str(body.select_one("em")) == "<em>So</em>"
    assert not body.select("b, a[href^=javascript]")
    assert desks.app.test_client().post("/preview", data={"body": "x"}).status_code == 400


@pytest.mark.parametrize("address", [f"{DOCUMENT}/annotate?at=nowhere", "/documents/no/annotate"])
def test_forms_for_places_that_are_not_there(desks: Desks, address: str) -> None:
    assert desks.ada.get(address).status_code == 404
