"""The one place where archive, annotations, authorities and index are wired together."""

from __future__ import annotations

import heapq
import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from annotations import Annotation, AnnotationSet, AnnotationStore, State, StoredAnnotation
from archive import Archive, ArchiveError, Document
from archive.errors import DocumentError, UnknownDocumentError
from archive.metadata import Metadata, read_metadata
from archive.yaml_files import YamlError, read_yaml
from indexer import (
    Concordance,
    ConcordanceRequest,
    FileId,
    Index,
    IndexedPassage,
    IndexerError,
    IndexLockedError,
    Names,
    SearchRequest,
    SearchResult,
    Suggestion,
    index_archive,
)
from webapp.addresses import search_address
from webapp.caching import FreshCache
from webapp.changes import FileState, archive_state, state_of, vocabulary_state
from webapp.citing import CitationKeeper, Citations
from webapp.finding import Found, find_in_document
from webapp.opened import READERS, NewAnnotation, OpenedDocument, annotated, open_document
from webapp.reading import Reading

__all__ = ["Workspace"]

_log = logging.getLogger(__name__)

_LEAST_REST = 50
"""Between two looks for changed files lies at least this many times what a look takes."""

_KEPT_OVERVIEWS = 64
"""Answers kept of searches that pages make by themselves."""


@dataclass(frozen=True)
class _Vocabulary:
    """The archive as it was last opened, and the state of its settings and authorities then."""

    archive: Archive
    names: Names
    state: FileState

    @classmethod
    def read(cls, path: Path) -> _Vocabulary:
        state = vocabulary_state(path)
        archive = Archive.open(path)
        return cls(archive, Names(archive.authorities), state)


class Workspace:
    """An archive in use: what views and commands ask it for. Safe in threads."""

    def __init__(self, path: Path, cached_documents: int) -> None:
        """Open the archive; see `open`."""
        self._vocabulary = _Vocabulary.read(path)
        self._documents: FreshCache[tuple[str, frozenset[State]], Reading] = FreshCache(
            cached_documents
        )
        self._texts: FreshCache[str, OpenedDocument] = FreshCache(cached_documents)
        self._store = AnnotationStore(self.archive.annotations_folder)
        self._annotations: FreshCache[None, AnnotationSet] = FreshCache(1)
        self._newest: FreshCache[int, tuple[Annotation, ...]] = FreshCache(4)
        self._overviews: FreshCache[str, SearchResult] = FreshCache(_KEPT_OVERVIEWS)
        self._citations = CitationKeeper(self.archive.index_folder / "citations")
        self._index: Index | None = None
        self._index_lock = threading.Lock()
        self._look_lock = threading.Lock()
        self._next_look = 0.0
        self._seen: FileState = frozenset()
        self._changes = 0
        self._checked: dict[FileId, int] = {}

    @classmethod
    def open(cls, path: Path, cached_documents: int = 64) -> Workspace:
        """Open the archive in a folder; its index is neither made nor updated.

        Args:
            path: the archive's folder.
            cached_documents: how many parsed documents are kept in memory.

        Raises:
            NotAnArchiveError: the folder holds no archive.
            ArchiveError: its settings or authorities cannot be read.
        """
        return cls(path, cached_documents)

    @property
    def archive(self) -> Archive:
        """The archive as it was last opened."""
        return self._vocabulary.archive

    @property
    def names(self) -> Names:
        """What the authorities call missions, themes and other values of facets."""
        return self._vocabulary.names

    def document(self, document_id: str) -> OpenedDocument:
        """Return a document as it is on disk now, with its annotations; see `reading`."""
        return self.reading(document_id).opened

    def reading(self, document_id: str, seen: frozenset[State] = READERS) -> Reading:
        """Return a document as it is on disk now, with its annotations and as its page shows it.

        Args:
            document_id: of the document.
            seen: the states of the annotations that are shown with it.

        Raises:
            UnknownDocumentError: the archive has no such document.
            DocumentError: its files have a fault.
        """
        vocabulary, citations = self._vocabulary, self.citations()
        archive = vocabulary.archive
        folder = archive.document_folder(document_id)
        files = state_of((folder / "document.html", folder / "metadata.yaml"))
        of_text = (vocabulary.state, files, citations.state)
        elsewhere = self._from_elsewhere(document_id)
        marks = tuple((entry.path, entry.fingerprint) for entry in elsewhere)
        of_annotations = (state_of(self._store.paths(document_id)), marks)

        def opened() -> OpenedDocument:
            document = archive.document(document_id)
            return open_document(document, (), archive.authorities, citations)

        def read() -> Reading:
            text = self._texts.get(document_id, of_text, opened)
            own = self._store.of_document(document_id)
            return Reading(
                annotated(text, (*own, *(entry.annotation for entry in elsewhere)), seen)
            )

        return self._documents.get((document_id, seen), (of_text, of_annotations), read)

    def citations(self) -> Citations:
        """Return who cites what, as of the last time that changes were taken in."""
        return self._citations.current(self.archive)

    def newest_annotations(self, most: int) -> tuple[NewAnnotation, ...]:
        """Return the published annotations changed last, each with its document."""
        newest = self._newest.get(most, self._changes, lambda: self._newest_published(most))
        return tuple(found for one in newest if (found := self._with_document(one)) is not None)

    def annotations(self) -> AnnotationSet:
        """Return all annotations, as of the last time that changes were taken in."""
        return self._annotations.get(None, self._changes, self._load_annotations)

    def annotation(self, annotation_id: str) -> StoredAnnotation:
        """Return an annotation as its file holds it now; see `AnnotationStore.get` for errors."""
        return self._store.get(annotation_id)

    def create_annotation(self, annotation: Annotation) -> StoredAnnotation:
        """Write a new annotation; see `AnnotationStore.create` for errors.

        Searches find it, if it is published, when this returns.
        """
        stored = self._store.create(annotation)
        self._take_in_now()
        return stored

    def change_annotation(
        self, annotation_id: str, fingerprint: str, change: Callable[[Annotation], Annotation]
    ) -> StoredAnnotation:
        """Change an annotation; see `AnnotationStore.change` for arguments and errors.

        Searches find it as it is now when this returns.
        """
        stored = self._store.change(annotation_id, fingerprint, change)
        self._take_in_now()
        return stored

    def about(self) -> str | None:
        """Return what the archive says about itself in `about.md`, or None if it has none."""
        path = self.archive.path / "about.md"
        return path.read_text(encoding="utf-8") if path.is_file() else None

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a search.

        Raises:
            QueryError: the query or a filter is refused; the message can be shown.
            IndexUnusableError: there is no index; `update_index` makes it.
        """
        return self._opened_index().search(request)

    def overview(self, request: SearchRequest) -> SearchResult:
        """Answer a search of the kind that pages make by themselves; the answer is kept.

        Raises:
            IndexUnusableError: there is no index.
        """
        key = f"{search_address(request)} {request.page_size} {request.passages_shown}"
        return self._overviews.get(key, self._changes, lambda: self.search(request))

    def concordance(self, request: ConcordanceRequest) -> Concordance:
        """Return a page of a concordance.

        Raises:
            QueryError: the query or a filter is refused; the message can be shown.
            IndexUnusableError: there is no index.
        """
        return self._opened_index().concordance(request)

    def suggest(self, typed: str, most: int) -> list[Suggestion]:
        """Return suggestions for what was typed so far; see `search` for errors."""
        return self._opened_index().suggest(typed, most)

    def all_passages(self, request: SearchRequest) -> Iterator[IndexedPassage]:
        """Return all passages that a search finds; see `search` for errors."""
        return self._opened_index().passages(request)

    def all_documents(self, request: SearchRequest) -> Iterator[Document]:
        """Yield all documents that a search finds, without their text; see `search` for errors.

        Those that have a fault by now are left out.
        """
        for document_id in self._opened_index().documents(request):
            metadata = self._metadata(document_id)
            if metadata is not None:
                yield Document(document_id, metadata, ())

    def title(self, document_id: str) -> str:
        """Return the title of a document, or its id if it has none that can be read."""
        metadata = self._metadata(document_id)
        return document_id if metadata is None or not metadata.title else metadata.title

    def found_in(self, document_id: str, request: SearchRequest) -> Found:
        """Return what a search finds within a document.

        Raises:
            QueryError: the query or a filter is refused; the message can be shown.
            IndexUnusableError: there is no index.
        """
        snapshot = self._opened_index().snapshot()
        return find_in_document(snapshot, document_id, request, self.names)

    def passage_count(self) -> int:
        """Return how many passages the index has."""
        return self.search(SearchRequest(page_size=1, passages_shown=1)).passages

    def update_index(
        self, *, progress: Callable[[int, int], None] | None = None, rebuild: bool = False
    ) -> None:
        """Bring the index and the citations up to date with the files, or build them anew.

        Args:
            progress: is told how many documents are done, and of how many.
            rebuild: read and index everything anew.

        Raises:
            IndexLockedError: another process is writing the index.
            EngineMissingError: the archive's engine is not available.
        """
        seen = archive_state(self.archive.path)
        index_archive(self.archive, rebuild=rebuild, progress=progress, checked=self._checked)
        self._citations.update(self.archive, rebuild=rebuild, progress=progress)
        self._seen = seen

    def refresh(self, check_seconds: float) -> None:
        """Look for changed files, if the last look was long enough ago, and take them in.

        One thread looks, the others go on with what there is. A change that cannot be taken in
        is logged, and the last good state is served.
        """
        if time.monotonic() < self._next_look or not self._look_lock.acquire(blocking=False):
            return
        try:
            began = time.monotonic()
            state = archive_state(self.archive.path)
            rest = max(check_seconds, _LEAST_REST * (time.monotonic() - began))
            if state != self._seen:
                self._take_in(state)
            self._next_look = time.monotonic() + rest
        finally:
            self._look_lock.release()

    def _take_in_now(self) -> None:
        """Take in what was just written here, without waiting for the next look."""
        with self._look_lock:
            self._changes += 1
            self._take_in(archive_state(self.archive.path))

    def _take_in(self, state: FileState) -> None:
        try:
            if not self._vocabulary.state <= state:
                self._vocabulary = _Vocabulary.read(self.archive.path)
            index_archive(self.archive, checked=self._checked)
            self._citations.update(self.archive)
        except IndexLockedError:
            # Whoever writes the index takes the change in as well; else the next look does.
            return
        except (ArchiveError, IndexerError, OSError) as error:
            _log.warning("A change of the archive was not taken in; tried again soon: %s", error)
            self._changes += 1
            return
        self._changes += 1
        self._seen = state

    def _opened_index(self) -> Index:
        with self._index_lock:
            if self._index is None:
                self._index = Index(self.archive.index_folder, lambda: self._vocabulary.names)
            return self._index

    def _load_annotations(self) -> AnnotationSet:
        loaded = self._store.load()
        self._store.remember()
        return loaded

    def _from_elsewhere(self, document_id: str) -> list[StoredAnnotation]:
        """Return the cross-references of other documents that lead to this one."""
        known = self.annotations()
        return [
            known.by_id[annotation.id]
            for annotation in known.of_document(document_id)
            if annotation.document != document_id
        ]

    def _metadata(self, document_id: str) -> Metadata | None:
        """Return what is said about a document, or None if that cannot be read."""
        path = self.archive.document_folder(document_id) / "metadata.yaml"
        try:
            return read_metadata(read_yaml(path))[0]
        except (YamlError, OSError):
            return None

    def _newest_published(self, most: int) -> tuple[Annotation, ...]:
        published = (
            entry.annotation
            for entry in self.annotations().stored
            if entry.annotation.state is State.PUBLISHED
        )
        return tuple(heapq.nlargest(most, published, key=lambda one: (one.modified, one.id)))

    def _with_document(self, annotation: Annotation) -> NewAnnotation | None:
        """Return an annotation with its document, or None if that is not served."""
        try:
            opened = self.document(annotation.document)
        except (UnknownDocumentError, DocumentError):
            return None
        placed = next((p for p in opened.annotations if p.annotation.id == annotation.id), None)
        return None if placed is None else NewAnnotation(placed, opened)
