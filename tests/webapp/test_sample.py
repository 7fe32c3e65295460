from __future__ import annotations

from pathlib import Path

from annotations import AnnotationStore
from archive import Archive
from webapp.sample import sample_authorities, sample_copy


def test_the_copy_is_an_archive_without_faults(tmp_path: Path) -> None:
    archive = Archive.open(sample_copy(tmp_path))
    store = AnnotationStore(archive.annotations_folder)

    assert list(archive.check()) == []
    assert list(store.check(archive)) == []
    assert len(archive.document_ids()) > 60


def test_what_a_person_made_in_the_copy_stays(tmp_path: Path) -> None:
    copy = sample_copy(tmp_path)
    own = copy / "annotations" / "essay-consent" / "mine.yaml"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("id: mine\n", encoding="utf-8")
    (copy / ".sample").write_text("an older version", encoding="utf-8")
    (copy / "archive.yaml").write_text("title: Old\n", encoding="utf-8")

    again = sample_copy(tmp_path)

    assert again == copy
    assert own.read_text(encoding="utf-8") == "id: mine\n"
    assert Archive.open(copy).settings.title != "Old"


def test_an_up_to_date_copy_is_left_alone(tmp_path: Path) -> None:
    edited = sample_copy(tmp_path) / "archive.yaml"
    edited.write_text("title: Mine\n", encoding="utf-8")

    sample_copy(tmp_path)

    assert edited.read_text(encoding="utf-8") == "title: Mine\n"


def test_a_new_archive_begins_with_four_authorities() -> None:
    assert sorted(sample_authorities()) == [
        "abbreviations.yaml",
        "missions.yaml",
        "themes.yaml",
        "un-documents.yaml",
    ]
