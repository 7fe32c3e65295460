from __future__ import annotations

import pytest

from annotations import AnnotationStore
from archive import Archive, Severity
from tests.annotations.factories import write_by_hand
from tests.factories import make_annotation, make_document


def test_a_sound_annotation_has_no_faults(store: AnnotationStore, archive: Archive) -> None:
    write_by_hand(store)

    assert list(store.check(archive)) == []


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "severity"),
    [
        ("editor: A.", "editor: A:", "annotation", 15, Severity.ERROR),
        ("kind: comment", "kind: remark", "annotation", 3, Severity.ERROR),
        ("[unamsil]", "[unami]", "unknown-mission", 17, Severity.WARNING),
        ("missions: [unamsil]", "themes: [peace]", "unknown-theme", 17, Severity.WARNING),
        ("exact: protect", "exact: project the", "doubtful-target", 4, Severity.WARNING),
        ("exact: protect civ", "exact: disband the pol", "orphaned-target", 4, Severity.WARNING),
        ("kind: comment", "kind: cross-reference", "no-second-place", 3, Severity.WARNING),
        (
            "*this*",
            "[this](../gone/document.html)",
            "broken-link",
            11,
            Severity.WARNING,
        ),
        (
            "*this*",
            "[this](../first-mandate/document.html#p9)",
            "broken-link",
            11,
            Severity.WARNING,
        ),
        (
            "colour: green",
            "refers_to: {document: gone, passage: p1}",
            "unknown-document",
            19,
            Severity.WARNING,
        ),
        (
            "colour: green",
            "refers_to: {document: first-mandate, passage: p9}",
            "orphaned-target",
            19,
            Severity.WARNING,
        ),
    ],
)
def test_a_fault_names_file_line_and_remedy(
    store: AnnotationStore,
    archive: Archive,
    old: str,
    new: str,
    code: str,
    line: int,
    severity: Severity,
) -> None:
    path = write_by_hand(store, old=old, new=new)

    (fault,) = store.check(archive)

    assert (fault.code, fault.severity) == (code, severity)
    assert (fault.path, fault.line) == (path, line)
    assert fault.remedy


def test_a_tag_of_nothing_is_told(store: AnnotationStore, archive: Archive) -> None:
    path = write_by_hand(store, old="  missions: [unamsil]\n", new="  missions: []\n")
    text = path.read_text(encoding="utf-8").replace("kind: comment", "kind: tag")
    path.write_text(text, encoding="utf-8")

    assert [fault.code for fault in store.check(archive)] == ["empty-tag"]


def test_an_id_in_use_twice_is_told(store: AnnotationStore, archive: Archive) -> None:
    archive.save(make_document(identifier="second-mandate"), "")
    write_by_hand(store)
    path = write_by_hand(store, document="second-mandate")

    (fault,) = store.check(archive)

    assert (fault.code, fault.path) == ("duplicate-id", path)
    assert "first-mandate" in fault.problem


def test_a_folder_of_no_document_is_told(store: AnnotationStore, archive: Archive) -> None:
    path = write_by_hand(store, document="third-mandate")

    (fault,) = store.check(archive)

    assert (fault.code, fault.path) == ("unknown-document", path.parent)


def test_files_that_are_not_read_are_told(store: AnnotationStore, archive: Archive) -> None:
    path = store.create(make_annotation()).path
    for name in ("b1.yml", ".b2.yaml.7.new"):
        path.with_name(name).write_text("", encoding="utf-8")
    path.rename(path.with_name("A1.yaml"))

    faults = {fault.path.name: fault for fault in store.check(archive)}

    assert sorted(faults) == ["A1.yaml", "b1.yml"]
    assert faults["b1.yml"].severity is Severity.WARNING
    assert "small letters" in faults["A1.yaml"].remedy
