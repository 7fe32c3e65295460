"""Small collections of passages to index, without an archive on disk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from archive.authorities import Abbreviation, Authorities, Mission, Theme
from indexer import Index, IndexedPassage, Names, PassageKind, SourceUnit, build_index

AUTHORITIES = Authorities(
    missions=(
        Mission("monusco", "MONUSCO", "Stabilization Mission in the Congo"),
        Mission("unmiss", "UNMISS", "Mission in South Sudan"),
        Mission("unamsil", "UNAMSIL", "Mission in Sierra Leone"),
    ),
    themes=(Theme("protection", "Protection of civilians"), Theme("force", "Use of force")),
    abbreviations=(Abbreviation("POC", "protection of civilians"),),
)
NAMES = Names(AUTHORITIES)
ENGINES = ("whoosh", "tantivy")


@dataclass
class MemorySource:
    """Passages by document and unit; a file for each unit stands for its content.

    The documents and annotations in `faulty` cannot be read.
    """

    folder: Path
    content: dict[str, dict[str, list[IndexedPassage]]] = field(default_factory=dict)
    faulty: set[str] = field(default_factory=set)

    @property
    def shared_files(self) -> Sequence[Path]:
        return [self.folder / "authorities"]

    def put(self, document: str, *passages: IndexedPassage) -> None:
        """Give a document its passages, annotations included.

        The document's own missions and themes are those that all passages share.
        """
        title = make_passage(document, "", kind=PassageKind.TITLE, text=passages[0].title)
        shared = {name: getattr(passages[0], name) for name in ("title", "authors", "date", "type")}
        shared |= {
            name: tuple(sorted(set.intersection(*(set(getattr(p, name)) for p in passages))))
            for name in ("missions", "themes")
        }
        title = replace(title, **shared)
        units: dict[str, list[IndexedPassage]] = {document: [title]}
        for passage in passages:
            is_annotation = passage.kind is PassageKind.ANNOTATION
            unit = f"{document}#{passage.id}" if is_annotation else document
            units.setdefault(unit, []).append(passage)
        self.content[document] = units
        for unit, found in units.items():
            (self.folder / unit).write_text(repr(found), encoding="utf-8")

    def remove(self, document: str) -> None:
        del self.content[document]

    def units(self) -> Iterator[SourceUnit]:
        for document, units in self.content.items():
            for unit in units:
                yield SourceUnit(unit, document, (self.folder / unit,))

    def passages(self, document_id: str) -> Mapping[str, Sequence[IndexedPassage]]:
        if document_id in self.faulty:
            return {}
        units = self.content[document_id].items()
        return {unit: found for unit, found in units if unit not in self.faulty}

    def all_passages(self) -> list[IndexedPassage]:
        return [
            passage
            for units in self.content.values()
            for found in units.values()
            for passage in found
        ]


def make_passage(document: str = "d1", identifier: str = "p1", **fields: Any) -> IndexedPassage:
    plain = IndexedPassage(
        document=document,
        id=identifier,
        kind=PassageKind.PARAGRAPH,
        text="The mission protects civilians.",
        title=f"Document {document}",
        date="2000",
        anchor=identifier,
    )
    return replace(plain, **fields)


def indexed(folder: Path, *texts: str, engine: str = "whoosh") -> Index:
    """An index of one document whose paragraphs `p1`, `p2`, ... have the texts."""
    source = MemorySource(folder)
    numbered = enumerate(texts, start=1)
    source.put("d1", *(make_passage(identifier=f"p{n}", text=text) for n, text in numbered))
    return opened(source, engine)


def opened(source: MemorySource, engine: str = "whoosh") -> Index:
    """Bring the index of a source up to date, and open it."""
    build_index(source, index_folder(source), engine)
    return Index(index_folder(source), lambda: NAMES)


def index_folder(source: MemorySource) -> Path:
    return source.folder / ".index"
