from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from annotations import Annotation, AnnotationStore, Reply, State
from annotations.form import annotation_from
from annotations.writing import edited_text, new_text
from archive.yaml_files import read_yaml
from tests.annotations.factories import write_by_hand
from tests.annotations.strategies import any_annotation
from tests.factories import make_annotation


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("written")


def read_back(text: str, annotation: Annotation, folder: Path) -> Annotation:
    path = folder / f"{annotation.id}.yaml"
    path.write_text(text, encoding="utf-8")
    return annotation_from(read_yaml(path), annotation.document)


@given(annotation=any_annotation())
def test_what_is_written_is_read_again(folder: Path, annotation: Annotation) -> None:
    assert read_back(new_text(annotation), annotation, folder) == annotation


@given(before=any_annotation(), after=any_annotation())
def test_what_is_edited_is_read_again(folder: Path, before: Annotation, after: Annotation) -> None:
    after = replace(after, id=before.id)
    text = edited_text(new_text(before), before, after)

    assert read_back(text, after, folder) == after


def test_a_new_file_is_plain_to_read() -> None:
    assert new_text(make_annotation(missions=("unamsil",))) == (
        "id: a1\n"
        "kind: comment\n"
        "target:\n"
        "  passage: p1\n"
        "body: The Council came back to this.\n"
        "tags:\n"
        "  missions:\n"
        "  - unamsil\n"
        "editor: A. Editor\n"
        "created: '2026-03-12T09:30:00Z'\n"
        "modified: '2026-03-12T09:30:00Z'\n"
        "state: published\n"
    )


def edited_by_hand(store: AnnotationStore, **fields: object) -> tuple[str, str]:
    path = write_by_hand(store)
    text = path.read_text(encoding="utf-8")
    (before,) = store.of_document("first-mandate")
    return text, edited_text(text, before, replace(before, **fields))  # type: ignore[arg-type]


def test_an_edit_leaves_comments_order_and_unknown_keys(store: AnnotationStore) -> None:
    body = "Never again.\n\nReally.\n"
    text, edited = edited_by_hand(store, body=body, missions=("onub", "unmil"))

    assert edited == (
        text.replace("The Council came back to *this*.", "Never again.")
        .replace("And again.", "Really.")
        .replace("[unamsil]", "[onub, unmil]")
    )


def test_what_a_hand_left_out_is_added_at_the_end(store: AnnotationStore) -> None:
    reply = Reply("B. Editor", make_annotation().created, "Yes.")
    text, edited = edited_by_hand(store, state=State.WITHDRAWN, replies=(reply,))

    assert edited == text + (
        "state: withdrawn\n"
        "replies:\n"
        "- editor: B. Editor\n"
        "  created: '2026-03-12T09:30:00Z'\n"
        "  body: Yes.\n"
    )


def test_a_reply_is_added_in_the_indents_of_the_file(store: AnnotationStore) -> None:
    path = write_by_hand(
        store,
        old="colour: green",
        new=(
            "replies:  # from the meeting\n"
            "  - editor: C. Editor\n"
            "    created: 2026-03-13T10:00:00+02:00\n"
            "    mood: content\n"
            "    body: No.\n"
            "colour: green"
        ),
    )
    text = path.read_text(encoding="utf-8")
    (before,) = store.of_document("first-mandate")
    reply = Reply("B. Editor", before.created, "Yes.")

    edited = edited_text(text, before, replace(before, replies=(*before.replies, reply)))

    added = "  - editor: B. Editor\n    created: '2026-03-12T09:30:00Z'\n    body: Yes.\n"
    assert edited == text.replace("colour:", added + "colour:")
