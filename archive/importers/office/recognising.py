"""How sure one can be of a format from the first bytes of a file; its name counts for little."""

from __future__ import annotations

import re

from archive.importers.web.decoding import decode_head

__all__ = ["looks_like_docx", "looks_like_epub", "looks_like_markdown", "looks_like_odt",
           "looks_like_rtf", "looks_like_tei"]  # fmt: skip

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OFFICE_PARTS = (b"[Content_Types].xml", b"_rels/.rels", b"docProps/")
_TEI = re.compile(r"<(?:\w+:)?(?:TEI|teiCorpus)(?:\.2)?[\s>]|http://www\.tei-c\.org/ns/1\.0")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n[\w-]+:(?:.*\r?\n)+?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_FOOTNOTE = re.compile(r"\[\^[\w-]+\]")
_MARKS = tuple(
    re.compile(form, re.MULTILINE)
    for form in (
        r"^#{1,6} +\S",
        r"\[[^\]\n]+\]\([^)\s]+\)",
        r"\*\*\w[^*\n]*\*\*",
        r"^(?:```|~~~)",
        r"^[^\n]+\n(?:={3,}|-{3,})[ \t]*$",
        r"^> +\S",
        r"^!\[",
    )
)
_SUFFIXES = (".md", ".markdown", ".mkd")


def looks_like_docx(head: bytes, name: str) -> float:
    """Say how sure it is that a file is a .docx, or what is often taken for one."""
    if head.startswith(_OLE):
        return 0.3
    if not head.startswith(_ZIP):
        return 0.0
    if b"word/" in head:
        return 0.95
    if any(part in head for part in _OFFICE_PARTS):
        return 0.8
    return 0.3 if name.lower().endswith(".docx") else 0.0


def looks_like_odt(head: bytes, name: str) -> float:
    """Say how sure it is that a file is an .odt."""
    return _zipped(head, name, b"application/vnd.oasis.opendocument", ".odt")


def looks_like_epub(head: bytes, name: str) -> float:
    """Say how sure it is that a file is an .epub."""
    return _zipped(head, name, b"application/epub+zip", ".epub")


def _zipped(head: bytes, name: str, media_type: bytes, suffix: str) -> float:
    if not head.startswith(_ZIP):
        return 0.0
    if media_type in head[:256]:
        return 0.98
    return 0.3 if name.lower().endswith(suffix) else 0.0


def looks_like_rtf(head: bytes, name: str) -> float:
    """Say how sure it is that a file is Rich Text Format."""
    del name
    return 0.99 if head.lstrip().startswith(b"{\\rtf") else 0.0


def looks_like_tei(head: bytes, name: str) -> float:
    """Say how sure it is that a file is TEI XML."""
    del name
    text = decode_head(head)
    return 0.97 if text.lstrip().startswith("<") and _TEI.search(text) else 0.0


def looks_like_markdown(head: bytes, name: str) -> float:
    """Say how sure it is that a text is Markdown: two kinds of its marks, or notes, or a head."""
    text = decode_head(head)
    if not text.strip() or "\x00" in text:
        return 0.0
    is_named = name.lower().endswith(_SUFFIXES)
    kinds = sum(form.search(text) is not None for form in _MARKS)
    if text.lstrip().startswith("<"):
        return 0.85 if is_named and kinds > 1 else 0.0
    if _FRONT_MATTER.match(text):
        return 0.9
    if _FOOTNOTE.search(text) or kinds > 1:
        return 0.8
    if is_named:
        return 0.7
    return 0.3 if kinds else 0.0
