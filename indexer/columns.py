"""The columns of an index: for every row (passage) its document, kind, length and facet values.

Rows are the index's own numbers of passages, documents have numbers likewise. A number whose
passage or document is gone is *free* and is given again. Columns are numpy arrays in one file,
which say of a passage all that is counted, filtered and sorted by.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from indexer.engine import Facet
from indexer.passages import PassageKind

__all__ = [
    "EXTRA_FACETS",
    "FREE",
    "KINDS",
    "Columns",
    "DocumentEntry",
    "load_columns",
    "save_columns",
]

FREE = -1
"""The document of a free row."""
EXTRA_FACETS = (Facet.MISSION, Facet.THEME, Facet.CITES)
"""The facets of which a passage may have values that its document has not."""
KINDS = tuple(PassageKind)
"""The kinds of passage by their number in the column."""

_ARRAYS = "columns.npz"
_DOCUMENTS = "documents.json"


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """What the index knows of a document; the fields are those of `IndexedPassage`."""

    id: str
    title: str
    authors: tuple[str, ...] = ()
    date: str | None = None
    type: str = "document"
    missions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    proposed_missions: tuple[str, ...] = ()
    proposed_themes: tuple[str, ...] = ()

    def values(self, facet: Facet) -> tuple[str, ...]:
        """Return the values of the document in a facet, which all of its passages share."""
        by_facet: Mapping[Facet, tuple[str, ...]] = {
            Facet.MISSION: self.missions,
            Facet.THEME: self.themes,
            Facet.YEAR: (self.date[:4],) if self.date else (),
            Facet.TYPE: (self.type,),
            Facet.AUTHOR: self.authors,
            Facet.KIND: (),
            Facet.CITES: (),
        }
        return tuple(dict.fromkeys(by_facet[facet]))


_FIELDS = attrgetter(*DocumentEntry.__slots__)


@dataclass(frozen=True)
class Columns:
    """The columns of an index, none of which changes.

    Attributes:
        documents: by their number; None where the number is free.
        document: for every row the number of its document, or `FREE`.
        kind: for every row the number of its kind in `KINDS`.
        length: for every row the number of its words.
        context_length: for every row the number of words in its title and section path.
        extra_values: for the facets of `EXTRA_FACETS` the values that single passages have beyond
            those of their documents (a mission mentioned, an annotation's theme, a citation).
        extra_rows: for each of them the rows of those values.
        extra_ids: for each of them, which of `extra_values` each of those rows has.
    """

    documents: tuple[DocumentEntry | None, ...]
    document: npt.NDArray[np.int32]
    kind: npt.NDArray[np.uint8]
    length: npt.NDArray[np.uint16]
    context_length: npt.NDArray[np.uint16]
    extra_values: Mapping[Facet, tuple[str, ...]]
    extra_rows: Mapping[Facet, npt.NDArray[np.int32]]
    extra_ids: Mapping[Facet, npt.NDArray[np.int32]]

    @property
    def rows(self) -> int:
        """How many rows there are, free ones included."""
        return len(self.document)

    @cached_property
    def alive(self) -> npt.NDArray[np.bool_]:
        """For every row whether it holds a passage."""
        alive: npt.NDArray[np.bool_] = self.document != FREE
        return alive

    @cached_property
    def passages(self) -> int:
        """How many passages there are."""
        return int(self.alive.sum())

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of the documents by their ids."""
        return {entry.id: number for number, entry in enumerate(self.documents) if entry}

    @cached_property
    def sizes(self) -> npt.NDArray[np.int64]:
        """For every document how many passages it has."""
        return self.per_document(self.alive)

    def entry(self, number: int) -> DocumentEntry:
        """Return a document by its number.

        Raises:
            KeyError: the number is free.
        """
        entry = self.documents[number]
        if entry is None:
            raise KeyError(number)
        return entry

    def per_document(self, found: npt.NDArray[np.bool_]) -> npt.NDArray[np.int64]:
        """Return for every document how many of its passages are found."""
        return self.counted(np.flatnonzero(found))

    def counted(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return for every document how many of some rows, none of them free, are its own."""
        return np.bincount(self.document.take(rows), minlength=len(self.documents))


def save_columns(columns: Columns, folder: Path) -> None:
    """Write the columns into a folder that has none yet."""
    arrays: dict[str, npt.NDArray[np.generic]] = {
        "document": columns.document,
        "kind": columns.kind,
        "length": columns.length,
        "context_length": columns.context_length,
    }
    for facet in columns.extra_values:
        arrays[f"{facet}_rows"] = columns.extra_rows[facet]
        arrays[f"{facet}_ids"] = columns.extra_ids[facet]
    with (folder / _ARRAYS).open("wb") as file:
        np.savez(file, allow_pickle=False, **arrays)
    described = {
        "documents": [None if entry is None else _FIELDS(entry) for entry in columns.documents],
        "extra_values": {facet.value: list(ids) for facet, ids in columns.extra_values.items()},
    }
    (folder / _DOCUMENTS).write_text(json.dumps(described), encoding="utf-8")


def load_columns(folder: Path) -> Columns:
    """Read the columns of a folder.

    Raises:
        OSError: a file is missing.
        ValueError: a file is damaged.
        KeyError: a column is missing.
    """
    described = json.loads((folder / _DOCUMENTS).read_text(encoding="utf-8"))
    values = {Facet(name): tuple(ids) for name, ids in described["extra_values"].items()}
    with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
        return Columns(
            documents=tuple(map(_entry, described["documents"])),
            document=arrays["document"],
            kind=arrays["kind"],
            length=arrays["length"],
            context_length=arrays["context_length"],
            extra_values=values,
            extra_rows={facet: arrays[f"{facet}_rows"] for facet in values},
            extra_ids={facet: arrays[f"{facet}_ids"] for facet in values},
        )


def _entry(fields: list[Any] | None) -> DocumentEntry | None:
    if fields is None:
        return None
    values: list[Any] = [tuple(value) if isinstance(value, list) else value for value in fields]
    return DocumentEntry(*values)
