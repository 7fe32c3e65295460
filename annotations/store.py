"""Annotations on disk: one YAML file each, `annotations/<document>/<id>.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annotations.errors import AnnotationError
from annotations.form import annotation_from
from annotations.models import Annotation
from archive import Archive, Fault, Severity
from archive.checking import unknown_ids
from archive.yaml_files import YamlError, read_yaml

__all__ = ["ANNOTATION_ID", "AnnotationStore"]

ANNOTATION_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
"""What the id of an annotation looks like: it names a file and stands in addresses."""


@dataclass(frozen=True, slots=True)
class AnnotationStore:
    """The annotations of an archive. `folder` is the archive's annotations folder."""

    folder: Path

    def document_ids(self) -> tuple[str, ...]:
        """The ids of the documents that have a folder of annotations."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(entry.name for entry in self.folder.iterdir() if entry.is_dir()))

    def paths(self, document_id: str) -> tuple[Path, ...]:
        """The annotation files of a document, in the order of their names."""
        folder = self.folder / document_id
        return tuple(sorted(folder.glob("[!.]*.yaml"))) if folder.is_dir() else ()

    def of_document(self, document_id: str) -> tuple[Annotation, ...]:
        """The annotations of a document that can be read, oldest first."""
        return self.read(document_id)[0]

    def read(self, document_id: str) -> tuple[tuple[Annotation, ...], tuple[Fault, ...]]:
        """Read the annotations of a document, oldest first, and the faults of their files."""
        annotations: list[Annotation] = []
        faults: list[Fault] = []
        for path in self.paths(document_id):
            try:
                annotations.append(annotation_from(read_yaml(path), document_id))
            except (YamlError, AnnotationError) as error:
                faults.append(
                    Fault(
                        "annotation", error.problem, error.remedy, path, error.line, Severity.ERROR
                    )
                )
        annotations.sort(key=lambda annotation: (annotation.created, annotation.id))
        return tuple(annotations), tuple(faults)

    def check(self, archive: Archive) -> Iterator[Fault]:
        """Yield every fault of the annotation files, as far as one file alone shows it."""
        known_documents = set(archive.document_ids())
        places: dict[str, Path] = {}
        for document_id in self.document_ids():
            if document_id not in known_documents:
                yield Fault(
                    "unknown-document",
                    f"The archive has no document '{document_id}'.",
                    "Give the folder the id of the document it belongs to.",
                    self.folder / document_id,
                )
            annotations, faults = self.read(document_id)
            yield from faults
            for annotation in annotations:
                path = self.folder / document_id / f"{annotation.id}.yaml"
                if annotation.id in places:
                    yield Fault(
                        "duplicate-id",
                        f"The annotation '{annotation.id}' exists twice,"
                        f" here and in {places[annotation.id].parent.name}.",
                        "Give one of them another id and file name.",
                        path,
                    )
                places[annotation.id] = path
                yield from unknown_ids(
                    archive.authorities, annotation.missions, annotation.themes, path, _no_line
                )


def _no_line(_key: str) -> None:
    """Tags stand below a key of their own, whose line the model does not keep."""
