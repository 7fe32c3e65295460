"""Reading annotation files, each only when it changed."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from annotations.cache import CachedFile, FileCache, FileMark, as_json, file_mark, is_settled
from annotations.errors import AnnotationFileError
from annotations.form import annotation_from
from annotations.stored import StoredAnnotation
from archive import Fault
from archive.yaml_files import YamlError, YamlFile, read_yaml

__all__ = ["ANNOTATION_ID", "AnnotationFiles", "fault_of", "fingerprint", "read_file"]

ANNOTATION_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
"""What the id of an annotation looks like: it names a file and stands in addresses."""


def fingerprint(content: bytes) -> str:
    """Return what tells this content from any other."""
    return hashlib.sha256(content).hexdigest()[:32]


def read_file(path: Path) -> StoredAnnotation:
    """Read an annotation from its file, whatever a cache says.

    Raises:
        AnnotationFileError: the file cannot be read, or does not hold an annotation.
    """
    return _parsed(path)[0]


def fault_of(error: AnnotationFileError, path: Path) -> Fault:
    """Return an error in reading an annotation file as the fault that `check` reports."""
    return Fault("annotation", error.problem, error.remedy, error.path or path, error.line)


@dataclass(slots=True)
class AnnotationFiles:
    """Reads the annotation files of a folder and remembers them.

    Attributes:
        folder: the archive's annotations folder.
        cache: what was remembered by an earlier process.
    """

    folder: Path
    cache: FileCache
    _known: dict[str, tuple[CachedFile, StoredAnnotation]] = field(default_factory=dict)

    def read(self, paths: Iterable[Path]) -> Iterator[StoredAnnotation | Fault]:
        """Read files, giving for each the annotation, or the fault that keeps it out."""
        for path in paths:
            try:
                yield self._read(path)
            except AnnotationFileError as error:
                yield fault_of(error, path)
            except FileNotFoundError:
                continue

    def remember(self) -> None:
        """Write what was read for the next process.

        Raises:
            OSError: the disk refused.
        """
        self.cache.save({key: cached for key, (cached, _) in self._known.items()})

    def forget_all_but(self, paths: Iterable[Path]) -> None:
        """Drop what is known of files that are no more."""
        kept = {self._key(path) for path in paths}
        self._known = {key: known for key, known in self._known.items() if key in kept}

    def _read(self, path: Path) -> StoredAnnotation:
        mark = file_mark(path.stat())
        key = self._key(path)
        known = self._known.get(key)
        if known is not None and known[0].mark == mark:
            return known[1]
        stored = self._from_cache(path, key, mark)
        if stored is None:
            stored, file = _parsed(path)
            data = as_json(file.data) if is_settled(mark) else None
            if data is not None:
                self._known[key] = CachedFile(mark, stored.fingerprint, data), stored
        return stored

    def _from_cache(self, path: Path, key: str, mark: FileMark) -> StoredAnnotation | None:
        """Read an annotation from what is remembered of its file, checking it like the file."""
        cached = self.cache.get(key, mark)
        if cached is None:
            return None
        try:
            file = YamlFile(path, json.loads(cached.data), {})
            stored = StoredAnnotation(
                annotation_from(file, path.parent.name), path, cached.fingerprint
            )
        except (AnnotationFileError, ValueError, TypeError, AttributeError):
            return None
        self._known[key] = cached, stored
        return stored

    def _key(self, path: Path) -> str:
        return f"{path.parent.name}/{path.name}"


def _parsed(path: Path) -> tuple[StoredAnnotation, YamlFile]:
    """Read a file; if it changes between the two reads, the fingerprint is the older one."""
    try:
        mark = fingerprint(path.read_bytes())
        file = read_yaml(path)
    except OSError as error:
        raise AnnotationFileError(
            f"The file cannot be read: {error.strerror}.",
            path=path,
            remedy="Check its permissions.",
        ) from error
    except YamlError as error:
        raise AnnotationFileError(
            error.problem, path=error.path, line=error.line, remedy=error.remedy
        ) from error
    if ANNOTATION_ID.fullmatch(path.stem) is None:
        raise AnnotationFileError(
            f"'{path.stem[:100]}' cannot be the id of an annotation.",
            path=path,
            remedy="Name the file in small letters, digits and hyphens, and its id likewise.",
        )
    return StoredAnnotation(annotation_from(file, path.parent.name), path, mark), file
