"""The inline content of an HTML element as text, spans and note marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from archive.models import NoteMark, Span, SpanKind
from archive.text import fold, normal_spans

__all__ = ["Inline", "attribute", "gather", "identifier", "inline_of", "role"]

_SPANS = {
    "em": SpanKind.EMPHASIS,
    "i": SpanKind.EMPHASIS,
    "cite": SpanKind.EMPHASIS,
    "strong": SpanKind.STRONG,
    "b": SpanKind.STRONG,
    "sup": SpanKind.SUPERSCRIPT,
    "sub": SpanKind.SUBSCRIPT,
    "a": SpanKind.LINK,
}
_PARAGRAPHS = {"address", "blockquote", "dd", "div", "dt", "li", "ol", "p", "pre", "tr", "ul"}
_IGNORED = {"script", "style", "template"}


@dataclass(slots=True)
class Inline:
    """Text gathered piece by piece; offsets are into the text as it stands before folding."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    spans: list[Span] = field(default_factory=list)
    marks: list[NoteMark] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Append text."""
        self.pieces.append(text)
        self.length += len(text)

    def result(self) -> tuple[str, tuple[Span, ...], tuple[NoteMark, ...]]:
        """Return clean text with its normal spans and its marks."""
        text, offsets = fold("".join(self.pieces))
        spans = [
            Span(offsets[span.start], offsets[span.end], span.kind, span.href)
            for span in self.spans
        ]
        marks = tuple(NoteMark(offsets[mark.offset], mark.note) for mark in self.marks)
        return text, normal_spans(text, spans), marks


def inline_of(tag: Tag, leave_out: Sequence[Tag] = ()) -> Inline:
    """Return what an element holds, without the children left out."""
    inline = Inline()
    for child in tag.children:
        if not any(child is other for other in leave_out):
            gather(child, inline)
    return inline


def gather(node: PageElement, inline: Inline) -> None:
    """Append what a node holds: text, spans of its elements, and note marks."""
    if isinstance(node, NavigableString):
        if not isinstance(node, PreformattedString):
            inline.add(str(node).replace("\n", " ").replace("\r", " "))
        return
    if not isinstance(node, Tag) or node.name in _IGNORED or role(node) == "doc-backlink":
        return
    if node.name == "br":
        inline.add("\n")
    elif role(node) == "doc-noteref":
        inline.marks.append(NoteMark(inline.length, (attribute(node, "href") or "").lstrip("#")))
    elif node.name in _PARAGRAPHS:
        inline.add("\n")
        _gather_children(node, inline)
        inline.add("\n")
    else:
        _gather_span(node, inline)


def _gather_children(tag: Tag, inline: Inline) -> None:
    for child in tag.children:
        gather(child, inline)


def _gather_span(tag: Tag, inline: Inline) -> None:
    start = inline.length
    _gather_children(tag, inline)
    kind = _SPANS.get(tag.name)
    href = attribute(tag, "href") if kind is SpanKind.LINK else None
    if kind is not None and (kind is not SpanKind.LINK or href):
        inline.spans.append(Span(start, inline.length, kind, href))


def role(tag: Tag) -> str | None:
    """Return the DPUB-ARIA role of an element; pandoc's class for note marks counts too."""
    if "footnote-ref" in tag.get_attribute_list("class"):
        return "doc-noteref"
    return attribute(tag, "role")


def identifier(tag: Tag) -> str:
    """Return the id of an element, or the empty text."""
    return attribute(tag, "id") or ""


def attribute(tag: Tag, name: str) -> str | None:
    """Return the value of an attribute as one text, or None."""
    value = tag.get(name)
    if value is None or isinstance(value, str):
        return value
    return " ".join(value)
