"""Keeping what every document adds to the citation graph until something it depends on changes.

That is the document itself, the authorities, and the documents that it may refer to.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from archive import Archive
from archive.citations.graph import citation_graph
from archive.references import Catalogue
from webapp.changes import FileState, text_state
from webapp.citing.kept_files import KeptFiles, KeptPart
from webapp.citing.looking import Look, changes, concerned, look_at
from webapp.citing.making import make_parts
from webapp.citing.models import CatalogueState, Citations, catalogue_state

__all__ = ["CitationKeeper"]

Progress = Callable[[int, int], None]


class CitationKeeper:
    """The citations of one archive. Safe in threads; one of them updates at a time."""

    def __init__(self, folder: Path) -> None:
        """Keep them in a folder, which may be deleted at any time."""
        self._files = KeptFiles(folder)
        self._lock = threading.Lock()
        self._parts: dict[str, KeptPart] = {}
        self._current: Citations | None = None
        self._seen: FileState = frozenset()

    def current(self, archive: Archive) -> Citations:
        """Return the citations as of the last update; the first call makes one."""
        current = self._current
        return self.update(archive) if current is None else current

    def update(
        self, archive: Archive, *, rebuild: bool = False, progress: Progress | None = None
    ) -> Citations:
        """Bring the citations up to date with the files, and return them.

        Args:
            archive: opened after the last change of its authorities.
            rebuild: read every document again.
            progress: is told how many documents are read again, and of how many.

        Raises:
            OSError: files cannot be read, or what is kept cannot be written.
        """
        with self._lock:
            seen = text_state(archive.path)
            if self._current is not None and seen == self._seen and not rebuild:
                return self._current
            if rebuild:
                self._files.clear()
                self._parts.clear()
            look = look_at(archive)
            state = catalogue_state(look.metadata)
            self._read_again(archive, look, state, progress)
            self._current, self._seen = self._put_together(look, state), seen
            return self._current

    def _read_again(
        self, archive: Archive, look: Look, state: CatalogueState, progress: Progress | None
    ) -> None:
        """Make anew what no longer holds.

        The catalogue is kept last: if this is cut short, the next update looks at it all again.
        """
        before = self._files.catalogue()
        stale = self._stale(archive, look, changes(before, state))
        made = make_parts(archive, Catalogue(look.metadata.items()), stale)
        for done, (document_id, part) in enumerate(made, start=1):
            kept = self._parts[document_id] = KeptPart(look.digests[document_id], part)
            self._files.keep(document_id, kept)
            if progress is not None:
                progress(done, len(stale))
        for document_id in self._parts.keys() - look.digests.keys():
            del self._parts[document_id]
        self._files.forget_all_but(look.digests)
        if state != before:
            self._files.keep_catalogue(state)

    def _stale(self, archive: Archive, look: Look, changed: frozenset[str]) -> list[str]:
        """Return the documents whose part is missing, or no longer holds."""
        stale: list[str] = []
        for document_id, digest in look.digests.items():
            kept = self._parts.get(document_id) or self._files.part(document_id)
            text = archive.document_folder(document_id) / "document.html"
            if (
                kept is None
                or kept.digest != digest
                or concerned(kept.part, text, changed, look.metadata)
            ):
                stale.append(document_id)
            else:
                self._parts[document_id] = kept
        return stale

    def _put_together(self, look: Look, state: CatalogueState) -> Citations:
        parts = (self._parts[document_id].part for document_id in look.digests)
        served = [part for part in parts if part is not None and part.document.id in look.metadata]
        metadata = {part.document.id: look.metadata[part.document.id] for part in served}
        return Citations(
            citation_graph(served),
            metadata,
            Catalogue(metadata.items()),
            frozenset((document_id, state[document_id]) for document_id in metadata),
        )
