"""What `check` reports: one fault of an archive, with place and remedy.

Readers of files collect faults instead of stopping at the first, so that a person sees all of
them at once. A document with a fault that is an *error* is left out; with *warnings* it is served.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

__all__ = ["Fault", "Severity"]


class Severity(StrEnum):
    """Whether a fault keeps a document out of the archive."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault.

    Attributes:
        code: a stable name of the kind of fault, such as `unknown-mission`.
        problem: what is wrong, one sentence.
        remedy: what to do, one sentence.
        path: the file concerned.
        line: the 1-based line, if known.
        severity: whether the document is left out.
    """

    code: str
    problem: str
    remedy: str
    path: Path
    line: int | None = None
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}" if self.line is not None else str(self.path)
        return f"{place}: {self.severity}: {self.problem} {self.remedy} [{self.code}]"
