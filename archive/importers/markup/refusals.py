"""Files that are refused: why, and what to do, before the place is known."""

from __future__ import annotations

from pathlib import Path

from archive.errors import ImportFailedError
from archive.importers.protocol import Source

__all__ = ["RefusedError", "refuse_larger"]


class RefusedError(Exception):
    """The bytes of a file are not what they should be, or must not be read.

    Attributes:
        problem: what is wrong, one sentence.
        remedy: what to do, one sentence.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(problem)

    def at(self, path: Path) -> ImportFailedError:
        """Return the error that names the file."""
        return ImportFailedError(self.problem, path=path, remedy=self.remedy)


def refuse_larger(source: Source, megabytes: int, remedy: str) -> None:
    """Refuse a file that is larger than its importer can hold in memory.

    Raises:
        ImportFailedError: it is.
    """
    if len(source.content) > megabytes << 20:
        raise RefusedError(f"The file is larger than {megabytes} MB.", remedy).at(source.path)
