"""Bytes to text: the encoding, and what must not be taken for text at all."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

__all__ = ["HIDDEN_HYPHEN", "Decoded", "NotTextError", "decode"]

_MARKED = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_PROBE = 1 << 16
_MOST_NULS_IN_TEXT = 0.01
_MOST_CONTROLS_IN_TEXT = 0.02
_LONGEST_LINE = 1 << 20
_WIDEST = 4
HIDDEN_HYPHEN = "\ufffe"
_HIDDEN = re.compile(r"(?<=\w)[\x02\ufffe]")
_AT_END = re.compile(rf"{HIDDEN_HYPHEN}(?=\s|$)")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOJIBAKE = re.compile("Ã[\u0080-\u00bf©¨¤¶¼]|â€[\u0080-\u00bf™œ\u009d“”]")


class NotTextError(Exception):
    """The bytes hold no text that could be imported.

    Attributes:
        problem: what is wrong, one sentence.
        remedy: what to do, one sentence.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem = problem
        self.remedy = remedy
        super().__init__(problem)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, line ends as line feeds, and what had to be done to read it.

    A word that was broken at a line end and is whole now has a `HIDDEN_HYPHEN` where it was broken:
    pdfium writes so, whether or not the hyphen belongs to the word.
    """

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


def decode(source: bytes) -> Decoded:
    """Read bytes as UTF-8, UTF-16 or UTF-32 (with or without a mark), else as Windows-1252.

    Raises:
        NotTextError: the bytes are empty, binary, or hold a line too long to be text.
    """
    if not source.strip():
        raise NotTextError("The file is empty.", "Give a file that holds text.")
    if len(source) > _LONGEST_LINE and _longest_line(source) > _WIDEST * _LONGEST_LINE:
        raise _endless()
    text, encoding = _read(source)
    repairs: list[str] = []
    if encoding == "cp1252":
        repairs.append("not UTF-8: read as Windows-1252")
    if _MOJIBAKE.search(text):
        text, mended = _mend_twice_encoded(text)
        repairs += ["UTF-8 that had been read as Windows-1252 was set right"] if mended else []
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _AT_END.sub("-", _HIDDEN.sub(HIDDEN_HYPHEN, text))
    controls = len(_CONTROL.findall(text))
    if controls > _MOST_CONTROLS_IN_TEXT * len(text):
        raise NotTextError("The file is binary, not text.", "Extract its text first.")
    if controls:
        text = _CONTROL.sub("", text)
        repairs.append(f"{controls} control characters removed")
    if not re.search(r"[^\W\d_]", text):
        raise NotTextError(
            "The file holds no words.", "If it is a scan, run text recognition on it first."
        )
    if max(map(len, text.split("\n"))) > _LONGEST_LINE:
        raise _endless()
    return Decoded(text, encoding, tuple(repairs))


def _longest_line(source: bytes) -> int:
    """The bytes of the longest line, known before a huge one is decoded."""
    return max(len(line) for line in re.split(rb"[\r\n]", source))


def _endless() -> NotTextError:
    return NotTextError(
        "The file has a line of more than a million characters.",
        "Extract the text again, with line ends.",
    )


def _read(source: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKED:
        if source.startswith(mark):
            return source.decode(encoding, errors="replace"), encoding
    unmarked = _unmarked_utf16(source)
    if unmarked:
        return source.decode(unmarked, errors="replace"), unmarked
    if source[:_PROBE].count(0) > _MOST_NULS_IN_TEXT * len(source[:_PROBE]):
        raise NotTextError("The file is binary, not text.", "Extract its text first.")
    try:
        return source.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return source.decode("cp1252", errors="replace"), "cp1252"


def _unmarked_utf16(source: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: in Latin text every other byte is zero."""
    probe = source[:_PROBE]
    half = len(probe) // 2
    if half < 2 or len(source) % 2:
        return None
    if probe[1::2].count(0) > 0.7 * half and probe[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if probe[0::2].count(0) > 0.7 * half and probe[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _mend_twice_encoded(text: str) -> tuple[str, bool]:
    try:
        return text.encode("cp1252").decode("utf-8"), True
    except (UnicodeEncodeError, UnicodeDecodeError):
        return text, False
