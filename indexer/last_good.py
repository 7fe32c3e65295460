"""What was last known of annotations whose files cannot be read any more: it stays in the index.

An editor's slip in a file that is edited by hand takes nothing from readers. The last good state is
what the current index stores: an index made from nothing has none, which a change of the
authorities makes, and none is kept while the document itself is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from indexer.columns import Columns, DocumentEntry
from indexer.engines import Engine
from indexer.entries import Entry, entry_of, read_stored
from indexer.facets import FacetTables
from indexer.manifest import IndexedUnit
from indexer.passages import IndexedPassage

__all__ = ["last_good"]


def last_good(
    engine: Engine,
    folder: Path,
    columns: Columns,
    units: Sequence[tuple[IndexedUnit, str, DocumentEntry]],
) -> Iterator[tuple[str, list[Entry]]]:
    """Yield units with their entries as they are in an index, to be indexed again.

    Args:
        engine: of the index.
        folder: of the engine's files.
        columns: of the index.
        units: what was indexed of each, its name, and what is known of its document by now.
    """
    with closing(engine.reader(folder, columns, FacetTables(columns))) as reader:
        for unit, name, document in units:
            before = columns.entry(int(columns.document[unit.rows[0]]))
            passages = (read_stored(stored, document) for stored in reader.stored(unit.rows))
            yield name, [entry_of(_moved(one, before, document), name) for one in passages]


def _moved(passage: IndexedPassage, before: DocumentEntry, now: DocumentEntry) -> IndexedPassage:
    """Give a passage the missions and themes that its document has now, besides its own."""
    return replace(
        passage,
        missions=_instead(passage.missions, before.missions, now.missions),
        themes=_instead(passage.themes, before.themes, now.themes),
    )


def _instead(
    values: tuple[str, ...], before: tuple[str, ...], now: tuple[str, ...]
) -> tuple[str, ...]:
    own = (value for value in values if value not in before)
    return tuple(dict.fromkeys((*now, *own)))
