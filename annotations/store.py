"""Annotations on disk: one YAML file each, `annotations/<document>/<id>.yaml`.

Files are read again only when they changed. They are written whole or not at all, by one writer
at a time, and only by one who knows what they hold.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.cache import FileCache
from annotations.checking import check_annotations
from annotations.errors import (
    AnnotationExistsError,
    AnnotationFileError,
    StaleAnnotationError,
    UnknownAnnotationError,
)
from annotations.files import ANNOTATION_ID, AnnotationFiles, read_file
from annotations.form import annotation_from
from annotations.locking import AnnotationLocks
from annotations.models import Annotation
from annotations.stored import AnnotationSet, StoredAnnotation
from annotations.writing import edited_text, new_text
from archive import Archive, Fault
from archive.files import write_file
from archive.folder import DOCUMENT_ID
from archive.yaml_files import read_yaml

__all__ = ["AnnotationStore"]


class AnnotationStore:
    """The annotations of an archive. Keep one for an archive: it remembers what it read.

    Args:
        folder: the archive's annotations folder.
        index_folder: where locks and the cache are kept; the archive's `.index` unless given.
    """

    def __init__(self, folder: Path, index_folder: Path | None = None) -> None:
        self.folder = folder
        index = index_folder or folder.parent / ".index"
        self._files = AnnotationFiles(folder, FileCache(index / "annotations.json"))
        self._locks = AnnotationLocks(index / "annotation-locks")

    def document_ids(self) -> tuple[str, ...]:
        """The ids of the documents that have a folder of annotations."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(entry.name for entry in self.folder.iterdir() if entry.is_dir()))

    def paths(self, document_id: str) -> tuple[Path, ...]:
        """The annotation files of a document, in the order of their names."""
        folder = self.folder / document_id
        if not folder.is_dir():
            return ()
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
        return tuple(folder / name for name in names if name.endswith(".yaml") and name[0] != ".")

    def of_document(self, document_id: str) -> tuple[Annotation, ...]:
        """The annotations in a document's folder that can be read, oldest first.

        Cross-references from other documents are found by `load`.
        """
        return self.read(document_id)[0]

    def read(self, document_id: str) -> tuple[tuple[Annotation, ...], tuple[Fault, ...]]:
        """Read the annotations of a document, oldest first, and the faults of their files."""
        stored, faults = self._read(document_id)
        return tuple(entry.annotation for entry in stored), faults

    def load(self) -> AnnotationSet:
        """Read all annotations of the archive."""
        stored: list[StoredAnnotation] = []
        faults: list[Fault] = []
        for document_id in self.document_ids():
            found, wrong = self._read(document_id)
            stored += found
            faults += wrong
        self._files.forget_all_but(entry.path for entry in stored)
        return AnnotationSet(tuple(stored), tuple(faults))

    def remember(self) -> None:
        """Write what was read into the index folder, so that the next process starts fast.

        Raises:
            OSError: the disk refused.
        """
        self._files.remember()

    def get(self, identifier: str) -> StoredAnnotation:
        """Return an annotation as its file holds it now.

        Raises:
            UnknownAnnotationError: the archive has no such annotation.
            AnnotationFileError: its file cannot be read.
        """
        return read_file(self._existing(identifier))

    def create(self, annotation: Annotation) -> StoredAnnotation:
        """Write a new annotation.

        Raises:
            AnnotationExistsError: the archive has one with this id.
            UnknownAnnotationError: its id, or that of its document, cannot be one.
            AnnotationBusyError: another program is writing one with this id.
            OSError: the disk refused; nothing was written.
        """
        if DOCUMENT_ID.fullmatch(annotation.document) is None:
            raise _unknown(annotation.document)
        with self._locks.hold(_checked(annotation.id)):
            found = self._find(annotation.id)
            if found is not None:
                raise AnnotationExistsError(
                    f"There is an annotation '{annotation.id}' already.",
                    path=found,
                    remedy="Give the new one another id.",
                )
            path = self.folder / annotation.document / f"{annotation.id}.yaml"
            _make_folder(path.parent)
            return _write(path, new_text(annotation), annotation)

    def change(
        self, identifier: str, fingerprint: str, change: Callable[[Annotation], Annotation]
    ) -> StoredAnnotation:
        """Apply one of `annotations.changes` to an annotation, and return it as written.

        Args:
            identifier: of the annotation.
            fingerprint: of the version that the change was made from.
            change: from the annotation as it is to what it should be.

        Raises:
            StaleAnnotationError: someone changed it since; the error holds both versions.
            UnknownAnnotationError: the archive has no such annotation.
            AnnotationFileError: its file cannot be read, or not be edited by a program.
            AnnotationBusyError: another program is writing it.
            AnnotationError: what `change` itself raises.
            OSError: the disk refused; the file is as it was.
        """
        path = self._existing(identifier)
        with self._locks.hold(identifier):
            present = read_file(path)
            after = change(present.annotation)
            if present.fingerprint != fingerprint:
                raise StaleAnnotationError(present, after)
            if after == present.annotation:
                return present
            text = path.read_text(encoding="utf-8")
            return _write(path, edited_text(text, present.annotation, after), after)

    def check(self, archive: Archive) -> Iterator[Fault]:
        """Yield every fault of the annotation files, of one alone and between them."""
        yield from check_annotations(self, archive)

    def _read(self, document_id: str) -> tuple[list[StoredAnnotation], tuple[Fault, ...]]:
        results = list(self._files.read(self.paths(document_id)))
        stored = [result for result in results if isinstance(result, StoredAnnotation)]
        stored.sort(key=lambda entry: (entry.annotation.created, entry.annotation.id))
        return stored, tuple(result for result in results if isinstance(result, Fault))

    def _existing(self, identifier: str) -> Path:
        path = self._find(_checked(identifier))
        if path is None:
            raise _unknown(identifier)
        return path

    def _find(self, identifier: str) -> Path | None:
        folders = (self.folder / document_id for document_id in self.document_ids())
        paths = (folder / f"{identifier}.yaml" for folder in folders)
        return next((path for path in paths if path.is_file()), None)


def _write(path: Path, text: str, annotation: Annotation) -> StoredAnnotation:
    """Write a file that is known to be read again as the annotation it is written for."""
    with TemporaryDirectory() as folder:
        trial = Path(folder) / path.name
        trial.write_text(text, encoding="utf-8")
        if annotation_from(read_yaml(trial), annotation.document) != annotation:
            raise AnnotationFileError(
                "The file is written in a way that this program cannot edit safely.",
                path=path,
                remedy="Edit it by hand; write out what YAML anchors (&, *) stand for.",
            )
    for leftover in path.parent.glob(f".{path.name}.*.new"):
        leftover.unlink(missing_ok=True)
    write_file(path, text)
    return read_file(path)


def _make_folder(folder: Path) -> None:
    """Make a folder that outlasts a loss of power."""
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder.parent, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _checked(identifier: str) -> str:
    if ANNOTATION_ID.fullmatch(identifier) is None:
        raise _unknown(identifier)
    return identifier


def _unknown(identifier: str) -> UnknownAnnotationError:
    return UnknownAnnotationError(
        f"The archive has no annotation '{identifier[:100]}'.",
        remedy="See the list of annotations for the ids.",
    )
