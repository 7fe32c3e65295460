from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock

from annotations import (
    Annotation,
    AnnotationBusyError,
    AnnotationError,
    AnnotationExistsError,
    AnnotationFileError,
    AnnotationStateError,
    AnnotationStore,
    ContentError,
    DocumentTarget,
    Kind,
    StaleAnnotationError,
    State,
    StoredAnnotation,
    Target,
    UnknownAnnotationError,
    edit,
    publish,
    reply,
    sign,
    withdraw,
)
from archive import Archive
from tests.annotations.factories import write_by_hand
from tests.factories import make_annotation

REVIEW = sign("B. Editor", "Checked.")


def with_body(body: str, annotation: Annotation) -> Annotation:
    return edit(annotation, replace(annotation.content, body=body), REVIEW)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


class TestReading:
    def test_an_archive_without_annotations_has_none(self, store: AnnotationStore) -> None:
        assert store.document_ids() == ()
        assert store.paths("first-mandate") == ()
        assert store.read("first-mandate") == ((), ())
        assert store.load().stored == ()

    def test_annotations_of_a_document_come_oldest_first(self, store: AnnotationStore) -> None:
        write_by_hand(store, "a1", old="2026-03-12", new="2026-03-14")
        write_by_hand(store, "b1")
        write_by_hand(store, "c1", document="second-mandate")

        assert [found.id for found in store.of_document("first-mandate")] == ["b1", "a1"]
        assert store.document_ids() == ("first-mandate", "second-mandate")

    def test_hidden_files_are_no_annotations(self, store: AnnotationStore) -> None:
        path = write_by_hand(store)
        path.with_name(".a1.yaml.77.new").write_text("half", encoding="utf-8")
        path.with_name(".b1.yaml").write_text("half", encoding="utf-8")

        assert store.paths("first-mandate") == (path,)

    def test_a_file_changed_by_hand_is_read_again(self, store: AnnotationStore) -> None:
        write_by_hand(store)
        before = store.of_document("first-mandate")
        write_by_hand(store, old="The Council", new="The Mission")

        (after,) = store.of_document("first-mandate")

        assert [found.body[:11] for found in (*before, after)] == ["The Council", "The Mission"]

    def test_a_file_that_was_removed_is_gone(self, store: AnnotationStore) -> None:
        path = write_by_hand(store)
        assert len(store.load().stored) == 1
        path.unlink()

        assert store.load().stored == ()

    @pytest.mark.parametrize("identifier", ["b1", "../a1", "", "A1", "x" * 99])
    def test_an_unknown_id_is_refused(self, store: AnnotationStore, identifier: str) -> None:
        write_by_hand(store)

        with pytest.raises(UnknownAnnotationError, match="no annotation"):
            store.get(identifier)

    def test_a_cross_reference_is_found_from_both_ends(self, store: AnnotationStore) -> None:
        there = DocumentTarget("second-mandate", Target("p4"))
        link = make_annotation("a1", kind=Kind.CROSS_REFERENCE, body="", refers_to=there)
        store.create(link)
        store.create(make_annotation("b1", document="second-mandate"))

        everything = store.load()

        assert everything.of_document("first-mandate") == (link,)
        assert [found.id for found in everything.of_document("second-mandate")] == ["a1", "b1"]
        assert link.targets_in("second-mandate") == (Target("p4"),)
        assert link.targets_in("third-mandate") == ()
        assert everything.by_id["a1"].annotation == link


class TestWriting:
    def test_a_new_annotation_is_a_file_of_its_document(self, store: AnnotationStore) -> None:
        stored = store.create(make_annotation())

        assert stored.path == store.folder / "first-mandate" / "a1.yaml"
        assert store.get("a1") == stored
        assert store.of_document("first-mandate") == (make_annotation(),)
        assert names(stored.path.parent) == ["a1.yaml"]

    def test_an_id_is_given_once_in_an_archive(self, store: AnnotationStore) -> None:
        store.create(make_annotation(body="The first."))

        with pytest.raises(AnnotationExistsError, match="'a1' already"):
            store.create(make_annotation(document="second-mandate"))

        assert store.get("a1").annotation.body == "The first."

    @pytest.mark.parametrize("fields", [{"id": "../a1"}, {"id": ""}, {"document": "../.private"}])
    def test_no_id_leads_out_of_the_folder(
        self, store: AnnotationStore, archive: Archive, fields: dict[str, str]
    ) -> None:
        with pytest.raises(AnnotationError):
            store.create(replace(make_annotation(), **fields))  # type: ignore[arg-type]

        assert not [*archive.path.rglob("a1.yaml")]
        assert names(archive.annotations_folder) == []

    def test_a_change_is_written_with_its_revision(self, store: AnnotationStore) -> None:
        first = store.create(make_annotation(state=State.DRAFT))

        second = store.change("a1", first.fingerprint, partial(publish, by=REVIEW))

        assert second.annotation.state is State.PUBLISHED
        assert second.annotation.revisions[0].editor == "B. Editor"
        assert second.fingerprint != first.fingerprint
        assert store.get("a1") == second

    def test_a_change_of_nothing_writes_nothing(self, store: AnnotationStore) -> None:
        first = store.create(make_annotation())

        assert store.change("a1", first.fingerprint, lambda annotation: annotation) == first

    def test_the_second_of_two_editors_sees_both_versions(self, store: AnnotationStore) -> None:
        seen = store.create(make_annotation())
        first = store.change("a1", seen.fingerprint, partial(with_body, "Mine."))

        with pytest.raises(StaleAnnotationError, match="changed meanwhile") as caught:
            store.change("a1", seen.fingerprint, partial(with_body, "No, mine."))

        assert caught.value.present == first
        assert caught.value.yours.body == "No, mine."
        assert store.get("a1").annotation.body == "Mine."

    def test_an_edit_by_hand_makes_what_was_seen_stale_too(self, store: AnnotationStore) -> None:
        write_by_hand(store)
        seen = store.get("a1")
        path = write_by_hand(store, old="# Read", new="# Read aloud")

        with pytest.raises(StaleAnnotationError):
            store.change("a1", seen.fingerprint, partial(with_body, "Mine."))

        assert path.read_text(encoding="utf-8").startswith("# Read aloud")

    def test_a_refused_change_leaves_the_file(self, store: AnnotationStore) -> None:
        seen = store.create(make_annotation(state=State.WITHDRAWN))
        content = seen.path.read_bytes()

        with pytest.raises(AnnotationStateError):
            store.change("a1", seen.fingerprint, partial(publish, by=REVIEW))
        with pytest.raises(ContentError):
            store.change("a1", seen.fingerprint, partial(reply, body="", by=REVIEW))

        assert seen.path.read_bytes() == content

    @pytest.mark.parametrize(
        ("old", "new"), [("[unamsil]", "[unamsil"), ("kind: comment", "kind: remark")]
    )
    def test_a_file_that_cannot_be_read_is_never_overwritten(
        self, store: AnnotationStore, old: str, new: str
    ) -> None:
        path = write_by_hand(store, old=old, new=new)
        content = path.read_bytes()

        with pytest.raises(AnnotationFileError, match=re.escape(f"{path}:")):
            store.change("a1", "", partial(withdraw, by=REVIEW))
        with pytest.raises(AnnotationExistsError):
            store.create(make_annotation())

        assert path.read_bytes() == content

    def test_a_file_that_only_a_person_can_edit_is_left_to_one(
        self, store: AnnotationStore
    ) -> None:
        path = write_by_hand(store, old="target:", new="target: &place")
        path.write_text(path.read_text(encoding="utf-8") + "once: *place\n", encoding="utf-8")
        content, seen = path.read_bytes(), store.get("a1")
        moved = replace(seen.annotation.content, target=Target("p1"))

        with pytest.raises(AnnotationFileError, match="cannot edit safely"):
            store.change("a1", seen.fingerprint, partial(edit, content=moved, by=REVIEW))

        assert path.read_bytes() == content

    def test_what_a_killed_writer_left_is_swept_away(self, store: AnnotationStore) -> None:
        seen = store.create(make_annotation())
        seen.path.with_name(".a1.yaml.77.new").write_text("half", encoding="utf-8")

        store.change("a1", seen.fingerprint, partial(withdraw, by=REVIEW))

        assert names(seen.path.parent) == ["a1.yaml"]

    def test_one_writer_at_a_time(
        self, store: AnnotationStore, archive: Archive, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        seen = store.create(make_annotation())
        monkeypatch.setattr("annotations.locking._LOCK_SECONDS", 0.05)

        with (
            FileLock(archive.index_folder / "annotation-locks" / "a1.lock"),
            pytest.raises(AnnotationBusyError, match="try again"),
        ):
            store.change("a1", seen.fingerprint, partial(withdraw, by=REVIEW))


class TestRemembering:
    @pytest.fixture
    def remembered(self, store: AnnotationStore, monkeypatch: pytest.MonkeyPatch) -> Archive:
        """What a store read and wrote down for the next process."""
        monkeypatch.setattr("annotations.cache._SETTLED_NS", 0)
        write_by_hand(store)
        write_by_hand(store, "b1", old="kind: comment", new="kind: question")
        store.load()
        store.remember()
        return Archive.open(store.folder.parent)

    @staticmethod
    def load(archive: Archive) -> tuple[StoredAnnotation, ...]:
        return AnnotationStore(archive.annotations_folder).load().stored

    def test_nothing_is_parsed_that_did_not_change(
        self, remembered: Archive, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        expected = self.load(remembered)

        def refuse(_path: Path) -> None:
            pytest.fail("a file was read that did not change")

        monkeypatch.setattr("annotations.files.read_yaml", refuse)

        assert self.load(remembered) == expected
        assert [stored.annotation.id for stored in expected] == ["a1", "b1"]

    def test_what_changed_is_read_again(self, remembered: Archive) -> None:
        store = AnnotationStore(remembered.annotations_folder)
        write_by_hand(store, old="The Council", new="The Mission")

        assert store.load().by_id["a1"].annotation.body.startswith("The Mission")

    @pytest.mark.parametrize(
        "content",
        ["", "{", "annotations 0\nx", "annotations 1\n[]\n{}", "annotations 1\n[]\n{}\n[]"],
    )
    def test_a_spoilt_cache_is_as_good_as_none(self, remembered: Archive, content: str) -> None:
        (remembered.index_folder / "annotations.json").write_text(content, encoding="utf-8")

        assert len(self.load(remembered)) == 2

    def test_a_cache_of_another_form_of_annotations_is_checked(self, remembered: Archive) -> None:
        cache = remembered.index_folder / "annotations.json"
        text = cache.read_text(encoding="utf-8").replace('"kind": "question"', '"kind": "riddle"')
        cache.write_text(text, encoding="utf-8")

        assert [stored.annotation.kind for stored in self.load(remembered)] == [
            Kind.COMMENT,
            Kind.QUESTION,
        ]

    def test_a_file_that_changed_a_moment_ago_is_not_trusted(
        self, store: AnnotationStore, archive: Archive
    ) -> None:
        write_by_hand(store)
        store.load()
        store.remember()

        assert not (archive.index_folder / "annotations.json").exists()
