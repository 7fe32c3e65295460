"""The authorities folder: four YAML files to `Authorities`, with every fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from archive.authorities.entries import Entry
from archive.authorities.models import Abbreviation, Authorities, Mission, Theme, UNDocument
from archive.authorities.references import without_unknown_references
from archive.faults import Fault, Severity
from archive.yaml_files import YamlError, read_yaml_list

__all__ = ["AUTHORITY_FILES", "read_authorities"]

AUTHORITY_FILES = ("missions.yaml", "themes.yaml", "un-documents.yaml", "abbreviations.yaml")
"""The files of an authorities folder."""

Listed = TypeVar("Listed", Mission, Theme, UNDocument, Abbreviation)


@dataclass(frozen=True, slots=True)
class _Lines(Generic[Listed]):
    """The sound entries of one file, the line of each by its id, and the faults of the rest."""

    entries: tuple[Listed, ...]
    lines: dict[str, int]
    faults: tuple[Fault, ...]


def read_authorities(folder: Path) -> tuple[Authorities, tuple[Fault, ...]]:
    """Read the authorities of an archive.

    An entry with an error is reported and left out. A reference to an entry that does not exist,
    and a file that does not exist, are warnings; the reference is left out.
    """
    missions = _read(folder / "missions.yaml", _mission, lambda mission: mission.id)
    themes = _read(folder / "themes.yaml", _theme, lambda theme: theme.id)
    documents = _read(folder / "un-documents.yaml", _un_document, lambda document: document.id)
    abbreviations = _read(folder / "abbreviations.yaml", _abbreviation, lambda entry: entry.abbr)
    authorities = Authorities(
        missions.entries, themes.entries, documents.entries, abbreviations.entries
    )
    lines = (missions.lines, themes.lines, documents.lines, abbreviations.lines)
    by_file = dict(zip(AUTHORITY_FILES, lines, strict=True))
    authorities, dangling = without_unknown_references(authorities, folder, by_file)
    read = (missions.faults, themes.faults, documents.faults, abbreviations.faults)
    return authorities, (*(fault for faults in read for fault in faults), *dangling)


def _read(
    path: Path, build: Callable[[Entry], Listed], key: Callable[[Listed], str]
) -> _Lines[Listed]:
    if not path.exists():
        remedy = "Copy it from the sample archive, or write an empty file."
        problem = "The authority file does not exist."
        fault = Fault("missing-authority", problem, remedy, path, None, Severity.WARNING)
        return _Lines((), {}, (fault,))
    try:
        file = read_yaml_list(path)
    except YamlError as error:
        fault = Fault("unreadable-authority", error.problem, error.remedy, path, error.line)
        return _Lines((), {}, (fault,))
    listed: dict[str, Listed] = {}
    lines: dict[str, int] = {}
    faults: list[Fault] = []
    for data, line in zip(file.entries, file.lines, strict=True):
        entry = Entry(data, path, line)
        made = build(entry)
        if not entry.faults and key(made) in listed:
            problem = f"The same entry stands on line {lines[key(made)]}."
            entry.fault("duplicate-authority", problem, "Remove or rename one of the two.")
        faults += entry.faults
        if not entry.faults:
            listed[key(made)] = made
            lines[key(made)] = line
    return _Lines(tuple(listed.values()), lines, tuple(faults))


def _mission(entry: Entry) -> Mission:
    return Mission(
        id=entry.required("id"),
        acronym=entry.required("acronym"),
        name=entry.required("name"),
        kind=entry.text("kind"),
        lead=entry.text("lead"),
        location=entry.texts("location"),
        region=entry.text("region"),
        start=entry.date("start"),
        end=entry.date("end"),
        established_by=entry.symbols("established_by"),
        poc_mandate=entry.truth("poc_mandate"),
        poc_first=entry.symbol("poc_first"),
        predecessor=entry.texts("predecessor"),
        successor=entry.texts("successor"),
        other_names=entry.texts("other_names"),
        not_to_confuse_with=entry.texts("not_to_confuse_with"),
        note=entry.optional("note"),
        confidence=entry.optional("confidence"),
        verified=entry.optional("verified"),
        also=entry.texts("also"),
        checked=entry.texts("checked"),
        extra=entry.extra,
    )


def _theme(entry: Entry) -> Theme:
    return Theme(
        id=entry.required("id"),
        label=entry.required("label"),
        scope=entry.text("scope"),
        terms=entry.texts("terms"),
        weak_terms=entry.texts("weak_terms"),
        related=entry.texts("related"),
        confidence=entry.optional("confidence"),
        verified=entry.optional("verified"),
        extra=entry.extra,
    )


def _un_document(entry: Entry) -> UNDocument:
    return UNDocument(
        id=entry.required("id"),
        symbol=entry.symbol("symbol"),
        title=entry.required("title"),
        kind=entry.text("kind"),
        date=entry.date("date"),
        common_names=entry.texts("common_names"),
        subject=entry.text("subject"),
        missions=entry.texts("missions"),
        themes=entry.texts("themes"),
        note=entry.optional("note"),
        confidence=entry.optional("confidence"),
        verified=entry.optional("verified"),
        also=entry.texts("also"),
        checked=entry.texts("checked"),
        extra=entry.extra,
    )


def _abbreviation(entry: Entry) -> Abbreviation:
    return Abbreviation(
        abbr=entry.required("abbr"),
        expansion=entry.required("expansion"),
        type=entry.text("type"),
        variants=entry.texts("variants"),
        mission=entry.optional("mission"),
        note=entry.optional("note"),
        confidence=entry.optional("confidence"),
        verified=entry.optional("verified"),
        extra=entry.extra,
    )
