"""Clean text, and offsets and spans that stay right while it is cleaned.

Clean text has no control characters but line feeds, no blank at either end, no two blanks in a
row, and none beside a line feed. No-break spaces are kept: they mean something.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from archive.models import Span, SpanKind

__all__ = ["clean_text", "fold", "normal_spans"]

_DROPPED = r"\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff"
_GAP = re.compile(rf"(?:[^\S\u00a0\u202f]|[{_DROPPED}])+")
_ONLY_DROPPED = re.compile(rf"[{_DROPPED}]+")


def clean_text(text: str) -> str:
    """Return the text, clean as the module's docstring says."""
    return fold(text)[0]


def fold(text: str) -> tuple[str, list[int]]:
    """Return the clean text, and for every offset of the text the offset it becomes.

    The list has `len(text) + 1` entries, so that ends of half-open ranges can be looked up.
    """
    pieces: list[str] = []
    offsets: list[int] = []
    length = done = 0
    for gap in _GAP.finditer(text):
        pieces.append(text[done : gap.start()])
        offsets += range(length, length + gap.start() - done)
        length += gap.start() - done
        at_an_end = length == 0 or gap.end() == len(text)
        filler = "" if at_an_end else _filler(gap[0])
        first = gap[0].index(filler) if filler in gap[0] else 0
        offsets += [length] * (first + 1)
        length += len(filler)
        offsets += [length] * (len(gap[0]) - first - 1)
        pieces.append(filler)
        done = gap.end()
    pieces.append(text[done:])
    offsets += range(length, length + len(text) - done + 1)
    return "".join(pieces), offsets


def _filler(gap: str) -> str:
    """What stands in clean text for a run of blanks, line feeds and dropped characters."""
    if "\n" in gap:
        return "\n"
    return "" if _ONLY_DROPPED.fullmatch(gap) else " "


def normal_spans(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans as documents hold them: see `archive.models.Span`.

    Where links overlap, the earlier keeps the place.
    """
    free_of_links = 0
    normal: list[Span] = []
    for (kind, href), ranges in _by_kind(spans).items():
        merged: list[list[int]] = []
        for start, end in sorted(ranges):
            if merged and start <= merged[-1][1]:
                merged[-1][1] = max(merged[-1][1], end)
            else:
                merged.append([start, end])
        normal += [
            Span(match.start(), match.end(), kind, href)
            for start, end in merged
            for match in re.compile(r"[^\n]+").finditer(text, start, end)
        ]
    result: list[Span] = []
    for span in sorted(normal, key=_order):
        if span.kind is not SpanKind.LINK:
            result.append(span)
        elif span.end > free_of_links:
            result.append(replace(span, start=max(span.start, free_of_links)))
            free_of_links = span.end
    return tuple(sorted(result, key=_order))


def _by_kind(spans: Iterable[Span]) -> dict[tuple[SpanKind, str | None], list[tuple[int, int]]]:
    kinds: dict[tuple[SpanKind, str | None], list[tuple[int, int]]] = defaultdict(list)
    for span in spans:
        if span.start < span.end:
            kinds[span.kind, span.href].append((span.start, span.end))
    return kinds


def _order(span: Span) -> tuple[int, int, str, str]:
    return (span.start, -span.end, span.kind, span.href or "")
