r"""Rich Text Format made ready for pandoc, which misreads some of what word processors write.

Pandoc loses the word that follows `\u8217?`, the bodies of notes marked `{\*\footnote`, and letters
of code pages but Windows-1252. All of them are rewritten in a form that it reads.
"""

from __future__ import annotations

import re

__all__ = ["ready_for_pandoc"]

_TOKEN = re.compile(
    rb"\\'(?P<hex>[0-9a-fA-F]{2})|\\u(?P<code>-?\d{1,6}) ?|\\uc(?P<skip>\d) ?"
    rb"|(?P<word>\\[a-zA-Z]+-?\d* ?|\\[^a-zA-Z])|(?P<open>\{)|(?P<close>\})|(?P<plain>[^\\{}])",
    re.DOTALL,
)
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")


def ready_for_pandoc(content: bytes) -> bytes:
    """Return the file with characters and notes written as pandoc reads them."""
    page = _code_page(content)
    pieces: list[bytes] = []
    skips = [1]
    pending = 0
    units: list[int] = []
    for token in _TOKEN.finditer(content.replace(rb"{\*\footnote", rb"{\footnote")):
        if token["code"] is not None:
            units.append(int(token["code"]) & 0xFFFF)
            pending = skips[-1]
            continue
        if pending and (token["hex"] or (token["plain"] or b"").strip(b"\r\n")):
            pending -= 1
            continue
        pending = 0
        pieces.append(_characters(units))
        units.clear()
        _track_groups(token, skips)
        if token["skip"] is not None:
            continue
        pieces.append(_bytes_of(token, page))
    return _CODE_PAGE.sub(rb"\\ansicpg1252", b"".join(pieces))


def _track_groups(token: re.Match[bytes], skips: list[int]) -> None:
    r"""Follow `\uc`, which says how many characters stand in for a `\u` and ends with its group."""
    if token["open"] is not None:
        skips.append(skips[-1])
    elif token["close"] is not None and len(skips) > 1:
        skips.pop()
    elif token["skip"] is not None:
        skips[-1] = int(token["skip"])


def _characters(units: list[int]) -> bytes:
    """Write UTF-16 units in UTF-8, which pandoc reads as it is."""
    text = b"".join(unit.to_bytes(2, "little") for unit in units).decode("utf-16-le", "replace")
    return text.encode()


def _bytes_of(token: re.Match[bytes], page: str) -> bytes:
    """Write a character of the code page in UTF-8; what means something to RTF stays escaped."""
    written = bytes.fromhex(token["hex"].decode()) if token["hex"] else token[0]
    character = written.decode(page, errors="replace")
    return token[0] if character.isascii() else character.encode()


def _code_page(content: bytes) -> str:
    match = _CODE_PAGE.search(content)
    name = f"cp{match[1].decode()}" if match else "cp1252"
    try:
        "".encode(name)
    except LookupError:
        return "cp1252"
    return name
