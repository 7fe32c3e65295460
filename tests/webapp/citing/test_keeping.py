"""What is kept of citations follows the files, and only what changed is read again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive import Archive
from tests.factories import make_block, make_document
from webapp.citing import CitationKeeper, Citations


@pytest.fixture
def keeper(citing_folder: Path) -> CitationKeeper:
    return CitationKeeper(citing_folder / ".index" / "citations")


def _update(keeper: CitationKeeper, folder: Path) -> tuple[Citations, int]:
    """The citations after an update, and how many documents it read again."""
    told: list[tuple[int, int]] = []
    citations = keeper.update(
        Archive.open(folder), progress=lambda done, total: told.append((done, total))
    )
    return citations, len(told)


def _anew(folder: Path) -> Citations:
    return CitationKeeper(folder / ".elsewhere").update(Archive.open(folder))


def test_every_document_is_read_once(keeper: CitationKeeper, citing_folder: Path) -> None:
    citations, read = _update(keeper, citing_folder)
    assert read == 3
    assert [s.document.id for s in citations.graph.cited_by("s-res-1270")] == [
        "harbour-report", "harbour-report", "harbour-report", "rope-study",
    ]  # fmt: skip
    again, read = _update(keeper, citing_folder)
    assert read == 0
    assert again is citations


def test_another_process_takes_what_is_kept_from_the_disk(
    keeper: CitationKeeper, citing_folder: Path
) -> None:
    citations, _ = _update(keeper, citing_folder)
    other = CitationKeeper(citing_folder / ".index" / "citations")
    from_disk, read = _update(other, citing_folder)
    assert read == 0
    assert from_disk.graph == citations.graph
    assert from_disk.state == citations.state


def test_a_changed_document_alone_is_read_again(
    keeper: CitationKeeper, citing_folder: Path
) -> None:
    _update(keeper, citing_folder)
    path = citing_folder / "documents" / "rope-study" / "document.html"
    path.write_text(path.read_text(encoding="utf-8").replace("S/RES/1279 (1999)", "nothing more"))
    citations, read = _update(keeper, citing_folder)
    assert read == 1
    assert citations.graph.cited_by("S/RES/1279 (1999)") == ()


def test_an_entry_added_to_the_authority_resolves_its_citations(
    keeper: CitationKeeper, citing_folder: Path
) -> None:
    citations, _ = _update(keeper, citing_folder)
    assert "S/RES/1279 (1999)" in [one.name for one in citations.graph.unresolved]
    path = citing_folder / "authorities" / "un-documents.yaml"
    entry = "- id: congo\n  symbol: S/RES/1279 (1999)\n  title: On another example\n"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    citations, _ = _update(keeper, citing_folder)
    assert "S/RES/1279 (1999)" not in [one.name for one in citations.graph.unresolved]
    assert [s.document.id for s in citations.graph.cited_by("congo")] == ["rope-study"]


def test_a_removed_document_cites_no_more(keeper: CitationKeeper, citing_folder: Path) -> None:
    _update(keeper, citing_folder)
    shutil.rmtree(citing_folder / "documents" / "rope-study")
    citations, read = _update(keeper, citing_folder)
    assert read == 0
    assert "rope-study" not in citations.graph.documents
    assert not list((citing_folder / ".index" / "citations").glob("rope-study*"))


def test_a_removed_document_is_referred_to_no_more(
    keeper: CitationKeeper, citing_folder: Path
) -> None:
    citations, _ = _update(keeper, citing_folder)
    ends = [(edge.source, edge.target) for edge in citations.graph.document_edges]
    assert ("rope-study", "harbour-report") in ends
    shutil.rmtree(citing_folder / "documents" / "harbour-report")
    citations, read = _update(keeper, citing_folder)
    assert read == 1
    assert citations.graph == _anew(citing_folder).graph
    assert citations.graph.document_edges == ()


def test_documents_that_name_a_new_one_are_read_again_and_no_others(
    keeper: CitationKeeper, citing_folder: Path
) -> None:
    text = "So Carla Osei, The tides of distant coasts (2015), and Moreau."
    archive = Archive.open(citing_folder)
    archive.save(make_document([make_block("p1", text)], identifier="tide-tables"), "")
    _update(keeper, citing_folder)
    new = make_document(
        [make_block("p1", "Water.")],
        identifier="distant-coasts",
        title="The tides of distant coasts",
        authors=("Carla Osei",),
    )
    archive.save(new, "")
    citations, read = _update(keeper, citing_folder)
    assert read == 2
    assert citations.graph == _anew(citing_folder).graph
    assert "distant-coasts" in [sentence.target for sentence in citations.graph.referring]


def test_what_was_cut_short_on_the_disk_is_made_again(
    keeper: CitationKeeper, citing_folder: Path
) -> None:
    citations, _ = _update(keeper, citing_folder)
    kept = citing_folder / ".index" / "citations"
    (kept / "rope-study.part.json").write_text('{"digest": "', encoding="utf-8")
    (kept / "harbour-report.part.json").write_text('{"digest": "x", "part": {}}', encoding="utf-8")
    again, read = _update(CitationKeeper(kept), citing_folder)
    assert read == 2
    assert again.graph == citations.graph


def test_a_faulty_document_is_left_out_and_not_tried_again(
    keeper: CitationKeeper, citing_folder: Path
) -> None:
    path = citing_folder / "documents" / "rope-study" / "metadata.yaml"
    path.write_text("title: [", encoding="utf-8")
    citations, _ = _update(keeper, citing_folder)
    assert sorted(citations.metadata) == ["harbour-report", "the-resolution"]
    assert _update(keeper, citing_folder)[1] == 0


def test_documents_that_are_un_documents_are_known_by_symbol(
    keeper: CitationKeeper, citing_folder: Path
) -> None:
    assert _update(keeper, citing_folder)[0].held == {"S/RES/1265 (1999)": "the-resolution"}


def test_many_documents_are_read_side_by_side(keeper: CitationKeeper, citing_folder: Path) -> None:
    archive = Archive.open(citing_folder)
    for number in range(100):
        document = make_document(
            [make_block("p1", f"In S/RES/{1300 + number} it said so.")],
            identifier=f"paper-{number}",
        )
        archive.save(document, "")
    citations, read = _update(keeper, citing_folder)
    assert read == 103
    assert len(citations.graph.documents) == 103
    assert len(citations.graph.cited) >= 100
