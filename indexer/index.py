"""An index as the rest of the program uses it: always its current state, for many threads."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archive.folder import Archive
from indexer.build import BuildReport, Progress, build_index
from indexer.columns import load_columns
from indexer.concordance import Concordance, ConcordanceRequest, concordance
from indexer.engine import SearchRequest, SearchResult
from indexer.engines import engine_named
from indexer.errors import IndexUnusableError
from indexer.facets import FacetTables
from indexer.generations import FileId, Generations, Lease, forget_others
from indexer.manifest import read_manifest
from indexer.names import Names
from indexer.passages import IndexedPassage
from indexer.search import Snapshot
from indexer.source import ArchiveSource
from indexer.suggestions import Suggestion

__all__ = ["Index", "index_archive"]


def index_archive(
    archive: Archive,
    *,
    rebuild: bool = False,
    progress: Progress | None = None,
    checked: dict[FileId, int] | None = None,
) -> BuildReport:
    """Bring the index of an archive up to date.

    Args:
        archive: whose documents and annotations are indexed.
        rebuild: index everything anew.
        progress: is told how many documents are done, and of how many.
        checked: as for `build_index`.

    Raises:
        IndexLockedError: another process is writing the index.
        EngineMissingError: the archive's engine is not available.
    """
    return build_index(
        ArchiveSource(archive),
        archive.index_folder,
        archive.settings.engine,
        rebuild=rebuild,
        progress=progress,
        checked=checked,
    )


class Index:
    """The index of an archive, opened for searching.

    Every search sees the newest state, also of changes by other processes. Several threads may
    search at once.
    """

    def __init__(self, folder: Path, names: Callable[[], Names]) -> None:
        """Open the index in a folder.

        Args:
            folder: of the index.
            names: gives the names of the archive's authorities as they are now.

        Raises:
            IndexUnusableError: there is no index, or it is damaged or of another version.
        """
        self._generations = Generations(folder)
        self._names = names
        self._lock = threading.Lock()
        self._checked: dict[FileId, int] = {}
        self._opened = _open(self._generations, self._checked)

    @classmethod
    def of(cls, archive: Archive) -> Index:
        """Open the index of an archive; see the constructor for errors."""
        names = Names(archive.authorities)
        return cls(archive.index_folder, lambda: names)

    def search(self, request: SearchRequest) -> SearchResult:
        """Answer a request.

        Raises:
            QueryError: the query or a filter is refused; the message can be shown.
            IndexUnusableError: the index was removed, and nothing has taken its place.
        """
        return self.snapshot().search(request, self._names())

    def concordance(self, request: ConcordanceRequest) -> Concordance:
        """Return a page of a concordance.

        Raises:
            QueryError: the query or a filter is refused; the message can be shown.
        """
        return concordance(self.snapshot(), request, self._names())

    def suggest(self, typed: str, most: int = 10) -> list[Suggestion]:
        """Return suggestions for what was typed so far."""
        return self.snapshot().suggester.suggest(typed, self._names(), most)

    def documents(self, request: SearchRequest) -> Sequence[str]:
        """Return the ids of all documents found, not only of a page, in the order asked for.

        Raises:
            QueryError: the query or a filter is refused; the message can be shown.
        """
        return self.snapshot().documents(request, self._names())

    def passages(self, request: SearchRequest) -> Iterator[IndexedPassage]:
        """Return all passages found, not only of a page, document by document.

        Raises:
            QueryError: the query or a filter is refused; the message can be shown.
        """
        snapshot = self.snapshot()
        found = snapshot.found(
            request.query, request.filters, self._names(), as_typed=request.as_typed
        )
        return snapshot.passages(found.rows.tolist())

    def snapshot(self) -> Snapshot:
        """Return the newest state of the index that is whole."""
        name = self._generations.current_name()
        with self._lock:
            if name is not None and name != self._opened.folder.name:
                self._opened = self._reopened()
            return self._opened.snapshot

    def _reopened(self) -> _Opened:
        """Return the current generation, or the old one as long as that cannot be read."""
        try:
            opened = _open(self._generations, self._checked)
        except IndexUnusableError:
            return self._opened
        forget_others(self._checked, opened.folder)
        return opened


@dataclass(frozen=True)
class _Opened:
    folder: Path
    snapshot: Snapshot


def _open(generations: Generations, checked: dict[FileId, int]) -> _Opened:
    lease = generations.lease()
    try:
        snapshot = _snapshot(lease, checked)
    except BaseException:
        lease.release()
        raise
    return _Opened(lease.folder, snapshot)


def _snapshot(lease: Lease, checked: dict[FileId, int]) -> Snapshot:
    manifest = read_manifest(lease.folder, checked)
    engine = engine_named(manifest.engine)
    if manifest.engine_version != engine.version:
        raise IndexUnusableError(lease.folder, "The index was made by another version.")
    columns = load_columns(lease.folder)
    facets = FacetTables(columns)
    reader = engine.reader(lease.folder / "engine", columns, facets)
    snapshot = Snapshot(columns, facets, reader)
    # Threads may still read a state that is no longer the newest: it closes with its last reader.
    weakref.finalize(snapshot, _close, reader.close, lease)
    return snapshot


def _close(close_reader: Callable[[], None], lease: Lease) -> None:
    close_reader()
    lease.release()
