"""Plain text with formatted stretches and inserted places, as HTML.

Stretches may cross each other: each is closed and opened again where another's border demands
it, so the result is always well nested. Pages use the same function as `document.html`, with
more stretches (citations, mentions, matched words) laid over the spans of the model.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from archive.models import Span, SpanKind

__all__ = ["Element", "Insert", "inline_html", "span_elements"]


@dataclass(frozen=True, slots=True)
class Element:
    """HTML around `start` to `end` of a text (code points, half-open).

    Attributes:
        start: first code point.
        end: one past the last.
        opening: the start tag, already safe HTML.
        closing: the end tag.
        depth: elements of less depth are put outside those of more.
        exclusive: at most one such element is open at a time (links: HTML forbids nesting).
    """

    start: int
    end: int
    opening: str
    closing: str
    depth: int = 0
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Insert:
    """Safe HTML that stands at a place of a text, inside no exclusive element."""

    offset: int
    html: str


_DEPTHS = {
    SpanKind.LINK: 0,
    SpanKind.STRONG: 10,
    SpanKind.EMPHASIS: 11,
    SpanKind.SUPERSCRIPT: 12,
    SpanKind.SUBSCRIPT: 13,
}


def span_elements(spans: Iterable[Span]) -> list[Element]:
    """Return the elements that show the spans of a block or note."""
    return [
        Element(
            span.start,
            span.end,
            f'<a href="{escape(span.href or "")}">'
            if span.kind is SpanKind.LINK
            else f"<{span.kind}>",
            f"</{span.kind}>",
            depth=_DEPTHS[span.kind],
            exclusive=span.kind is SpanKind.LINK,
        )
        for span in spans
    ]


def _opening(span: Span) -> str:
    return f"<{span.kind}>" if span.href is None else f'<{span.kind} href="{escape(span.href)}">'


def inline_html(
    text: str,
    elements: Sequence[Element] = (),
    inserts: Sequence[Insert] = (),
    *,
    start: int = 0,
    end: int | None = None,
) -> str:
    """Return the text from `start` to `end` as HTML, with elements laid over it and inserts put in.

    Inserts at one offset keep their order; those at both ends of the stretch are included. Line
    feeds become `<br>`. Of exclusive elements that overlap, the one listed first keeps the place.
    """
    end = len(text) if end is None else end
    elements = [e for e in _without_overlaps(elements) if e.start < end and e.end > start]
    by_offset: dict[int, list[Insert]] = {}
    for insert in inserts:
        if start <= insert.offset <= end:
            by_offset.setdefault(insert.offset, []).append(insert)
    borders = {start, end, *by_offset}
    borders.update(b for e in elements for b in (e.start, e.end) if start <= b <= end)
    pieces: list[str] = []
    opened: list[Element] = []
    ordered = sorted(borders)
    for index, border in enumerate(ordered):
        if border in by_offset:
            outside = [e for e in opened if not e.exclusive and e.end > border]
            _switch(pieces, opened, outside)
            pieces += [insert.html for insert in by_offset[border]]
        wanted = [e for e in elements if e.start <= border < e.end] if border < end else []
        _switch(pieces, opened, sorted(wanted, key=lambda e: (e.depth, e.start, -e.end)))
        if border < end:
            pieces.append(
                escape(text[border : ordered[index + 1]], quote=False).replace("\n", "<br>")
            )
    return "".join(pieces)


def _switch(pieces: list[str], opened: list[Element], wanted: list[Element]) -> None:
    """Close and open tags until just the wanted elements are open, in their order."""
    same = 0
    while same < min(len(opened), len(wanted)) and opened[same] is wanted[same]:
        same += 1
    while len(opened) > same:
        pieces.append(opened.pop().closing)
    for element in wanted[same:]:
        pieces.append(element.opening)
        opened.append(element)


def _without_overlaps(elements: Iterable[Element]) -> list[Element]:
    """Leave out exclusive elements that overlap an earlier one, and empty ones."""
    kept: list[Element] = []
    for element in elements:
        if element.start >= element.end:
            continue
        if element.exclusive and any(
            other.exclusive and other.start < element.end and element.start < other.end
            for other in kept
        ):
            continue
        kept.append(element)
    return kept
