"""Annotation files that a person edited and that cannot be read, for editors to mend."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from archive import Fault

__all__ = ["FaultyFile", "faulty_files"]


@dataclass(frozen=True, slots=True)
class FaultyFile:
    """A file that cannot be read; the program leaves it as it is.

    Attributes:
        place: the file, below the archive's folder, and the line.
        problem: what is wrong with it.
        remedy: what to do.
    """

    place: str
    problem: str
    remedy: str


def faulty_files(faults: Iterable[Fault], archive: Path) -> tuple[FaultyFile, ...]:
    """Return the files that have faults, with their names below the archive's folder."""
    return tuple(
        FaultyFile(_place(fault, archive), fault.problem, fault.remedy) for fault in faults
    )


def _place(fault: Fault, archive: Path) -> str:
    inside = fault.path.is_relative_to(archive)
    name = str(fault.path.relative_to(archive)) if inside else fault.path.name
    return name if fault.line is None else f"{name}, line {fault.line}"
