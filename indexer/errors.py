"""The errors of the indexer: each says what is wrong and what to do, in words safe to show."""

from __future__ import annotations

from pathlib import Path

__all__ = [
    "EngineMissingError",
    "FilterError",
    "IndexLockedError",
    "IndexReadOnlyError",
    "IndexUnusableError",
    "IndexerError",
    "QueryError",
]


class IndexerError(Exception):
    """Base of all errors of this package."""


class QueryError(IndexerError):
    """A query is refused.

    Attributes:
        reason: why, in one sentence that is safe to show.
        instead: what to write instead, in one sentence.
    """

    def __init__(self, reason: str, instead: str) -> None:
        self.reason = reason
        self.instead = instead
        super().__init__(f"{reason} {instead}")


class FilterError(QueryError):
    """A filter has a value of the wrong form, such as a year that is no number."""


class IndexLockedError(IndexerError):
    """Another process writes the index at this moment."""

    def __init__(self, folder: Path, owner: str) -> None:
        super().__init__(
            f"{folder}: The index is being written by {owner}. Wait until it has finished."
        )


class IndexReadOnlyError(IndexerError):
    """An index must be made or changed, and its folder cannot be written."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"{folder}: The index is missing or older than the archive, and cannot be written"
            f" ({reason}). Make the folder writable, or run 'peacearchive index' where it is."
        )


class IndexUnusableError(IndexerError):
    """An index is damaged, of another version, or missing; `build_index` makes it anew."""

    def __init__(self, folder: Path, problem: str) -> None:
        super().__init__(f"{folder}: {problem} Run 'peacearchive index --rebuild'.")


class EngineMissingError(IndexerError):
    """The engine that an archive asks for is unknown or not installed."""

    def __init__(self, name: str, remedy: str) -> None:
        super().__init__(f"The search engine '{name}' is not available. {remedy}")
