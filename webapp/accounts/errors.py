"""The errors of accounts."""

from __future__ import annotations

from archive import ArchiveError

__all__ = ["AccountError"]


class AccountError(ArchiveError):
    """An account cannot be made, found or changed as asked, or their file has a fault."""
