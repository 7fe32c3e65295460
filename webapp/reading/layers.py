"""What is laid over a text: links, citations, mentions, note marks and annotated words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape
from typing import TypeVar

from markupsafe import Markup

from archive import Passage, SpanKind
from archive.html import Element, Insert, inline_html, mark_ids, span_elements
from archive.mentions import Mention
from webapp.addresses import annotate_address, mission_address, safe_href
from webapp.finding import Found
from webapp.opened import READERS, OpenedDocument, PlacedAnnotation
from webapp.reading.abbreviations import abbreviations_used
from webapp.reading.capitals import capitals
from webapp.reading.cards import cards_of
from webapp.reading.cited import cited_links
from webapp.reading.hits import Hits, hits_of
from webapp.reading.models import Card, TextBlock

__all__ = ["Layers"]

_Value = TypeVar("_Value")

_CITATION_DEPTH = 1
_ANNOTATION_DEPTH = 20


@dataclass(frozen=True)
class Layers:
    """All that is laid over a document's text, by the id of the block or note it stands in.

    Attributes:
        opened: the document and what was found in it.
        cards: the annotations as cards, by the annotation's id.
        mark_ids: the ids of note marks, by passage and index.
        backs: for every note the ids of its marks.
        labels: of the notes.
        cited: the links to what is cited, by passage.
        mentions: by passage.
        annotations: those whose place is sure, by passage.
        hits: what a search found.
        abbreviations: of the document's own list, by passage.
        made: blocks and notes that are made already, by their ids.
    """

    opened: OpenedDocument
    cards: Mapping[str, Card]
    mark_ids: Mapping[tuple[str, int], str]
    backs: Mapping[str, list[str]]
    labels: Mapping[str, str]
    cited: Mapping[str, list[Element]]
    mentions: Mapping[str, list[Mention]]
    annotations: Mapping[str, list[PlacedAnnotation]]
    hits: Hits
    abbreviations: Mapping[str, list[Element]]
    made: Mapping[str, TextBlock] = field(default_factory=dict)

    @classmethod
    def of(cls, opened: OpenedDocument) -> Layers:
        """Sort by passage what was found in a document; no search is among it."""
        document, cards = opened.document, cards_of(opened)
        ids = mark_ids(document)
        marks = (
            (mark.note, ids[passage.id, index])
            for passage in document.passages()
            for index, mark in enumerate(passage.marks)
        )
        return cls(
            opened=opened,
            cards=cards,
            mark_ids=ids,
            backs=_gathered(marks),
            labels={note.id: note.label for note in document.notes},
            cited=cited_links(opened),
            mentions=_gathered((one.passage, one.mention) for one in opened.mentions),
            annotations=_gathered(
                (placed.anchor.passage or "", placed)
                for placed in opened.annotations
                if cards[placed.key].letter
            ),
            hits=Hits(),
            abbreviations=abbreviations_used(document),
        )

    def with_blocks(self) -> Layers:
        """Return layers that have made all blocks and notes, and need not make them again."""
        passages = self.opened.document.passages()
        return replace(self, made={passage.id: self.text_block(passage) for passage in passages})

    def with_found(self, found: Found) -> Layers:
        """Return layers with what a search found on top; only what it concerns is made anew."""
        hits = hits_of(self.opened, found, self.cards)
        return replace(
            self,
            cards={key: hits.on_card(card) for key, card in self.cards.items()},
            hits=hits,
            made={
                key: block
                for key, block in self.made.items()
                if not any(map(hits.at, (key, *(card.id for card in block.cards))))
            },
        )

    def text_block(self, passage: Passage) -> TextBlock:
        """Return a block or note with everything laid over its text."""
        if passage.id in self.made:
            return self.made[passage.id]
        annotations = self.annotations.get(passage.id, [])
        return TextBlock(
            id=passage.id,
            lines=tuple(self._lines(passage)),
            cards=tuple(self.cards[placed.key] for placed in annotations),
            whole=any(placed.target.quote is None for placed in annotations),
            hit=self.hits.at(passage.id),
            annotate=self._annotate(passage),
        )

    def unplaced(self) -> tuple[Card, ...]:
        """Return the annotations whose place in today's text is not sure."""
        return tuple(card for card in self.cards.values() if not card.letter)

    def _annotate(self, passage: Passage) -> str:
        opened = self.opened
        if opened.seen == READERS or passage.text is None:
            return ""
        return annotate_address(opened.document.id, passage.id)

    def _lines(self, passage: Passage) -> Iterator[Markup]:
        text = passage.text or ""
        elements = list(self._elements(passage))
        inserts = [*self._note_marks(passage), *self._annotation_marks(passage)]
        start = 0
        for line in text.split("\n"):
            end = start + len(line)
            html = inline_html(text, elements, inserts, start=start, end=end)
            yield Markup(html)  # noqa: S704 -- inline_html escapes the text
            start = end + 1

    def _elements(self, passage: Passage) -> Iterator[Element]:
        """Yield the links of the text first: of links that overlap the first keeps the place.

        A mission is linked once in a block or note: more would disturb reading.
        """
        yield from _spans(passage)
        yield from self.cited.get(passage.id, [])
        yield from self._mentions(passage)
        yield from self.abbreviations.get(passage.id, [])
        yield from capitals(passage)
        yield from self.hits.marks(passage.id, passage.text or "")
        for placed in self.annotations.get(passage.id, []):
            if placed.target.quote is not None:
                anchor, key = placed.anchor, escape(placed.key)
                opening = f'<mark class="annotated" data-annotation="{key}">'
                yield Element(anchor.start, anchor.end, opening, "</mark>", _ANNOTATION_DEPTH)

    def _mentions(self, passage: Passage) -> Iterator[Element]:
        linked: set[str] = set()
        for mention in self.mentions.get(passage.id, []):
            mission = self.opened.authorities.mission(mention.mission or "")
            if mission is not None and mission.id not in linked:
                linked.add(mission.id)
                address = mission_address(mission.id)
                yield _link(mention.start, mention.end, address, "mention", mission.name)

    def _note_marks(self, passage: Passage) -> Iterator[Insert]:
        for index, mark in enumerate(passage.marks):
            label = escape(self.labels.get(mark.note, "?"))
            yield Insert(
                mark.offset,
                f'<a class="note-mark" href="#{escape(mark.note)}"'
                f' id="{escape(self.mark_ids[passage.id, index])}" role="doc-noteref"'
                f' aria-label="Note {label}">{label}</a>',
            )

    def _annotation_marks(self, passage: Passage) -> Iterator[Insert]:
        for placed in self.annotations.get(passage.id, []):
            card = self.cards[placed.key]
            yield Insert(
                placed.anchor.end,
                f'<a class="annotation-mark" href="#{escape(card.id)}" id="{escape(card.back)}"'
                f' data-anchor="{placed.anchor.state.value}"'
                f' aria-label="Annotation {card.letter}, {escape(card.kind)} by'
                f' {escape(card.editor)}">{card.letter}</a>',
            )


def _gathered(pairs: Iterable[tuple[str, _Value]]) -> Mapping[str, list[_Value]]:
    gathered: defaultdict[str, list[_Value]] = defaultdict(list)
    for passage, value in pairs:
        gathered[passage].append(value)
    return gathered


def _spans(passage: Passage) -> list[Element]:
    """The formatting of a text; links get the address they have on the site, or are left out."""
    spans = (
        replace(span, href=safe_href(span.href)) if span.kind is SpanKind.LINK else span
        for span in passage.spans
    )
    return span_elements(span for span in spans if span.kind is not SpanKind.LINK or span.href)


def _link(start: int, end: int, address: str, kind: str, title: str) -> Element:
    opening = f'<a class="{kind}" href="{escape(address)}" title="{escape(title)}">'
    return Element(start, end, opening, "</a>", _CITATION_DEPTH, exclusive=True)
