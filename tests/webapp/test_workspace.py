from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest

from archive import Archive
from archive.errors import DocumentError, NotAnArchiveError, UnknownDocumentError
from indexer import Facet, SearchRequest
from tests.factories import make_annotation, make_document
from tests.webapp import samples
from tests.webapp.factories import write_annotation
from webapp.workspace import Workspace


@pytest.fixture
def workspace(own_archive_folder: Path) -> Workspace:
    opened = Workspace.open(own_archive_folder)
    opened.update_index()
    return opened


def _found(workspace: Workspace, query: str) -> int:
    return workspace.search(SearchRequest(query)).passages


def test_a_folder_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchiveError):
        Workspace.open(tmp_path)


def test_a_document_is_kept_until_one_of_its_files_changes(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    first = workspace.document("limits-of-consent")
    assert workspace.document("limits-of-consent") is first
    write_annotation(own_archive_folder, samples.whole_note())
    second = workspace.document("limits-of-consent")
    assert [placed.annotation.id for placed in second.annotations] == ["on-consent", "on-note"]


def test_annotations_stand_in_the_order_of_their_places(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    write_annotation(own_archive_folder, samples.lost())
    write_annotation(own_archive_folder, samples.whole_note())
    opened = workspace.document("limits-of-consent")
    order = [placed.annotation.id for placed in opened.annotations]
    assert order == ["on-consent", "on-note", "on-lost-words"]


def test_drafts_and_withdrawn_annotations_are_not_opened(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    for annotation in samples.unseen():
        write_annotation(own_archive_folder, annotation)
    opened = workspace.document("limits-of-consent")
    assert [placed.annotation.id for placed in opened.annotations] == ["on-consent"]


@pytest.mark.parametrize("unknown", ["nothing", "../second-paper", "", "Second-Paper"])
def test_an_unknown_document_is_an_error(workspace: Workspace, unknown: str) -> None:
    with pytest.raises(UnknownDocumentError):
        workspace.document(unknown)


def test_a_new_document_is_found_after_the_next_look(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    Archive.open(own_archive_folder).save(make_document(title="A third paper"), "importer: none\n")
    assert _found(workspace, "third") == 0
    workspace.refresh(0)
    assert _found(workspace, "third") == 1


def test_a_removed_document_is_no_longer_found(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    assert _found(workspace, "roads") == 1
    shutil.rmtree(own_archive_folder / "documents" / "second-paper")
    workspace.refresh(0)
    assert _found(workspace, "roads") == 0


def test_between_two_looks_nothing_is_looked_at(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    workspace.refresh(3600)
    Archive.open(own_archive_folder).save(make_document(title="A third paper"), "importer: none\n")
    workspace.refresh(3600)
    assert _found(workspace, "third") == 0


def test_changed_authorities_are_taken_in(workspace: Workspace, own_archive_folder: Path) -> None:
    path = own_archive_folder / "authorities" / "missions.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("UNEXA", "UNNEW"), encoding="utf-8")
    workspace.refresh(0)
    counts = workspace.search(SearchRequest()).facets[Facet.MISSION]
    assert "UNNEW" in [count.label for count in counts]
    assert workspace.archive.authorities.mission_label("unexa") == "UNNEW"


def test_a_change_that_cannot_be_read_is_logged_and_the_rest_is_served(
    workspace: Workspace, own_archive_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (own_archive_folder / "archive.yaml").write_text("title: [", encoding="utf-8")
    with caplog.at_level(logging.WARNING):
        workspace.refresh(0)
    assert "archive.yaml" in caplog.text
    assert _found(workspace, "roads") == 1
    assert workspace.archive.settings.title == "Archive of examples"


def test_an_engine_that_is_not_there_is_logged_and_the_old_index_serves(
    workspace: Workspace, own_archive_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = own_archive_folder / "archive.yaml"
    text = path.read_text(encoding="utf-8").replace("engine: whoosh", "engine: steam")
    path.write_text(text, encoding="utf-8")
    workspace.refresh(0)
    assert "steam" in caplog.text
    assert _found(workspace, "roads") == 1


def test_a_faulty_document_is_left_out_and_the_rest_is_served(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    path = own_archive_folder / "documents" / "second-paper" / "metadata.yaml"
    path.write_text("title: [", encoding="utf-8")
    workspace.refresh(0)
    assert _found(workspace, "roads") == 0
    assert _found(workspace, "patience") == 1
    with pytest.raises(DocumentError):
        workspace.document("second-paper")


def test_an_annotation_that_stops_parsing_is_still_found(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    path = own_archive_folder / "annotations" / "limits-of-consent" / "on-consent.yaml"
    text = path.read_text(encoding="utf-8")
    words = "kind:annotation"
    before = _found(workspace, words)
    path.write_text(f"{text}tags: [\n", encoding="utf-8")
    workspace.refresh(0)
    assert _found(workspace, words) == before == 1


def test_the_newest_annotations_are_those_changed_last(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    write_annotation(own_archive_folder, samples.whole_note())
    workspace.refresh(0)
    newest = workspace.newest_annotations(5)
    assert [new.placed.annotation.id for new in newest] == ["on-note", "on-consent"]
    assert [len(workspace.newest_annotations(most)) for most in (0, 1)] == [0, 1]


def test_annotations_of_documents_that_are_not_served_are_left_out(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    write_annotation(own_archive_folder, make_annotation("stray", document="no-such-paper"))
    workspace.refresh(0)
    newest = workspace.newest_annotations(5)
    assert [new.placed.annotation.id for new in newest] == ["on-consent"]


def test_the_index_may_be_deleted_and_built_anew(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    count = workspace.passage_count()
    shutil.rmtree(own_archive_folder / ".index")
    again = Workspace.open(own_archive_folder)
    again.update_index(rebuild=True)
    assert again.passage_count() == count


def test_progress_is_told_in_documents(own_archive_folder: Path) -> None:
    told: list[tuple[int, int]] = []
    Workspace.open(own_archive_folder).update_index(
        progress=lambda done, total: told.append((done, total))
    )
    assert told[-1] == (2, 2)


def test_what_the_archive_says_of_itself(workspace: Workspace, own_archive_folder: Path) -> None:
    assert workspace.about() is None
    (own_archive_folder / "about.md").write_text("# Who we are\n\nEditors.", encoding="utf-8")
    assert workspace.about() == "# Who we are\n\nEditors."


def test_citations_follow_the_authorities(workspace: Workspace, own_archive_folder: Path) -> None:
    assert workspace.citations().graph.cited_by("s-res-1270") != ()
    path = own_archive_folder / "authorities" / "un-documents.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("s-res-1270", "leone"))
    workspace.refresh(0)
    assert workspace.citations().graph.cited_by("s-res-1270") == ()
    assert workspace.citations().graph.cited_by("leone") != ()


def test_an_annotation_leaves_the_citations_as_they_are(
    workspace: Workspace, own_archive_folder: Path
) -> None:
    before = workspace.citations()
    write_annotation(own_archive_folder, samples.whole_note())
    workspace.refresh(0)
    assert workspace.citations() is before
