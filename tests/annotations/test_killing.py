"""Four processes write at once and are killed: what they were told is written is there."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from annotations import AnnotationStore
from archive import Severity
from archive.folder import Archive
from tests.factories import make_annotation

_WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from annotations import AnnotationStore, StaleAnnotationError, edit, reply, sign
from tests.factories import make_annotation

folder, name = Path(sys.argv[1]), sys.argv[2]
store = AnnotationStore(folder)
number = 0
while True:
    number += 1
    word = f"{name}-{number}"
    stored = store.get(f"a{number % 3}")
    def answer(annotation):
        return reply(annotation, word, sign(name))
    def change(annotation):
        return edit(annotation, replace(annotation.content, body=word), sign(name, word))
    try:
        store.change(stored.annotation.id, stored.fingerprint, answer if number % 2 else change)
    except StaleAnnotationError:
        continue
    if number % 5 == 0:
        store.create(make_annotation(word))
    print(word, flush=True)
"""


def written_words(store: AnnotationStore) -> Iterator[str]:
    for stored in store.load().stored:
        annotation = stored.annotation
        yield annotation.id
        yield from (reply.body for reply in annotation.replies)
        yield from (revision.reason for revision in annotation.revisions)


def killed_writers(store: AnnotationStore, random: Random, log: Path) -> list[str]:
    """Start four writers, kill them at a random moment, and return what they had been told."""
    logs = [log.with_suffix(f".{number}") for number in range(4)]
    writers = []
    for path in logs:
        with path.open("wb") as output:
            name = f"w{path.suffix[1:]}-{random.randrange(10**9)}"
            command = [sys.executable, "-c", _WRITER, str(store.folder), name]
            writers.append(subprocess.Popen(command, stdout=output))
    while not all(path.stat().st_size for path in logs):
        assert all(writer.poll() is None for writer in writers)
        time.sleep(0.02)
    time.sleep(random.random() / 3)
    for writer in writers:
        writer.kill()
    for writer in writers:
        writer.wait()
    lines = [line for path in logs for line in path.read_text().splitlines(keepends=True)]
    return [line.strip() for line in lines if line.endswith("\n")]


def test_every_acknowledged_write_is_there_and_every_file_loads(
    store: AnnotationStore, archive: Archive, tmp_path: Path, random: Random
) -> None:
    for number in range(3):
        store.create(make_annotation(f"a{number}"))
    acknowledged: list[str] = []
    for number in range(4):
        acknowledged += killed_writers(store, random, tmp_path / f"log{number}")

        found = set(written_words(store))

        assert [word for word in acknowledged if word not in found] == []
        assert store.load().faults == ()
        assert [fault for fault in store.check(archive) if fault.severity is Severity.ERROR] == []
    assert len(acknowledged) >= 16
