"""Bad input gives one clear line or a clean import, and never harms the archive."""

from __future__ import annotations

import os
import signal
import sys
from itertools import count
from pathlib import Path

import pytest

from archive import Archive, ArchiveSettings, PartialDate
from archive.errors import ImportFailedError
from archive.html import write_document_html
from archive.importers import ImportOverrides
from archive.importing import import_into
from tests.archive.importers.bad_files import IMPORTED, NESTED, REFUSED, WORDS

NAMED = ImportOverrides(id="harbour", title="The quiet harbour", date=PartialDate(2011))


@pytest.fixture
def papers(tmp_path: Path) -> Archive:
    """An archive of one document, imported from plain text."""
    names = ("missions", "themes", "un-documents", "abbreviations")
    files = {f"{name}.yaml": b"" for name in names}
    made = Archive.create(tmp_path / "papers", ArchiveSettings("Papers"), files)
    first = tmp_path / "first.txt"
    first.write_text(f"Boats\n\n{WORDS}\n", encoding="utf-8")
    import_into(made, first, ImportOverrides(id="boats", title="Boats", date=PartialDate(2010)))
    return made


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of an archive but those of the index, by its path."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".index" not in path.parts
    }


@pytest.mark.parametrize("what", REFUSED)
@pytest.mark.parametrize("suffix", ["txt", "html", "docx", "pdf"])
def test_what_cannot_be_imported_is_refused_in_one_line(
    papers: Archive, tmp_path: Path, what: str, suffix: str
) -> None:
    content, word = REFUSED[what]
    path = tmp_path / f"bad.{suffix}"
    path.write_bytes(content)
    before = contents(papers.path)

    with pytest.raises(ImportFailedError) as refused:
        import_into(papers, path, NAMED)

    message = str(refused.value)
    assert message.startswith(f"{path}:")
    assert "\n" not in message
    assert word in message
    assert refused.value.remedy
    assert contents(papers.path) == before


@pytest.mark.parametrize("what", IMPORTED)
def test_what_only_looks_bad_is_imported_cleanly(
    papers: Archive, tmp_path: Path, what: str
) -> None:
    path = tmp_path / "good.bin"
    path.write_bytes(IMPORTED[what])

    imported = import_into(papers, path, NAMED)

    texts = [block.text for block in papers.document("harbour").blocks]
    assert texts[0] == WORDS
    assert texts[1:] in ([], ["Café — “words” of the keeper’s."])
    assert papers.document("harbour").blocks == imported.document.blocks
    assert "alert" not in write_document_html(imported.document)


@pytest.mark.parametrize("what", NESTED)
def test_elements_nested_ten_thousand_deep_keep_their_words(
    papers: Archive, tmp_path: Path, what: str
) -> None:
    path = tmp_path / "deep.html"
    path.write_bytes(NESTED[what])

    imported = import_into(papers, path, NAMED)

    text = " ".join(block.text for block in papers.document("harbour").blocks)
    assert text.count(WORDS) == 3
    assert "Deep down." in text
    assert [doubt.kind for doubt in imported.report.doubts] == ["nesting"]


@pytest.mark.parametrize("beginning", [b"", b"<html><body><p>"], ids=["text", "page"])
def test_a_line_of_200_megabytes(papers: Archive, tmp_path: Path, beginning: bytes) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.write(beginning)
        for _ in range(200):
            file.write(b"harbour " * (1 << 17))
    before = contents(papers.path)

    with pytest.raises(ImportFailedError, match=r"long\.txt: The file"):
        import_into(papers, path, NAMED)

    assert contents(papers.path) == before


def test_a_file_that_is_not_there(papers: Archive, tmp_path: Path) -> None:
    with pytest.raises(ImportFailedError, match=r"gone\.txt: The file cannot be read"):
        import_into(papers, tmp_path / "gone.txt", NAMED)


def test_a_folder_is_no_file(papers: Archive, tmp_path: Path) -> None:
    with pytest.raises(ImportFailedError, match="cannot be read"):
        import_into(papers, tmp_path, NAMED)


def test_an_unknown_format(papers: Archive, tmp_path: Path) -> None:
    path = tmp_path / "good.txt"
    path.write_text(WORDS)

    with pytest.raises(ImportFailedError, match="no importer for the format 'scroll'"):
        import_into(papers, path, NAMED, "scroll")


@pytest.mark.parametrize("name", ["web", "docx", "odt", "epub", "rtf", "markdown", "tei"])
def test_a_wrong_format_does_not_harm(papers: Archive, tmp_path: Path, name: str) -> None:
    path = tmp_path / "junk.txt"
    path.write_bytes(REFUSED["junk"][0])
    before = contents(papers.path)

    with pytest.raises(ImportFailedError, match=r"junk\.txt"):
        import_into(papers, path, NAMED, name)

    assert contents(papers.path) == before


_WRITING = frozenset({"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir"})


@pytest.mark.parametrize("document", ["quays", "boats"], ids=["new", "replaced"])
def test_a_kill_leaves_the_old_archive_or_the_new_one(
    papers: Archive, tmp_path: Path, document: str
) -> None:
    path = tmp_path / "first.txt"
    path.write_text(f"Quays\n\n{WORDS}\n\nAnother paragraph of the quays.\n", encoding="utf-8")
    before = contents(papers.path)
    unchanged = 0

    for step in range(1, 100):
        if not killed_at(step, papers, path, document):
            break
        reopened = Archive.open(papers.path)
        after = contents(papers.path)
        assert list(reopened.check()) == []
        if after != before:
            text = " ".join(block.text for block in reopened.document(document).blocks)
            assert "Another paragraph of the quays." in text
            break
        unchanged += 1

    assert unchanged > 5


def killed_at(step: int, papers: Archive, path: Path, document: str) -> bool:
    """Import a file in a process of its own that dies at a step of its writing, if there is one."""
    child = os.fork()
    if child == 0:
        try:
            die_at(step)
            import_into(papers, path, ImportOverrides(id=document, date=PartialDate(2011)))
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def die_at(step: int) -> None:
    steps = count(1)

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event in _WRITING and "documents" in str(arguments[0]) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
