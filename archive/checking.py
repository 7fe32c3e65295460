"""Faults that show only when files are compared with each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from archive.authorities import Authorities
from archive.faults import Fault, Severity

__all__ = ["line_of", "stray_entries", "unknown_ids"]


def unknown_ids(
    authorities: Authorities,
    missions: Iterable[str],
    themes: Iterable[str],
    path: Path,
    key_line: Callable[[str], int | None],
) -> Iterator[Fault]:
    """Yield a warning for every id of a mission or theme that no authority has.

    Args:
        authorities: of the archive.
        missions: the ids of missions that a file gives.
        themes: likewise themes.
        path: that file.
        key_line: the line of a key of the file, `missions` or `themes`.
    """
    unknown = [("mission", mission) for mission in missions if not authorities.mission(mission)]
    unknown += [("theme", theme) for theme in themes if not authorities.theme(theme)]
    for kind, identifier in unknown:
        yield Fault(
            f"unknown-{kind}",
            f"There is no {kind} '{identifier}' in the authority.",
            f"Mend the id, or add it to authorities/{kind}s.yaml.",
            path,
            key_line(f"{kind}s"),
            Severity.WARNING,
        )


def stray_entries(folder: Path, name: re.Pattern[str]) -> Iterator[Fault]:
    """Yield a warning for everything in a folder of documents that cannot be a document."""
    for entry in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not entry.name.startswith(".") and not (entry.is_dir() and name.fullmatch(entry.name)):
            yield Fault(
                "not-a-document",
                "This is not the folder of a document, and is left out.",
                "Move it elsewhere, or name the folder in small letters, figures and dashes.",
                entry,
                severity=Severity.WARNING,
            )


def line_of(source: str, needle: str, occurrence: int = 1) -> int | None:
    """Return the 1-based line on which the needle occurs, counted from the first occurrence."""
    place = -1
    for _ in range(occurrence):
        place = source.find(needle, place + 1)
        if place < 0:
            return None
    return source.count("\n", 0, place) + 1
