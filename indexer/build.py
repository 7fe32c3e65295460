"""Making an index and keeping it up to date: only what has changed is indexed again.

The next generation is made beside the current one, from links to its files where they stay the
same, and becomes current by one rename. A process killed at any moment leaves the current one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path

from indexer.columns import Columns, DocumentEntry, load_columns, save_columns
from indexer.editing import ColumnsEditor, empty_columns
from indexer.engines import Engine, EngineWriter, engine_named
from indexer.entries import Entry
from indexer.errors import IndexReadOnlyError, IndexUnusableError
from indexer.fingerprints import fingerprints, same
from indexer.generations import FileId, Generations, forget_others
from indexer.last_good import last_good
from indexer.manifest import Fingerprint, IndexedUnit, Manifest, read_manifest, seal
from indexer.preparing import prepared
from indexer.source import Source, SourceUnit

__all__ = ["BuildReport", "Progress", "build_index"]

Progress = Callable[[int, int], None]
"""Called with how many documents are done and how many there are to do."""

_ENGINE = "engine"
_Files = Mapping[str, Fingerprint]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    Attributes:
        rebuilt: whether everything was indexed anew, not only what had changed.
        indexed: the documents that were indexed, in whole or in part.
        removed: the documents that are gone.
        left_out: the documents among those indexed that have a fault.
        passages: how many passages the index has now.
    """

    rebuilt: bool
    indexed: tuple[str, ...]
    removed: tuple[str, ...]
    left_out: tuple[str, ...]
    passages: int

    @property
    def changed(self) -> bool:
        """Whether there is a new generation."""
        return self.rebuilt or bool(self.indexed or self.removed)


def build_index(
    source: Source,
    folder: Path,
    engine_name: str,
    *,
    rebuild: bool = False,
    progress: Progress | None = None,
    checked: dict[FileId, int] | None = None,
) -> BuildReport:
    """Bring an index up to date, or make it.

    Args:
        source: what is to be indexed.
        folder: of the index.
        engine_name: the engine; an index of another one is made anew.
        rebuild: index everything anew.
        progress: is told how far the work is.
        checked: the checksums of files of the index that this process has read; kept up to date,
            so that one who updates again and again does not read the whole index every time.

    Raises:
        IndexLockedError: another process is writing the index.
        IndexReadOnlyError: it must be changed, and its folder cannot be written.
        EngineMissingError: there is no such engine.
        OSError: the disk is full or refuses; the current index stays.
    """
    engine = engine_named(engine_name)
    generations = Generations(folder)
    known = {} if checked is None else checked
    try:
        with generations.writing():
            base = _Base(checked=known) if rebuild else _base(generations, engine, source, known)
            plan = _plan(source, base.manifest)
            if plan.nothing_to_do:
                return _unchanged(base)
            return _make(source, engine, generations, base, plan, progress)
    except IndexReadOnlyError:
        # An archive that cannot be written may still be searched.
        base = _Base() if rebuild else _base(generations, engine, source, known)
        if not _plan(source, base.manifest).nothing_to_do:
            raise
        return _unchanged(base)


def _unchanged(base: _Base) -> BuildReport:
    return BuildReport(
        rebuilt=False, indexed=(), removed=(), left_out=(), passages=base.columns.passages
    )


def _make(
    source: Source,
    engine: Engine,
    generations: Generations,
    base: _Base,
    plan: _Plan,
    progress: Progress | None,
) -> BuildReport:
    """Make the next generation and let it be the current one."""
    generation = generations.new()
    try:
        report = _write(source, engine, base, plan, generation, progress)
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise
    generations.make_current(generation)
    forget_others(base.checked, generation)
    generations.remove_unused()
    return report


@dataclass(frozen=True)
class _Base:
    """The generation that a new one starts from: nothing, or the current one."""

    folder: Path | None = None
    manifest: Manifest | None = None
    columns: Columns = field(default_factory=empty_columns)
    checked: dict[FileId, int] = field(default_factory=dict)


def _base(
    generations: Generations, engine: Engine, source: Source, checked: dict[FileId, int]
) -> _Base:
    """Return the current generation if it can be built upon."""
    nothing = _Base(checked=checked)
    try:
        lease = generations.lease()
    except IndexUnusableError:
        return nothing
    try:
        manifest = read_manifest(lease.folder, checked)
        shared = fingerprints(source.shared_files, manifest.shared)
        made_by = manifest.engine, manifest.engine_version
        if made_by != (engine.name, engine.version) or not same(shared, manifest.shared):
            return nothing
        return _Base(lease.folder, manifest, load_columns(lease.folder), checked)
    except IndexUnusableError:
        return nothing
    finally:
        lease.release()


@dataclass(frozen=True)
class _Plan:
    """What there is to do: the files of every unit, and the names of units changed and gone."""

    shared: _Files
    units: Mapping[str, tuple[SourceUnit, _Files]]
    changed_units: frozenset[str]
    gone_units: frozenset[str]
    anew: bool

    @property
    def nothing_to_do(self) -> bool:
        """Whether the index is there and up to date."""
        return not (self.anew or self.changed_units or self.gone_units)

    def changed_documents(self) -> list[str]:
        """The documents that have a changed unit, in the order of the source."""
        return list(self._changed)

    def changed_of(self, document: str) -> frozenset[str]:
        """The changed units of a document."""
        return frozenset(self._changed.get(document, ()))

    @cached_property
    def _changed(self) -> Mapping[str, Sequence[str]]:
        changed: dict[str, list[str]] = {}
        for name, (unit, _) in self.units.items():
            if name in self.changed_units:
                changed.setdefault(unit.document, []).append(name)
        return changed


def _plan(source: Source, manifest: Manifest | None) -> _Plan:
    known = {} if manifest is None else manifest.units
    units: dict[str, tuple[SourceUnit, _Files]] = {}
    changed: set[str] = set()
    for _, group in groupby(source.units(), key=lambda unit: unit.document):
        anew = False
        for unit in group:
            old = known.get(unit.name)
            files = fingerprints(unit.files, {} if old is None else old.files)
            units[unit.name] = unit, files
            # What is known of a document stands in its annotations' passages as well.
            own = unit.name == unit.document
            if anew or old is None or not same(files, old.files):
                changed.add(unit.name)
                anew = anew or own
    return _Plan(
        fingerprints(source.shared_files, {} if manifest is None else manifest.shared),
        units,
        frozenset(changed),
        frozenset(known) - frozenset(units),
        anew=manifest is None,
    )


def _write(
    source: Source,
    engine: Engine,
    base: _Base,
    plan: _Plan,
    generation: Path,
    progress: Progress | None,
) -> BuildReport:
    engine_folder = generation / _ENGINE
    engine_folder.mkdir()
    if base.folder is None:
        engine.create(engine_folder)
    else:
        _link_files(base.folder / _ENGINE, engine_folder)
    edit = _Edit(ColumnsEditor(base.columns), engine.writer(engine_folder), base.manifest)
    try:
        removed = edit.remove(plan.changed_units | plan.gone_units, plan.gone_units)
        rows, left_out, unread = _index(source, plan, edit, progress)
        rows |= _index_last_good(engine, base, edit, unread)
        edit.writer.commit()
    except BaseException:
        edit.writer.cancel()
        raise
    columns = edit.editor.columns()
    save_columns(columns, generation)
    units = _indexed(plan, base.manifest, rows)
    manifest = Manifest(engine.name, engine.version, plan.shared, units)
    seal(manifest, generation, base.checked)
    return BuildReport(
        rebuilt=base.folder is None,
        indexed=tuple(plan.changed_documents()),
        removed=removed,
        left_out=left_out,
        passages=columns.passages,
    )


_Unread = dict[str, DocumentEntry]
"""The annotations with a fault, by unit, and what is known of the document of each."""


def _index(
    source: Source, plan: _Plan, edit: _Edit, progress: Progress | None
) -> tuple[dict[str, list[int]], tuple[str, ...], _Unread]:
    """Index the changed units.

    Returns the rows of each, the documents with a fault, and the annotations with one in the
    documents without.
    """
    rows: dict[str, list[int]] = {}
    left_out: list[str] = []
    unread: _Unread = {}
    documents = plan.changed_documents()
    for done, document in enumerate(prepared(source, documents), start=1):
        if document.entry is None:
            left_out.append(document.id)
        else:
            if document.id in plan.changed_units:
                edit.editor.put_document(document.entry)
            missing = plan.changed_of(document.id) - document.units.keys()
            unread |= dict.fromkeys(sorted(missing), document.entry)
        for unit, entries in document.units.items():
            if unit in plan.changed_units:
                rows[unit] = edit.add(document.id, entries)
        if progress is not None:
            progress(done, len(documents))
    return rows, tuple(left_out), unread


def _index_last_good(
    engine: Engine, base: _Base, edit: _Edit, unread: _Unread
) -> dict[str, list[int]]:
    """Keep what the current index has of annotations that cannot be read; return their rows."""
    known = {} if base.manifest is None else base.manifest.units
    kept = [
        (known[unit], unit, document)
        for unit, document in unread.items()
        if unit in known and known[unit].ranges
    ]
    if base.folder is None or not kept:
        return {}
    found = last_good(engine, base.folder / _ENGINE, base.columns, kept)
    return {unit: edit.add(unit.partition("#")[0], entries) for unit, entries in found}


def _indexed(
    plan: _Plan, old: Manifest | None, rows: Mapping[str, Sequence[int]]
) -> dict[str, IndexedUnit]:
    units: dict[str, IndexedUnit] = {}
    for name, (unit, files) in plan.units.items():
        if name in plan.changed_units or old is None:
            units[name] = IndexedUnit.of(unit.document, files, rows.get(name, ()))
        else:
            units[name] = IndexedUnit(unit.document, files, old.units[name].ranges)
    return units


@dataclass
class _Edit:
    """A change of an index in progress: of its columns and its engine together."""

    editor: ColumnsEditor
    writer: EngineWriter
    manifest: Manifest | None

    def remove(self, units: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
        """Remove what was indexed of units; return the documents that are gone altogether."""
        known = {} if self.manifest is None else self.manifest.units
        old = sorted(name for name in units if name in known)
        for name in old:
            self.editor.remove_rows(known[name].rows)
        self.writer.remove([name for name in old if known[name].ranges])
        documents = tuple(name for name in sorted(gone) if known[name].document == name)
        for document in documents:
            self.editor.remove_document(document)
        return documents

    def add(self, document: str, entries: Sequence[Entry]) -> list[int]:
        """Add the entries of a unit of a document and return their rows."""
        rows: list[int] = []
        for entry in entries:
            row = self.editor.add(document, entry)
            self.writer.add(row, entry)
            rows.append(row)
        return rows


def _link_files(old: Path, new: Path) -> None:
    """Give a new engine folder the files of an old one; engines replace files, never write in."""
    for path in old.rglob("*"):
        target = new / path.relative_to(old)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif not path.name.upper().endswith("LOCK"):
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(path, target)
