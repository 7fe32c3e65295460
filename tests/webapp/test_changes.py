from __future__ import annotations

from pathlib import Path

from webapp.changes import archive_state, state_of, vocabulary_state


def test_the_state_changes_with_documents_annotations_and_authorities(
    own_archive_folder: Path,
) -> None:
    for name in (
        "documents/second-paper/document.html",
        "documents/second-paper/metadata.yaml",
        "annotations/limits-of-consent/on-consent.yaml",
        "authorities/missions.yaml",
        "archive.yaml",
    ):
        before = archive_state(own_archive_folder)
        path = own_archive_folder / name
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        assert archive_state(own_archive_folder) != before, name


def test_files_that_nothing_depends_on_do_not_count(own_archive_folder: Path) -> None:
    before = archive_state(own_archive_folder)
    (own_archive_folder / "documents" / "second-paper" / "notes.txt").write_text("x")
    (own_archive_folder / "documents" / ".second-paper.new").mkdir()
    assert archive_state(own_archive_folder) == before


def test_what_does_not_exist_has_no_state(tmp_path: Path) -> None:
    assert state_of([tmp_path / "nothing"]) == frozenset()
    assert vocabulary_state(tmp_path / "nowhere") == frozenset()
