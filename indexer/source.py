"""What there is to index: units (a document, an annotation), their files and their passages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from annotations import AnnotationStore
from archive.citations import document_citations
from archive.folder import Archive
from archive.mentions import document_mentions
from indexer.passages import IndexedPassage, annotation_passage, passages_of

__all__ = ["ArchiveSource", "Source", "SourceUnit"]


@dataclass(frozen=True, slots=True)
class SourceUnit:
    """What is indexed together.

    Attributes:
        name: of the unit: the id of a document, or `document#annotation`.
        document: the id of the document.
        files: whose change concerns the unit.
    """

    name: str
    document: str
    files: tuple[Path, ...]


class Source(Protocol):
    """Where passages come from."""

    @property
    def shared_files(self) -> Sequence[Path]:
        """The files whose change concerns every unit."""

    def units(self) -> Iterator[SourceUnit]:
        """Yield all units, those of one document together and its own first."""

    def passages(self, document_id: str) -> Mapping[str, Sequence[IndexedPassage]]:
        """Return the passages of a document by unit, its title page first.

        Empty if the document has faults that keep it out of the archive. A unit without passages
        is one that readers do not see; one that is not there has a fault.
        """


@dataclass(frozen=True)
class ArchiveSource:
    """An archive as a source."""

    archive: Archive

    @property
    def shared_files(self) -> Sequence[Path]:
        """The authority files."""
        return sorted((self.archive.path / "authorities").glob("*.yaml"))

    def units(self) -> Iterator[SourceUnit]:
        """Yield every document and its annotations."""
        for document_id in self.archive.document_ids():
            folder = self.archive.document_folder(document_id)
            files = (folder / "document.html", folder / "metadata.yaml")
            yield SourceUnit(document_id, document_id, files)
            for path in self._store.paths(document_id):
                yield SourceUnit(f"{document_id}#{path.stem}", document_id, (path,))

    def passages(self, document_id: str) -> Mapping[str, Sequence[IndexedPassage]]:
        """Return the passages of a document and its annotations, by unit."""
        document, _ = self.archive.read(document_id)
        if document is None:
            return {}
        authorities = self.archive.authorities
        mentions = document_mentions(document, authorities)
        citations = document_citations(document, authorities)
        found: dict[str, Sequence[IndexedPassage]] = {
            document_id: list(passages_of(document, mentions, citations))
        }
        for annotation in self._store.of_document(document_id):
            passage = annotation_passage(annotation, document, authorities)
            found[f"{document_id}#{annotation.id}"] = [] if passage is None else [passage]
        return found

    @cached_property
    def _store(self) -> AnnotationStore:
        return AnnotationStore(self.archive.annotations_folder)
