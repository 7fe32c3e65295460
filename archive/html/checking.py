"""Ids for blocks that have none, and the faults that a document.html may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from archive.checking import line_of
from archive.faults import Fault, Severity
from archive.models import Block, Note, Passage, SpanKind

__all__ = ["IdGiver", "check_content"]


class IdGiver:
    """Gives ids that a document does not use yet, such as `p7`, and remembers which."""

    def __init__(self, used: Iterable[str]) -> None:
        self._used = set(used)
        self._numbers: Counter[str] = Counter()
        self.given: list[str] = []

    def give(self, prefix: str) -> str:
        """Return a new id that begins with the prefix."""
        while True:
            self._numbers[prefix] += 1
            new = f"{prefix}{self._numbers[prefix]}"
            if new not in self._used:
                self._used.add(new)
                self.given.append(new)
                return new


def check_content(
    source: str, path: Path, blocks: Sequence[Block], notes: Sequence[Note], given: Sequence[str]
) -> Iterator[Fault]:
    """Yield the faults of a document's content; `given` are the ids that were missing."""
    if not blocks:
        yield Fault(
            "no-text", "The document has no text.", "Add a paragraph, or import it again.", path
        )
    if given:
        yield Fault(
            "missing-id",
            f"{len(given)} blocks or notes have no id.",
            "Give each an id attribute of its own, or annotations may lose their place.",
            path,
            severity=Severity.WARNING,
        )
    passages: list[Passage] = [*blocks, *notes]
    yield from _duplicate_ids(source, path, passages)
    yield from _marks(source, path, passages, notes)
    yield from _links(source, path, passages)


def _duplicate_ids(source: str, path: Path, passages: Sequence[Passage]) -> Iterator[Fault]:
    counts = Counter(passage.id for passage in passages)
    for identifier, count in counts.items():
        if count > 1:
            yield Fault(
                "duplicate-id",
                f"The id '{identifier}' is given {count} times.",
                "Keep it at one place and give the others new ids.",
                path,
                line_of(source, f'id="{escape(identifier)}"', occurrence=2),
            )


def _marks(
    source: str, path: Path, passages: Sequence[Passage], notes: Sequence[Note]
) -> Iterator[Fault]:
    known = {note.id for note in notes}
    referred = [(mark.note, passage.id) for passage in passages for mark in passage.marks]
    for target, passage in referred:
        if target not in known:
            yield Fault(
                "mark-without-note",
                f"A note mark in '{passage}' refers to '{target}', and no such note exists.",
                "Add the note, or mark it as missing with <li data-missing>.",
                path,
                line_of(source, f'href="#{escape(target)}"'),
            )
    used = {target for target, _ in referred}
    for note in notes:
        if note.id not in used:
            yield Fault(
                "note-without-mark",
                f"Nothing refers to note '{note.id}' (label {note.label}).",
                "Put a note mark where it belongs, or remove the note.",
                path,
                line_of(source, f'id="{escape(note.id)}"'),
                Severity.WARNING,
            )


def _links(source: str, path: Path, passages: Sequence[Passage]) -> Iterator[Fault]:
    known = {passage.id for passage in passages}
    known |= {block.box for block in passages if isinstance(block, Block) and block.box}
    for passage in passages:
        for span in passage.spans:
            href = span.href or ""
            if span.kind is SpanKind.LINK and href.startswith("#") and href[1:] not in known:
                yield Fault(
                    "broken-link",
                    f"A link in '{passage.id}' leads to '{href}', and no such place exists.",
                    "Mend the address, or remove the link.",
                    path,
                    line_of(source, f'href="{escape(href)}"'),
                    Severity.WARNING,
                )
