"""An archive on disk: opening, listing, reading, checking and saving.

The folder is meant for git. Everything but `.index/` (derived) and `.private/` (accounts) is the
archive itself, readable without this program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from archive.authorities import Authorities, read_authorities
from archive.checking import line_of, stray_entries, unknown_ids
from archive.citations import citation_faults
from archive.errors import ArchiveBusyError, DocumentError, NotAnArchiveError, UnknownDocumentError
from archive.faults import Fault, Severity
from archive.files import recover_folder, replace_folder, write_file
from archive.html import read_document_html, write_document_html
from archive.links import linked_document, linked_place
from archive.metadata import Metadata, metadata_yaml, read_metadata
from archive.models import Document, SpanKind
from archive.settings import ArchiveSettings, read_settings, settings_yaml
from archive.yaml_files import YamlError, read_yaml

__all__ = ["DOCUMENT_ID", "Archive", "SourceFile"]

DOCUMENT_ID = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
"""What the id of a document looks like: it names a folder and stands in addresses."""

_GITIGNORE = ".index/\n.private/\n"
_LOCK_SECONDS = 30


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that was imported: its name and its bytes, untouched."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Archive:
    """An opened archive. It reads documents when asked and keeps none in memory.

    Attributes:
        path: the archive's folder.
        settings: what archive.yaml says.
        authorities: missions, themes, UN documents and abbreviations.
        authority_faults: what is wrong in the authority files.
    """

    path: Path
    settings: ArchiveSettings
    authorities: Authorities
    authority_faults: tuple[Fault, ...] = ()

    @classmethod
    def open(cls, path: Path) -> Archive:
        """Open the archive in a folder.

        Raises:
            NotAnArchiveError: the folder does not exist or has no archive.yaml.
            ArchiveError: archive.yaml or an authority file cannot be read.
        """
        if not (path / "archive.yaml").is_file():
            raise NotAnArchiveError(
                "This is not an archive: it has no archive.yaml.",
                path=path,
                remedy="Make one with 'peacearchive new', or name another folder with --archive.",
            )
        authorities, faults = read_authorities(path / "authorities")
        archive = cls(path, read_settings(path / "archive.yaml"), authorities, faults)
        archive._recover()
        return archive

    @classmethod
    def create(
        cls, path: Path, settings: ArchiveSettings, authorities: dict[str, bytes]
    ) -> Archive:
        """Make a new archive in a folder that does not exist or is empty, and open it.

        Args:
            path: the folder.
            settings: for its archive.yaml.
            authorities: the authority files, name to content.

        Raises:
            NotAnArchiveError: something stands in the folder already.
        """
        if path.exists() and (not path.is_dir() or any(path.iterdir())):
            raise NotAnArchiveError(
                "There is something here already.",
                path=path,
                remedy="Name a folder that does not exist or is empty.",
            )
        for folder in ("documents", "annotations", "authorities"):
            (path / folder).mkdir(parents=True, exist_ok=True)
        for name, content in authorities.items():
            write_file(path / "authorities" / name, content)
        write_file(path / ".gitignore", _GITIGNORE)
        write_file(path / "archive.yaml", settings_yaml(settings))
        return cls.open(path)

    @property
    def index_folder(self) -> Path:
        """Where the index lives; it may be deleted at any time."""
        return self.path / ".index"

    @property
    def annotations_folder(self) -> Path:
        """Where the annotations live, a folder a document."""
        return self.path / "annotations"

    def document_ids(self) -> tuple[str, ...]:
        """The ids of all documents, faulty ones included, in alphabetical order."""
        folder = self.path / "documents"
        if not folder.is_dir():
            return ()
        entries = (entry for entry in folder.iterdir() if entry.is_dir())
        return tuple(sorted(entry.name for entry in entries if DOCUMENT_ID.fullmatch(entry.name)))

    def document_folder(self, document_id: str) -> Path:
        """Return the folder of a document, whether or not it exists.

        Raises:
            UnknownDocumentError: no document can have this id.
        """
        if DOCUMENT_ID.fullmatch(document_id) is None:
            raise _unknown(document_id)
        return self.path / "documents" / document_id

    def document(self, document_id: str) -> Document:
        """Read a document.

        Raises:
            UnknownDocumentError: the archive has no such document.
            DocumentError: its files have a fault that is an error; the message is the first one.
        """
        document, faults = self.read(document_id)
        if document is None:
            first = next(fault for fault in faults if fault.severity is Severity.ERROR)
            raise DocumentError(
                first.problem, path=first.path, line=first.line, remedy=first.remedy
            )
        return document

    def read(self, document_id: str) -> tuple[Document | None, tuple[Fault, ...]]:
        """Read a document with every fault of its files; None if one of them is an error.

        Raises:
            UnknownDocumentError: the archive has no such document.
        """
        folder = self.document_folder(document_id)
        if not folder.is_dir():
            raise _unknown(document_id)
        metadata, faults = self._read_metadata(folder / "metadata.yaml")
        content_path = folder / "document.html"
        try:
            content = read_document_html(content_path.read_text(encoding="utf-8"), content_path)
        except (OSError, UnicodeDecodeError) as error:
            return None, (*faults, _unreadable(content_path, error))
        faults = (*faults, *content.faults)
        if metadata is None or any(fault.severity is Severity.ERROR for fault in faults):
            return None, faults
        document = Document(document_id, metadata, content.blocks, content.notes)
        return document, (*faults, *self._link_faults(document, content_path))

    def documents(self) -> Iterator[Document]:
        """Read every document that has no error, in the order of their ids."""
        for document_id in self.document_ids():
            document, _ = self.read(document_id)
            if document is not None:
                yield document

    def check(self) -> Iterator[Fault]:
        """Yield every fault of the authorities and documents, contradictory citations included."""
        yield from self.authority_faults
        yield from stray_entries(self.path / "documents", DOCUMENT_ID)
        for document_id in self.document_ids():
            document, faults = self.read(document_id)
            yield from faults
            if document is not None:
                path = self.document_folder(document_id) / "document.html"
                yield from citation_faults(document, self.authorities, path)

    def save(
        self, document: Document, import_report: str, source: SourceFile | None = None
    ) -> Path:
        """Write a document's folder, in place of an older one, and return it.

        Without a source the older folder's source files are kept.

        Raises:
            UnknownDocumentError: the id cannot be that of a document.
            ArchiveBusyError: another program is writing documents.
            OSError: the disk refused; the archive is as it was.
        """
        folder = self.document_folder(document.id)
        files: dict[str, str | bytes] = {
            "document.html": write_document_html(document),
            "metadata.yaml": metadata_yaml(document.metadata),
            "import.yaml": import_report,
        }
        if source is not None:
            files[f"source/{source.name}"] = source.content
        elif (folder / "source").is_dir():
            for path in (folder / "source").iterdir():
                files[f"source/{path.name}"] = path.read_bytes()
        with self._write_lock():
            replace_folder(folder, files)
        return folder

    @contextmanager
    def _write_lock(self) -> Iterator[None]:
        """Hold the right to write documents; one process has it at a time."""
        self.index_folder.mkdir(exist_ok=True)
        try:
            with FileLock(self.index_folder / "documents.lock", timeout=_LOCK_SECONDS):
                yield
        except Timeout as error:
            raise ArchiveBusyError(
                "Another program is writing documents of this archive.",
                path=self.path,
                remedy="Wait until it is done, and try again.",
            ) from error

    def _recover(self) -> None:
        """Finish or undo a save that was killed."""
        documents = self.path / "documents"
        leftovers = [path for suffix in ("old", "new") for path in documents.glob(f".*.{suffix}")]
        if leftovers:
            with self._write_lock():
                for leftover in leftovers:
                    recover_folder(leftover.with_name(leftover.name[1:-4]))

    def _read_metadata(self, path: Path) -> tuple[Metadata | None, tuple[Fault, ...]]:
        try:
            file = read_yaml(path)
        except YamlError as error:
            return None, (Fault("yaml", error.problem, error.remedy, path, error.line),)
        metadata, faults = read_metadata(file)
        unknown = unknown_ids(self.authorities, metadata.missions, metadata.themes, path, file.line)
        return metadata, (*faults, *unknown)

    def _link_faults(self, document: Document, path: Path) -> Iterator[Fault]:
        for passage in document.passages():
            for span in passage.spans:
                target = linked_document(span.href) if span.kind is SpanKind.LINK else None
                if target is not None and not self._has_place(target, linked_place(span.href)):
                    yield Fault(
                        "broken-link",
                        f"A link in '{passage.id}' leads to '{span.href}',"
                        " a place that the archive does not have.",
                        "Mend the address, or remove the link.",
                        path,
                        line_of(path.read_text(encoding="utf-8"), f'href="{span.href}"'),
                        Severity.WARNING,
                    )

    def _has_place(self, document_id: str, place: str | None) -> bool:
        """Whether a document exists and, if a place in it is named, the place."""
        path = self.path / "documents" / document_id / "document.html"
        if place is None or not path.is_file():
            return path.is_file()
        return f'id="{place}"' in path.read_text(encoding="utf-8", errors="replace")


def _unknown(document_id: str) -> UnknownDocumentError:
    return UnknownDocumentError(
        f"The archive has no document '{document_id[:100]}'.",
        remedy="See the list of documents for the ids.",
    )


def _unreadable(path: Path, error: OSError | UnicodeDecodeError) -> Fault:
    if isinstance(error, OSError):
        problem = f"The document's text cannot be read: {error.strerror}."
        return Fault("unreadable", problem, "Put the file back, or import it again.", path)
    return Fault("unreadable", "The file is not UTF-8 text.", "Save it as UTF-8.", path)
