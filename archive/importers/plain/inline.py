"""Inline formatting that extraction leaves in plain text: asterisks around words, addresses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from archive.models import Span, SpanKind

__all__ = ["Inline", "address_spans", "cut", "read_inline"]

_STRONG = re.compile(r"(?<![*\w])\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*(?![*\w])")
_EMPHASIS = re.compile(
    r"(?<![*\w])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![*\w])|(?<![_\w])_(?=[^\s_])([^_]+?)(?<=[^\s_])_(?![_\w])"
)
_ADDRESS = re.compile(r"<?((?:https?://|www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]’'])>?")


@dataclass(frozen=True, slots=True)
class Inline:
    """Text without the signs of its formatting, the formatting as spans.

    `offsets` gives, for every piece of the text as it was, where it starts now: pairs of an old
    and a new offset, ascending.
    """

    text: str
    spans: tuple[Span, ...]
    offsets: tuple[tuple[int, int], ...]

    def moved(self, offset: int) -> int:
        """The offset in the new text of an offset in the old."""
        return moved(self.offsets, offset)


def read_inline(text: str) -> Inline:
    """Read `**strong**`, `*emphasis*` and `_emphasis_`; a lone asterisk stays."""
    found: list[tuple[int, int, SpanKind]] = []
    signs: list[tuple[int, int]] = []
    for match in _STRONG.finditer(text):
        found.append((match.start() + 2, match.end() - 2, SpanKind.STRONG))
        signs += [(match.start(), match.start() + 2), (match.end() - 2, match.end())]
    masked = _masked(text, signs)
    for match in _EMPHASIS.finditer(masked):
        found.append((match.start() + 1, match.end() - 1, SpanKind.EMPHASIS))
        signs += [(match.start(), match.start() + 1), (match.end() - 1, match.end())]
    clean, offsets = cut(text, signs)
    spans = tuple(Span(moved(offsets, a), moved(offsets, b), kind) for a, b, kind in found)
    return Inline(clean, spans, offsets)


def _masked(text: str, places: Iterable[tuple[int, int]]) -> str:
    signs = list(text)
    for start, end in places:
        signs[start:end] = " " * (end - start)
    return "".join(signs)


def address_spans(text: str) -> tuple[Span, ...]:
    """Return a link for every internet address in the text."""
    return tuple(
        Span(
            match.start(1),
            match.end(1),
            SpanKind.LINK,
            match[1] if match[1].startswith("http") else f"http://{match[1]}",
        )
        for match in _ADDRESS.finditer(text)
    )


def cut(text: str, places: Iterable[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Cut places out of a text; return the rest and where each piece of it starts now."""
    pieces: list[str] = []
    offsets: list[tuple[int, int]] = []
    length = done = 0
    for start, end in sorted(places):
        if start > done or not offsets:
            offsets.append((done, length))
            pieces.append(text[done:start])
            length += start - done
        done = max(done, end)
    offsets.append((done, length))
    pieces.append(text[done:])
    return "".join(pieces), tuple(offsets)


def moved(offsets: Sequence[tuple[int, int]], offset: int) -> int:
    """Where an offset is after `cut`; inside a cut place, its start."""
    position = bisect_right(offsets, (offset, 1 << 60)) - 1
    old, new = offsets[max(position, 0)]
    if position + 1 < len(offsets):
        return min(new + offset - old, offsets[position + 1][1])
    return new + offset - old
