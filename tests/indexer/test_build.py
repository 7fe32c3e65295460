"""An index follows its source, survives whatever happens to its files, and is never half there."""

from __future__ import annotations

import errno
import multiprocessing
import os
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer import (
    BuildReport,
    EngineMissingError,
    Facet,
    Filters,
    Index,
    IndexLockedError,
    IndexReadOnlyError,
    IndexUnusableError,
    PassageKind,
    SearchRequest,
    build_index,
)
from indexer.generations import Generations
from tests.indexer.factories import ENGINES, NAMES, MemorySource, index_folder, make_passage, opened


@pytest.fixture
def source(tmp_path: Path) -> MemorySource:
    source = MemorySource(tmp_path)
    source.put("d1", make_passage("d1", text="An old oak."))
    source.put("d2", make_passage("d2", text="An old elm."))
    return source


def build(source: MemorySource, *, rebuild: bool = False) -> BuildReport:
    return build_index(source, index_folder(source), "whoosh", rebuild=rebuild)


def found(index: Index, query: str) -> list[str]:
    hits = index.search(SearchRequest(query, passages_shown=100)).hits
    return sorted(f"{hit.document}/{p.passage.id}" for hit in hits for p in hit.passages)


def test_the_first_build_indexes_everything(source: MemorySource) -> None:
    report = build(source)
    assert report.rebuilt
    assert report.indexed == ("d1", "d2")
    assert report.passages == 4


def test_nothing_is_done_when_nothing_has_changed(source: MemorySource) -> None:
    build(source)
    assert not build(source).changed


def test_only_the_changed_document_is_indexed_again(source: MemorySource) -> None:
    index = opened(source)
    source.put("d2", make_passage("d2", text="A young elm."))
    report = build(source)
    assert (report.rebuilt, report.indexed) == (False, ("d2",))
    assert found(index, "old") == ["d1/p1"]
    assert found(index, "young") == ["d2/p1"]


def test_an_annotation_is_indexed_alone(source: MemorySource) -> None:
    index = opened(source)
    note = make_passage("d1", "a1", kind=PassageKind.ANNOTATION, text="Rather a beech.")
    source.content["d1"]["d1#a1"] = [note]
    (source.folder / "d1#a1").write_text("Rather a beech.", encoding="utf-8")
    build(source)
    assert found(index, "beech") == ["d1/a1"]
    assert found(index, "oak") == ["d1/p1"]
    del source.content["d1"]["d1#a1"]
    build(source)
    assert found(index, "beech") == []


def test_a_removed_document_is_gone(source: MemorySource) -> None:
    index = opened(source)
    source.remove("d1")
    assert build(source).removed == ("d1",)
    assert found(index, "old") == ["d2/p1"]
    assert index.search(SearchRequest()).documents == 1


def test_a_change_of_the_authorities_rebuilds_everything(source: MemorySource) -> None:
    build(source)
    (source.folder / "authorities").write_text("- id: new", encoding="utf-8")
    assert build(source).rebuilt


def test_a_document_with_a_fault_is_left_out_until_it_is_mended(source: MemorySource) -> None:
    index = opened(source)
    (source.folder / "d1").write_text("broken", encoding="utf-8")
    source.faulty.add("d1")
    assert build(source).left_out == ("d1",)
    assert found(index, "old") == ["d2/p1"]
    source.faulty.clear()
    source.put("d1", make_passage("d1", text="An old ash."))
    assert build(source).left_out == ()
    assert found(index, "old") == ["d1/p1", "d2/p1"]


def spoil(source: MemorySource, unit: str) -> None:
    (source.folder / unit).write_text("id: [broken", encoding="utf-8")
    source.faulty.add(unit)


def annotate(source: MemorySource, text: str, **fields: tuple[str, ...]) -> None:
    note = make_passage("d1", "a1", kind=PassageKind.ANNOTATION, text=text, **fields)
    source.put("d1", make_passage("d1", text="An old oak."), note)


def test_an_annotation_that_cannot_be_read_any_more_keeps_its_last_good_state(
    source: MemorySource,
) -> None:
    annotate(source, "Rather a beech.")
    index = opened(source)
    spoil(source, "d1#a1")
    assert build(source).changed
    assert found(index, "beech") == ["d1/a1"]
    assert not build(source).changed
    source.faulty.clear()
    annotate(source, "Rather a birch.")
    build(source)
    assert (found(index, "beech"), found(index, "birch")) == ([], ["d1/a1"])


def test_the_last_good_state_goes_with_the_file_and_with_the_document(
    source: MemorySource,
) -> None:
    annotate(source, "Rather a beech.")
    index = opened(source)
    spoil(source, "d1#a1")
    build(source)
    del source.content["d1"]["d1#a1"]
    build(source)
    assert found(index, "beech") == []


@pytest.mark.parametrize("engine", ENGINES)
def test_the_last_good_state_follows_what_its_document_is(
    source: MemorySource, engine: str
) -> None:
    annotate(source, "Rather a beech.", missions=("monusco", "unmiss"))
    index = opened(source, engine)
    spoil(source, "d1#a1")
    oak = make_passage("d1", text="An old oak.", title="Trees", missions=("unmiss",))
    beech = make_passage("d1", "a1", kind=PassageKind.ANNOTATION, text="", title="Trees")
    source.put("d1", oak, replace(beech, missions=("unmiss",)))
    spoil(source, "d1#a1")
    build_index(source, index_folder(source), engine)
    (hit,) = index.search(SearchRequest("beech title:trees")).hits
    assert hit.passages[0].passage.missions == ("unmiss", "monusco")
    for mission, passages in (("unmiss", 3), ("monusco", 1)):
        result = index.search(SearchRequest(filters=Filters.of(mission=mission)))
        assert result.passages == passages
        counts = {count.id: count.passages for count in result.facets[Facet.MISSION]}
        assert counts == {"unmiss": 3, "monusco": 1}


def test_there_is_no_last_good_state_in_an_index_made_from_nothing(source: MemorySource) -> None:
    annotate(source, "Rather a beech.")
    index = opened(source)
    spoil(source, "d1#a1")
    build(source, rebuild=True)
    assert found(index, "beech") == []


def test_an_annotation_that_readers_shall_not_see_any_more_is_gone(source: MemorySource) -> None:
    annotate(source, "Rather a beech.")
    index = opened(source)
    source.content["d1"]["d1#a1"] = []
    (source.folder / "d1#a1").write_text("state: withdrawn", encoding="utf-8")
    build(source)
    assert found(index, "beech") == []


def test_progress_is_told(source: MemorySource) -> None:
    told: list[tuple[int, int]] = []
    build_index(
        source, index_folder(source), "whoosh", progress=lambda done, of: told.append((done, of))
    )
    assert told == [(1, 2), (2, 2)]


def test_an_unknown_engine_is_an_error_with_a_remedy(source: MemorySource) -> None:
    with pytest.raises(EngineMissingError, match="'engine: whoosh'"):
        build_index(source, index_folder(source), "abacus")


def test_a_second_writer_is_told_who_writes(source: MemorySource) -> None:
    build(source)
    writing = Generations(index_folder(source)).writing()
    with writing, pytest.raises(IndexLockedError, match=f"process {os.getpid()}"):
        build(source)


@pytest.fixture
def read_only(source: MemorySource, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an index that no lock file can be opened in."""
    build(source)
    opened_as = Path.open

    def refused(path: Path, mode: str = "r", **options: Any) -> Any:
        if path.name == "write.lock":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened_as(path, mode, **options)

    monkeypatch.setattr(Path, "open", refused)
    return index_folder(source)


def test_an_index_that_cannot_be_written_is_searched_if_it_is_up_to_date(
    source: MemorySource, read_only: Path
) -> None:
    assert not build(source).changed
    assert found(Index(read_only, lambda: NAMES), "old") == ["d1/p1", "d2/p1"]


def test_an_index_that_must_be_written_and_cannot_be_is_an_error_with_a_remedy(
    source: MemorySource, read_only: Path
) -> None:
    source.put("d1", make_passage("d1", text="A felled oak."))
    with pytest.raises(IndexReadOnlyError, match="Make the folder writable"):
        build(source)
    assert found(Index(read_only, lambda: NAMES), "old") == ["d1/p1", "d2/p1"]


def test_a_state_that_is_being_read_is_kept_and_then_removed(source: MemorySource) -> None:
    index = opened(source)
    snapshot = index.snapshot()
    source.put("d1", make_passage("d1", text="A felled oak."))
    build(source)
    assert len(list(index_folder(source).glob("generation-*"))) == 2
    assert snapshot.search(SearchRequest("old"), NAMES).documents == 2
    assert found(index, "felled") == ["d1/p1"]
    del snapshot
    source.put("d1", make_passage("d1", text="A planted oak."))
    build(source)
    assert found(index, "planted") == ["d1/p1"]
    build(source, rebuild=True)
    assert found(index, "planted") == ["d1/p1"]
    assert len(list(index_folder(source).glob("generation-*"))) <= 2


def test_a_missing_index_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusableError, match="peacearchive index"):
        Index(tmp_path / ".index", lambda: NAMES)


def files_of_the_index(source: MemorySource) -> list[Path]:
    names = (path for path in index_folder(source).rglob("*") if path.is_file())
    return [path for path in sorted(names) if "LOCK" not in path.name.upper()]


def test_any_damaged_file_is_noticed_and_the_index_made_anew(source: MemorySource) -> None:
    build(source)
    for number in range(len(files_of_the_index(source))):
        path = files_of_the_index(source)[number]
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 0xFF
        path.write_bytes(content)
        with pytest.raises(IndexUnusableError):
            Index(index_folder(source), lambda: NAMES)
        assert build(source).rebuilt
        assert found(opened(source), "old") == ["d1/p1", "d2/p1"]


def test_any_truncated_or_missing_file_is_noticed(source: MemorySource) -> None:
    build(source)
    for number in range(len(files_of_the_index(source))):
        path = files_of_the_index(source)[number]
        path.write_bytes(path.read_bytes()[:-1])
        if number % 2:
            path.unlink()
        assert build(source).rebuilt
        assert found(opened(source), "old") == ["d1/p1", "d2/p1"]


def test_a_reader_goes_on_with_the_last_good_state(source: MemorySource) -> None:
    index = opened(source)
    source.put("d1", make_passage("d1", text="A felled oak."))
    build(source)
    newest = max(index_folder(source).glob("generation-*"))
    (newest / "columns.npz").write_bytes(b"")
    assert found(index, "old") == ["d1/p1", "d2/p1"]


def test_an_index_of_another_version_is_made_anew(
    source: MemorySource, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(source)
    monkeypatch.setattr("indexer.manifest.INDEX_VERSION", 999)
    with pytest.raises(IndexUnusableError, match="another version"):
        Index(index_folder(source), lambda: NAMES)
    assert build(source).rebuilt


def test_an_index_of_another_version_of_the_engine_is_made_anew(
    source: MemorySource, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(source)
    monkeypatch.setattr("indexer.engines.whoosh.version", lambda _: "9.9")
    with pytest.raises(IndexUnusableError, match="another version"):
        Index(index_folder(source), lambda: NAMES)
    assert build(source).rebuilt


def test_a_failed_build_leaves_the_index_as_it_was(source: MemorySource) -> None:
    index = opened(source)
    source.put("d1", make_passage("d1", text="A felled oak."))

    def fail(done: int, total: int) -> None:
        raise OSError(done, total)

    with pytest.raises(OSError, match="1"):
        build_index(source, index_folder(source), "whoosh", progress=fail)
    assert found(index, "old") == ["d1/p1", "d2/p1"]
    assert len(list(index_folder(source).glob("generation-*"))) == 1


TREES = st.sampled_from(["oak", "elm", "beech", "oak elm", "beech-nut"])


@st.composite
def changes(draw: st.DrawFn) -> list[tuple[str, list[str]]]:
    """Documents in turn put (with texts) or removed (without)."""
    names = st.sampled_from(["d1", "d2", "d3"])
    return draw(st.lists(st.tuples(names, st.lists(TREES, max_size=3)), min_size=1, max_size=6))


@settings(max_examples=25, deadline=None)
@given(changes())
def test_an_updated_index_answers_like_one_made_anew(steps: list[tuple[str, list[str]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = MemorySource(Path(folder))
        index = opened(source)
        for document, texts in steps:
            apply(source, document, texts)
            build(source)
        answers = [index.search(SearchRequest(query)) for query in ("", "oak", "beech*", "-elm")]
        build(source, rebuild=True)
        fresh = Index(index_folder(source), lambda: NAMES)
        for answer in answers:
            again = fresh.search(answer.request)
            assert (answer.documents, answer.passages) == (again.documents, again.passages)
            assert answer.facets == again.facets
            assert {hit.document for hit in answer.hits} == {hit.document for hit in again.hits}


def apply(source: MemorySource, document: str, texts: list[str]) -> None:
    if texts:
        numbered = enumerate(texts)
        source.put(document, *(make_passage(document, f"p{n}", text=text) for n, text in numbered))
    elif document in source.content:
        source.remove(document)


def test_a_reader_sees_the_change_of_another_process(source: MemorySource) -> None:
    spawned = multiprocessing.get_context("spawn")
    index = opened(source)
    source.put("d1", make_passage("d1", text="A felled oak."))
    writer = spawned.Process(target=build, args=(source,))
    writer.start()
    writer.join()
    assert writer.exitcode == 0
    assert found(index, "felled") == ["d1/p1"]
