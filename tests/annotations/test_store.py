from __future__ import annotations

from annotations import AnnotationStore
from tests.annotations.factories import write_by_hand


def test_an_archive_without_annotations_has_none(store: AnnotationStore) -> None:
    assert store.document_ids() == ()
    assert store.paths("first-mandate") == ()
    assert store.read("first-mandate") == ((), ())


def test_annotations_of_a_document_come_oldest_first(store: AnnotationStore) -> None:
    write_by_hand(store, "a1", old="2026-03-12", new="2026-03-14")
    write_by_hand(store, "b1")
    write_by_hand(store, "c1", document="second-mandate")

    assert [found.id for found in store.of_document("first-mandate")] == ["b1", "a1"]
    assert store.document_ids() == ("first-mandate", "second-mandate")


def test_hidden_files_are_no_annotations(store: AnnotationStore) -> None:
    path = write_by_hand(store)
    path.with_name(".a1.yaml.77.new").write_text("half", encoding="utf-8")
    path.with_name(".b1.yaml").write_text("half", encoding="utf-8")

    assert store.paths("first-mandate") == (path,)
