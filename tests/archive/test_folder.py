from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from archive import Archive, ArchiveSettings, Severity, SourceFile
from archive.errors import (
    ArchiveBusyError,
    DocumentError,
    NotAnArchiveError,
    UnknownDocumentError,
)
from tests.factories import make_block, make_document

_MISSIONS = b"""
- id: unamsil
  acronym: UNAMSIL
  name: United Nations Mission in Sierra Leone
  kind: un-peacekeeping
"""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    files = {"missions.yaml": _MISSIONS}
    files |= {f"{name}.yaml": b"" for name in ("themes", "un-documents", "abbreviations")}
    return Archive.create(tmp_path / "papers", ArchiveSettings("Papers"), files)


def replace_in(archive: Archive, name: str, old: str, new: str) -> Path:
    path = archive.document_folder("first-mandate") / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_a_saved_document_comes_back_with_its_source(archive: Archive) -> None:
    document = make_document(missions=("unamsil",))

    folder = archive.save(document, "repaired: []\n", SourceFile("paper.txt", b"raw"))

    assert archive.document_ids() == ("first-mandate",)
    assert archive.document("first-mandate") == document
    assert (folder / "source" / "paper.txt").read_bytes() == b"raw"
    assert list(archive.check()) == []


def test_saving_again_keeps_the_source(archive: Archive) -> None:
    archive.save(make_document(), "", SourceFile("paper.txt", b"raw"))
    folder = archive.save(make_document([make_block(text="New words.")]), "")

    assert (folder / "source" / "paper.txt").read_bytes() == b"raw"
    assert archive.document("first-mandate").blocks[0].text == "New words."


def test_a_folder_without_archive_yaml_is_none(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchiveError, match="peacearchive new"):
        Archive.open(tmp_path)


def test_a_new_archive_needs_an_empty_folder(archive: Archive) -> None:
    with pytest.raises(NotAnArchiveError, match="something here already"):
        Archive.create(archive.path, ArchiveSettings("Again"), {})


def test_derived_and_private_folders_stay_out_of_git(archive: Archive) -> None:
    ignored = (archive.path / ".gitignore").read_text(encoding="utf-8").split()

    assert ignored == [".index/", ".private/"]


@pytest.mark.parametrize("document_id", ["", "..", "a/b", ".hidden", "Ü", "x" * 200])
def test_an_id_cannot_lead_out_of_the_archive(archive: Archive, document_id: str) -> None:
    with pytest.raises(UnknownDocumentError):
        archive.read(document_id)


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "severity"),
    [
        ("metadata.yaml", "title: The first", "title: 'The first", "yaml", Severity.ERROR),
        ("metadata.yaml", "title: The first mandate", "x: 1", "missing-title", Severity.ERROR),
        ("metadata.yaml", "date: 1999-10", "", "missing-date", Severity.WARNING),
        ("metadata.yaml", "type:", "missions: [unami]\ntype:", "unknown-mission", Severity.WARNING),
        ("metadata.yaml", "type:", "themes: [peace]\ntype:", "unknown-theme", Severity.WARNING),
        ("document.html", 'id="p1"', 'id="h1"', "duplicate-id", Severity.ERROR),
        ("document.html", 'href="#fn1"', 'href="#fn2"', "mark-without-note", Severity.ERROR),
        ("document.html", "civilians", '<a href="#x">c</a>', "broken-link", Severity.WARNING),
        (
            "document.html",
            "civilians",
            '<a href="../gone/document.html">c</a>',
            "broken-link",
            Severity.WARNING,
        ),
    ],
)
def test_check_reports_faults_and_errors_keep_a_document_out(
    archive: Archive, file: str, old: str, new: str, code: str, severity: Severity
) -> None:
    archive.save(make_document(), "")
    path = replace_in(archive, file, old, new)

    fault = next(fault for fault in archive.check() if fault.code == code)

    assert (fault.severity, fault.path) == (severity, path)
    assert fault.remedy
    assert len(list(archive.documents())) == (severity is Severity.WARNING)


def test_a_faulty_document_does_not_stop_the_others(archive: Archive) -> None:
    archive.save(make_document(), "")
    archive.save(make_document(identifier="second-mandate"), "")
    replace_in(archive, "metadata.yaml", "title:", "title: [")

    assert [document.id for document in archive.documents()] == ["second-mandate"]
    with pytest.raises(DocumentError, match="not valid YAML"):
        archive.document("first-mandate")


def test_two_programs_do_not_write_at_once(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.save(make_document(), "")
    monkeypatch.setattr("archive.folder._LOCK_SECONDS", 0.05)

    with (
        FileLock(archive.index_folder / "documents.lock"),
        pytest.raises(ArchiveBusyError, match="try again"),
    ):
        archive.save(make_document(), "")


def test_a_save_that_was_killed_is_undone_on_opening(archive: Archive) -> None:
    folder = archive.save(make_document(), "")
    folder.rename(folder.with_name(".first-mandate.old"))
    folder.with_name(".first-mandate.new").mkdir()

    again = Archive.open(archive.path)

    assert again.document("first-mandate") == make_document()
    assert [path.name for path in (archive.path / "documents").iterdir()] == ["first-mandate"]


def test_a_stray_file_is_reported_and_left_alone(archive: Archive) -> None:
    archive.save(make_document(), "")
    stray = archive.path / "documents" / "notes.txt"
    stray.touch()

    assert archive.document_ids() == ("first-mandate",)
    assert [(fault.code, fault.path) for fault in archive.check()] == [("not-a-document", stray)]


def test_a_link_to_a_place_that_another_document_lacks_is_reported(archive: Archive) -> None:
    archive.save(make_document(identifier="second-mandate"), "")
    archive.save(make_document(), "")
    link = '<a href="../second-mandate/document.html#{}">c</a>'
    replace_in(archive, "document.html", "civilians", link.format("p1") + link.format("p9"))

    (fault,) = archive.check()

    assert (fault.code, fault.line) == ("broken-link", 9)
    assert "#p9" in fault.problem
