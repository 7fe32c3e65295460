"""What pages say of a document where its metadata say little."""

from __future__ import annotations

__all__ = ["type_shown"]

_PLAIN_TYPE = "document"


def type_shown(document_type: str) -> str | None:
    """Return the type of a document, or None if it only says that it is one."""
    return None if document_type == _PLAIN_TYPE else document_type
