"""Faults of annotation files: of one alone, against the archive, and between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.anchoring import Anchors, AnchorState
from annotations.models import Annotation, DocumentTarget, Kind
from annotations.rendering import archive_links
from archive import Archive, Document, Fault, Severity
from archive.checking import unknown_ids
from archive.links import linked_document, linked_place
from archive.yaml_files import read_yaml

if TYPE_CHECKING:
    from annotations.store import AnnotationStore

__all__ = ["check_annotations"]

_ANCHOR_PROBLEMS = {
    AnchorState.ORPHANED: "cannot be found in the text as it is now",
    AnchorState.DOUBTFUL: "may be what stands there now, or not",
    AnchorState.AMBIGUOUS: "could be one of several places",
}


def check_annotations(store: AnnotationStore, archive: Archive) -> Iterator[Fault]:
    """Yield every fault of a store's files."""
    texts = _Texts(archive)
    places: dict[str, Path] = {}
    for document_id in store.document_ids():
        folder = store.folder / document_id
        yield from _folder_faults(folder, texts)
        annotations, faults = store.read(document_id)
        yield from faults
        for annotation in annotations:
            path = folder / f"{annotation.id}.yaml"
            if annotation.id in places:
                yield Fault(
                    "duplicate-id",
                    f"The annotation '{annotation.id}' exists twice,"
                    f" here and in {places[annotation.id].parent.name}.",
                    "Give one of them another id and file name.",
                    path,
                )
            places[annotation.id] = path
            yield from _Check(annotation, path, texts).faults()


def _folder_faults(folder: Path, texts: _Texts) -> Iterator[Fault]:
    if folder.name not in texts.document_ids:
        yield Fault(
            "unknown-document",
            f"The archive has no document '{folder.name}'.",
            "Give the folder the id of the document it belongs to.",
            folder,
        )
    for path in sorted(folder.iterdir()):
        if path.suffix != ".yaml" and not path.name.startswith("."):
            yield Fault(
                "unread-file",
                "This is not read: annotations are files that end in .yaml.",
                "Give it another name, or move it away.",
                path,
                severity=Severity.WARNING,
            )


class _Texts:
    """The documents of an archive, the last one read kept: annotations come by document."""

    def __init__(self, archive: Archive) -> None:
        self.authorities = archive.authorities
        self.document_ids = frozenset(archive.document_ids())
        self._archive = archive
        self._last: tuple[str, Document | None, Anchors | None] = ("", None, None)

    def document(self, document_id: str) -> Document | None:
        """Return a document, or None if there is none or it has errors of its own."""
        return self._read(document_id)[1]

    def anchors(self, document_id: str) -> Anchors | None:
        """Return what finds targets in a document, or None likewise."""
        return self._read(document_id)[2]

    def _read(self, document_id: str) -> tuple[str, Document | None, Anchors | None]:
        if document_id not in self.document_ids:
            return document_id, None, None
        if self._last[0] != document_id:
            document, _ = self._archive.read(document_id)
            anchors = None if document is None else Anchors(document)
            self._last = document_id, document, anchors
        return self._last


@dataclass(frozen=True, slots=True)
class _Check:
    """Checks one annotation."""

    annotation: Annotation
    path: Path
    texts: _Texts

    def faults(self) -> Iterator[Fault]:
        annotation = self.annotation
        yield from unknown_ids(
            self.texts.authorities,
            annotation.missions,
            annotation.themes,
            self.path,
            lambda _: self._line("tags"),
        )
        yield from self._target_faults("target", annotation.ends[0])
        if annotation.refers_to is not None:
            yield from self._target_faults("refers_to", annotation.refers_to)
        if annotation.kind is Kind.CROSS_REFERENCE and annotation.refers_to is None:
            yield self._warning(
                "no-second-place",
                "The cross-reference does not say where it leads to.",
                "Add 'refers_to' with 'document' and 'passage'.",
                "kind",
            )
        if annotation.kind is Kind.TAG and not (annotation.missions or annotation.themes):
            yield self._warning(
                "empty-tag",
                "The tag has no mission and no theme.",
                "Add 'tags' with 'missions' or 'themes'.",
                "kind",
            )
        yield from self._body_faults()

    def _target_faults(self, key: str, end: DocumentTarget) -> Iterator[Fault]:
        if key == "refers_to" and end.document not in self.texts.document_ids:
            yield self._warning(
                "unknown-document",
                f"The archive has no document '{end.document}'.",
                "Mend the id of the document.",
                key,
            )
        anchors = self.texts.anchors(end.document)
        if anchors is None:
            return
        state = anchors.resolve(end.target).state
        if state in _ANCHOR_PROBLEMS:
            what = "passage" if end.target.quote is None else "words"
            yield self._warning(
                f"{state}-target",
                f"The {what} that the annotation is about {_ANCHOR_PROBLEMS[state]}.",
                "Confirm or mend the place, or withdraw the annotation.",
                key,
            )

    def _body_faults(self) -> Iterator[Fault]:
        for link in archive_links(self.annotation.body):
            if not self._leads_somewhere(link):
                yield self._warning(
                    "broken-link",
                    f"A link leads to '{link}', which the archive does not have.",
                    "Mend the address, or remove the link.",
                    "body",
                )

    def _leads_somewhere(self, link: str) -> bool:
        document_id, place = linked_document(link), linked_place(link)
        if document_id not in self.texts.document_ids:
            return False
        document = self.texts.document(document_id)
        return place is None or document is None or place in document.by_id

    def _warning(self, code: str, problem: str, remedy: str, key: str) -> Fault:
        return Fault(code, problem, remedy, self.path, self._line(key), Severity.WARNING)

    def _line(self, key: str) -> int | None:
        return read_yaml(self.path).line(key)
