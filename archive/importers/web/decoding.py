"""The encoding of a web page: byte order mark, what the page declares, or what fits."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

__all__ = ["DecodedPage", "decode_head", "decode_page"]

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)|<meta[^>]*?charset\s*=\s*[\"']?\s*([\w.:-]+)",
    re.IGNORECASE,
)
_WHERE_DECLARED = 8192
_PROBE = 4096
_KNOWN = re.compile(r"(?:utf-8|cp\d|iso8859|koi8|mac|gb|hz|big5|euc|shift_jis|iso2022|tis|johab).*")
_LATIN = frozenset({"iso8859-1", "ascii", "cp1252"})
_MOST_CONTROLS = 0.02
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class DecodedPage:
    """The text of a page, its encoding, and what is doubtful about it."""

    text: str
    encoding: str
    doubts: tuple[str, ...] = ()


def decode_page(content: bytes) -> DecodedPage | None:
    """Return the text of a page, or None if its bytes are no text.

    As browsers do, Latin-1 is read as Windows-1252. A declaration that does not fit the bytes
    gives way to UTF-8, and where that does not fit either, to Windows-1252.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _read(content[len(mark) :], [encoding], declared=encoding)
    unmarked = _unmarked_utf16(content)
    if unmarked is not None:
        return _read(content, [unmarked], declared=unmarked)
    if len(_CONTROLS.findall(content[:_PROBE])) > _MOST_CONTROLS * len(content[:_PROBE]):
        return None
    declared = _declaration(content)
    return _read(content, [*([declared] if declared else []), "utf-8", "cp1252"], declared)


def decode_head(head: bytes) -> str:
    """Return the first characters of a file, read well enough to tell its format."""
    decoded = decode_page(head)
    return "" if decoded is None else decoded.text


def _read(content: bytes, encodings: list[str], declared: str | None) -> DecodedPage:
    doubts: list[str] = []
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if declared is not None and encoding != declared:
            doubts.append(f"The page says it is {declared}, but was read as {encoding}.")
        return DecodedPage(text, encoding, tuple(doubts))
    encoding = encodings[-1]
    doubts.append(f"Some bytes are no {encoding}; they were replaced by '\ufffd'.")
    return DecodedPage(content.decode(encoding, errors="replace"), encoding, tuple(doubts))


def _declaration(content: bytes) -> str | None:
    """The encoding that a page declares, under Python's name; None if there is no such one."""
    match = _DECLARED.search(content[:_WHERE_DECLARED])
    if match is None:
        return None
    try:
        name = codecs.lookup((match[1] or match[2]).decode("ascii", errors="replace")).name
    except LookupError:
        return None
    if name.startswith(("utf-16", "utf-32")):
        return "utf-8"
    if name in _LATIN:
        return "cp1252"
    return name if _KNOWN.fullmatch(name) else None


def _unmarked_utf16(content: bytes) -> str | None:
    """UTF-16 without a mark: a page begins with `<` and a letter, so zeros alternate."""
    probe = content[:_PROBE]
    half = len(probe) // 2
    if half < 2 or len(content) % 2:
        return None
    for offset, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        if probe[offset::2].count(0) > 0.7 * half and probe[1 - offset :: 2].count(0) < 0.1 * half:
            return name
    return None
