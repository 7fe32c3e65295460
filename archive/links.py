"""Links from one document of an archive to another, as they stand in document.html.

They are relative paths, `../<id>/document.html#p3`, so that they work in the bare folder too.
"""

from __future__ import annotations

import re

__all__ = ["document_href", "linked_document", "linked_place"]

_LINK = re.compile(r"\.\./([a-z0-9][a-z0-9._-]*)/document\.html(?:#([^#\s]+))?")


def document_href(document_id: str, passage: str | None = None) -> str:
    """Return the address of a document, or of a block or note in it, for use in another."""
    return f"../{document_id}/document.html" + (f"#{passage}" if passage else "")


def linked_document(href: str | None) -> str | None:
    """Return the id of the document that a link leads to, or None for links of other kinds."""
    match = _LINK.fullmatch(href or "")
    return match[1] if match else None


def linked_place(href: str | None) -> str | None:
    """Return the id of the block or note that a link to a document names, or None."""
    match = _LINK.fullmatch(href or "")
    return match[2] if match else None
