"""COinS: what reference managers read of each document in a list."""

from __future__ import annotations

from archive.exports import coins, metadata_item
from webapp.rendering import root, workspace

__all__ = ["coins_of"]


def coins_of(document_id: str) -> str:
    """Return the `title` of a document's COinS element; empty if it is not served."""
    metadata = workspace().citations().metadata.get(document_id)
    if metadata is None:
        return ""
    authorities = workspace().archive.authorities
    return coins(metadata_item(document_id, metadata, authorities, root()))
