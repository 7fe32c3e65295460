"""The sentence around a place in a text."""

from __future__ import annotations

import re

__all__ = ["sentence_at"]

_END = re.compile(r"([.!?…][\"”’)\]]*)\s+(?=[^\W\d_a-z]|[\"“‘'(\[])|()\n")
_LONGEST = 400


def sentence_at(text: str, offset: int) -> str:
    """Return the sentence that holds an offset, or that ends there.

    Of one longer than 400 characters, whole words around the offset.
    """
    start, end = 0, len(text)
    for boundary in _END.finditer(text):
        if boundary.end() <= offset and text[boundary.end() : offset].strip():
            start = boundary.end()
        elif boundary.end() > offset:
            end = boundary.end(boundary.lastindex or 0)
            break
    return _shortened(text, start, end, offset).strip()


def _shortened(text: str, start: int, end: int, offset: int) -> str:
    if end - start <= _LONGEST:
        return text[start:end]
    first = max(start, offset - _LONGEST // 2)
    last = min(end, first + _LONGEST)
    kept = text[first:last]
    if first > start:
        kept = "… " + kept.partition(" ")[2]
    if last < end:
        kept = kept.rpartition(" ")[0] + " …"
    return kept
