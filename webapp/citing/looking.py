"""Looking at an archive for what its citations depend on, and for what changed in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from archive import Archive, Metadata
from archive.citations.graph import DocumentGraph
from archive.metadata import read_metadata
from archive.names import fold_letters
from archive.references import could_refer
from archive.yaml_files import YamlError, read_yaml
from webapp.citing.models import CatalogueState

__all__ = ["Look", "changes", "concerned", "look_at"]

_VERSION = b"1"
"""Raised when the same files give another graph, so that what was kept before is made again."""

_MANY_CHANGES = 20
"""With more changes than this, whoever refers to whom is looked at anew in all documents."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is found on disk at one time.

    Attributes:
        digests: for every document one of its files and of the authorities together.
        metadata: of the documents whose metadata can be read.
    """

    digests: Mapping[str, str]
    metadata: Mapping[str, Metadata]


def look_at(archive: Archive) -> Look:
    """Look at all documents of an archive.

    Raises:
        OSError: a file cannot be read.
    """
    authorities = sorted((archive.path / "authorities").glob("*.yaml"))
    shared = _digest([_VERSION, *_contents(authorities)])
    digests: dict[str, str] = {}
    metadata: dict[str, Metadata] = {}
    for document_id in archive.document_ids():
        folder = archive.document_folder(document_id)
        files = (folder / "document.html", folder / "metadata.yaml")
        digests[document_id] = _digest([shared.encode(), *_contents(files)])
        found = _metadata(folder / "metadata.yaml")
        if found is not None:
            metadata[document_id] = found
    return Look(digests, metadata)


def concerned(
    part: DocumentGraph | None,
    text: Path,
    changed: frozenset[str],
    metadata: Mapping[str, Metadata],
) -> bool:
    """Whether a document may refer to others in another way than before.

    Args:
        part: what the document added to the graph before.
        text: its document.html.
        changed: the ids of documents that came, went, or have another title, author or date.
        metadata: of all documents there are now.
    """
    if part is None or not changed:
        return False
    if len(changed) > _MANY_CHANGES:
        return True
    if any(sentence.target in changed for sentence in part.referring):
        return True
    folded = fold_letters(text.read_text(encoding="utf-8"))
    others = (changed & metadata.keys()) - {part.document.id}
    return any(could_refer(folded, identifier, metadata[identifier]) for identifier in others)


def changes(before: CatalogueState, now: CatalogueState) -> frozenset[str]:
    """Return the ids of documents that came, went, or are referred to in another way."""
    either = before.keys() | now.keys()
    return frozenset(key for key in either if before.get(key) != now.get(key))


def _contents(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in paths:
        try:
            yield path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            yield b""


def _digest(contents: Iterable[bytes]) -> str:
    digest = blake2b(digest_size=16)
    for content in contents:
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def _metadata(path: Path) -> Metadata | None:
    try:
        return read_metadata(read_yaml(path))[0]
    except YamlError:
        return None
