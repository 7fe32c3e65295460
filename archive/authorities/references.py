"""References from one authority entry to another: those that lead nowhere are taken out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from archive.authorities.models import Abbreviation, Authorities, Mission, Theme, UNDocument
from archive.faults import Fault, Severity

__all__ = ["without_unknown_references"]


def without_unknown_references(
    authorities: Authorities, folder: Path, lines: Mapping[str, Mapping[str, int]]
) -> tuple[Authorities, tuple[Fault, ...]]:
    """Return the authorities with only such references as lead somewhere, and a fault for others.

    Args:
        authorities: what was read.
        folder: where it was read.
        lines: for every file, by its name, the line of every entry by its id.
    """
    missions = frozenset(mission.id for mission in authorities.missions)
    themes = frozenset(theme.id for theme in authorities.themes)

    checks = {file: _Check(folder / file, entries) for file, entries in lines.items()}
    kept = Authorities(
        tuple(_mission(entry, checks["missions.yaml"], missions) for entry in authorities.missions),
        tuple(_theme(entry, checks["themes.yaml"], themes) for entry in authorities.themes),
        tuple(
            _un_document(entry, checks["un-documents.yaml"], missions, themes)
            for entry in authorities.un_documents
        ),
        tuple(
            _abbreviation(entry, checks["abbreviations.yaml"], missions)
            for entry in authorities.abbreviations
        ),
    )
    return kept, tuple(fault for check in checks.values() for fault in check.faults)


@dataclass
class _Check:
    """Gathers the faults of one file."""

    path: Path
    lines: Mapping[str, int]
    faults: list[Fault] = field(default_factory=list)

    def known(
        self, entry: str, key: str, ids: Iterable[str], existing: frozenset[str]
    ) -> tuple[str, ...]:
        kept: list[str] = []
        for reference in ids:
            if reference in existing:
                kept.append(reference)
                continue
            self.faults.append(
                Fault(
                    "unknown-reference",
                    f"Entry '{entry}': '{key}' names '{reference}', which does not exist.",
                    "Correct the id, or add the entry.",
                    self.path,
                    self.lines.get(entry),
                    Severity.WARNING,
                )
            )
        return tuple(kept)


def _mission(entry: Mission, check: _Check, missions: frozenset[str]) -> Mission:
    confused = check.known(entry.id, "not_to_confuse_with", entry.not_to_confuse_with, missions)
    return replace(
        entry,
        predecessor=check.known(entry.id, "predecessor", entry.predecessor, missions),
        successor=check.known(entry.id, "successor", entry.successor, missions),
        not_to_confuse_with=confused,
    )


def _theme(entry: Theme, check: _Check, themes: frozenset[str]) -> Theme:
    return replace(entry, related=check.known(entry.id, "related", entry.related, themes))


def _un_document(
    entry: UNDocument, check: _Check, missions: frozenset[str], themes: frozenset[str]
) -> UNDocument:
    return replace(
        entry,
        missions=check.known(entry.id, "missions", entry.missions, missions),
        themes=check.known(entry.id, "themes", entry.themes, themes),
    )


def _abbreviation(entry: Abbreviation, check: _Check, missions: frozenset[str]) -> Abbreviation:
    named = () if entry.mission is None else (entry.mission,)
    kept = check.known(entry.abbr, "mission", named, missions)
    return replace(entry, mission=next(iter(kept), None))
