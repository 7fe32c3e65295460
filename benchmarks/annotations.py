"""Figures of annotations: `python -m benchmarks.annotations`.

Anchoring in edited texts, loading many annotations, saving one until searches find it, and a
document with many of them on the server. Processor time, because what other programs on the machine
do does not count in it. `benchmarks.scrolling` shows the same document in Chromium.
"""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from statistics import median

from annotations import (
    Anchors,
    AnchorState,
    Annotation,
    AnnotationStore,
    Content,
    Kind,
    State,
    draft,
    publish,
    select,
    sign,
)
from annotations.writing import new_text
from archive import Archive, ArchiveSettings, Block, BlockKind, Document, Metadata
from benchmarks.measuring import p95
from indexer import SearchRequest
from tests.annotations.texts import edited_text, paragraphs
from webapp import create_app
from webapp.config import Config
from webapp.sample import sample_authorities
from webapp.workspace import Workspace

__all__ = ["CROWDED", "PLAIN", "crowded_archive"]

CROWDED, PLAIN = "crowded", "plain"
"""The ids of two documents with the same text: one with many annotations, one with none."""
_TEXT = 90_000
_EDITED = 200
_DOCUMENTS, _EACH, _MANY = 100, 100, 500
_SURE = {AnchorState.EXACT, AnchorState.MOVED}


def main() -> None:
    """Measure, and print each line as it comes."""
    _anchoring(Random(1))  # noqa: S311 - the same every time, nothing secret
    with tempfile.TemporaryDirectory() as folder:
        _loading_and_saving(Path(folder) / "archive", Random(2))  # noqa: S311 - the same every time, nothing secret
    with tempfile.TemporaryDirectory() as folder:
        _serving(crowded_archive(Path(folder) / "archive"))


def crowded_archive(folder: Path) -> Path:
    """Make an archive with 500 annotations of a 90 KB text, and the same text without any."""
    archive = _new_archive(folder)
    random = Random(3)  # noqa: S311 - the same every time, nothing secret
    texts = paragraphs(random, _TEXT)
    for name in (CROWDED, PLAIN):
        archive.save(_document(name, texts), "importer: none\n")
    _annotate(archive, _document(CROWDED, texts), _MANY, random)
    return folder


def _anchoring(random: Random) -> None:
    texts = paragraphs(random, _TEXT)
    for around in (0, 16, 32):
        found: Counter[str] = Counter()
        times = []
        for _ in range(_EDITED):
            edited = edited_text(texts, random, around)
            anchors = Anchors(edited.document)
            anchors.resolve(edited.target)
            started = time.process_time()
            anchor = anchors.resolve(edited.target)
            times.append((time.process_time() - started) * 1000)
            right = anchor.passage == edited.passage and abs(anchor.start - edited.start) <= 3
            sure = anchor.state in _SURE
            found["right" if sure and right else "wrong" if sure else anchor.state.value] += 1
        said = ", ".join(f"{count} {name}" for name, count in sorted(found.items()))
        print(
            f"anchoring, look-alikes with {around} characters around: {said}; "
            f"median {median(times):.2f} ms, p95 {p95(times):.2f} ms",
            flush=True,
        )


def _loading_and_saving(folder: Path, random: Random) -> None:
    archive = _new_archive(folder)
    for number in range(_DOCUMENTS):
        texts = [text[:500] for text in paragraphs(random, 60_000)[:_EACH]]
        document = _document(f"paper-{number}", texts)
        archive.save(document, "importer: none\n")
        _annotate(archive, document, _EACH, random)
    count = _DOCUMENTS * _EACH
    cold = AnnotationStore(archive.annotations_folder)
    print(f"{count:,} annotations, cold: {_seconds(cold.load):.2f} s", flush=True)
    cold.remember()
    warm = AnnotationStore(archive.annotations_folder)
    print(f"{count:,} annotations, warm: {_seconds(warm.load):.2f} s", flush=True)
    workspace = Workspace.open(folder)
    print(f"indexing all: {_seconds(workspace.update_index):.1f} s", flush=True)
    workspace.search(SearchRequest("consent"))
    took = [_seconds(partial(_save_and_find, workspace, number)) for number in range(5)]
    print(f"save to found, each of 5: {', '.join(f'{one:.2f}' for one in took)} s", flush=True)


def _save_and_find(workspace: Workspace, number: int) -> None:
    word, by = f"zzsaved{number}zz", sign("A. Editor")
    document = workspace.document(f"paper-{number}").document
    target = select(document, "p1", 0, 12)
    made = draft(document.id, Content(Kind.COMMENT, target, f"A {word}."), by)
    workspace.create_annotation(publish(made, by))
    if workspace.search(SearchRequest(word)).passages != 1:
        raise RuntimeError(word)


def _serving(folder: Path) -> None:
    for name in (CROWDED, PLAIN):
        client = create_app(Config(archive=folder)).test_client()
        client.get("/")
        get = partial(client.get, f"/documents/{name}")
        first = _seconds(get)
        warm = [_seconds(get) for _ in range(9)]
        print(f"{name}: first {first * 1000:.0f} ms, warm {median(warm) * 1000:.0f} ms", flush=True)


def _seconds(call: Callable[[], object]) -> float:
    started = time.process_time()
    call()
    return time.process_time() - started


def _new_archive(folder: Path) -> Archive:
    settings = ArchiveSettings("Made-up papers", "Made up to be measured.")
    return Archive.create(folder, settings, sample_authorities())


def _document(name: str, texts: list[str]) -> Document:
    blocks = [Block(f"p{n}", BlockKind.PARAGRAPH, text) for n, text in enumerate(texts, 1)]
    return Document(name, Metadata(f"The paper {name}"), tuple(blocks))


def _annotate(archive: Archive, document: Document, count: int, random: Random) -> None:
    """Write annotations without the store, whose care for each file is not what is measured."""
    folder = archive.annotations_folder / document.id
    folder.mkdir(parents=True)
    for number in range(count):
        annotation = _annotation(document, number, random)
        (folder / f"{annotation.id}.yaml").write_text(new_text(annotation), encoding="utf-8")


def _annotation(document: Document, number: int, random: Random) -> Annotation:
    block = random.choice(document.blocks)
    text = block.text
    start = random.randrange(max(1, len(text) - 60))
    target = select(document, block.id, start, min(len(text), start + random.randint(8, 60)))
    by = sign("A. Editor" if number % 2 else "B. Editor")
    body = f"The *{number}*th remark, on what stands here and on what does not stand here."
    made = publish(draft(document.id, Content(Kind.COMMENT, target, body), by), by)
    if made.state is not State.PUBLISHED:
        raise RuntimeError(made.id)
    return made


if __name__ == "__main__":
    main()
