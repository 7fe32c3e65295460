from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from archive import Archive, ArchiveSettings, PartialDate
from archive.errors import ImportFailedError
from archive.importers import ImportOverrides
from archive.importing import import_into, preview
from webapp.sample import sample_authorities

TEXT = """\
Patience and Patrols

MONUSCO kept its patrols in the hills for a year. The patrols of MONUSCO were small, and MONUSCO
knew that a small patrol protects few people from physical violence.

Protection of civilians took patience. Nobody in the mission said otherwise, and the protection
of civilians was what the mission was asked about.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.create(tmp_path / "papers", ArchiveSettings("Papers"), sample_authorities())


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def overrides(**fields: Any) -> ImportOverrides:
    return replace(ImportOverrides(id="patience", title="Patience"), **fields)


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_becomes_a_document_with_its_source_and_an_account(
    archive: Archive, paper: Path
) -> None:
    import_into(archive, paper, overrides(date=PartialDate(2020, 5)))

    document = archive.document("patience")
    folder = archive.document_folder("patience")
    assert document.metadata.title == "Patience"
    assert str(document.metadata.date) == "2020-05"
    assert (folder / "source" / "paper.txt").read_text(encoding="utf-8") == TEXT
    assert (folder / "import.yaml").read_text(encoding="utf-8").startswith("importer:")


def test_chief_missions_are_proposed_with_what_speaks_for_them(
    archive: Archive, paper: Path
) -> None:
    imported = import_into(archive, paper, overrides())

    metadata = archive.document("patience").metadata
    assert metadata.proposed_missions == ("monusco",)
    assert metadata.missions == ()
    assert "monusco (3)" in imported.summary


def test_what_a_person_confirms_is_not_proposed(archive: Archive, paper: Path) -> None:
    import_into(archive, paper, overrides(missions=("monusco",)))

    metadata = archive.document("patience").metadata
    assert (metadata.missions, metadata.proposed_missions) == (("monusco",), ())


def test_importing_again_keeps_ids_and_what_a_person_wrote(archive: Archive, paper: Path) -> None:
    import_into(archive, paper, overrides(authors=("A. Author",)))
    before = archive.document("patience")
    paper.write_text(
        TEXT.replace("\n\nProt", "\n\nThen it rained a lot.\n\nProt"), encoding="utf-8"
    )

    imported = import_into(archive, paper, ImportOverrides(id="patience"))

    after = archive.document("patience")
    old_ids = {block.text: block.id for block in before.blocks}
    assert imported.renewed
    assert after.metadata.authors == ("A. Author",)
    assert {block.text: block.id for block in after.blocks}.items() > old_ids.items()


def test_a_preview_writes_nothing(archive: Archive, paper: Path) -> None:
    before = everything_in(archive.path)

    assert preview(archive, paper, overrides()).document.id == "patience"
    assert everything_in(archive.path) == before


@pytest.mark.parametrize(
    ("field", "value", "problem"),
    [("missions", ("monux",), "no mission 'monux'"), ("themes", ("peace",), "no theme 'peace'")],
)
def test_an_unknown_id_is_refused_before_anything_is_written(
    archive: Archive, paper: Path, field: str, value: tuple[str, ...], problem: str
) -> None:
    before = everything_in(archive.path)

    with pytest.raises(ImportFailedError, match=problem):
        import_into(archive, paper, overrides(**{field: value}))

    assert everything_in(archive.path) == before


def test_another_file_does_not_take_a_documents_place_unasked(
    archive: Archive, paper: Path
) -> None:
    first = import_into(archive, paper, ImportOverrides(title="Patience"))
    other = paper.rename(paper.with_name("other.txt"))

    with pytest.raises(ImportFailedError, match=r"imported from 'paper\.txt'.*--id"):
        import_into(archive, other, ImportOverrides(title="Patience"))

    again = import_into(archive, other, ImportOverrides(id=first.document.id, title="Patience"))
    assert again.renewed
