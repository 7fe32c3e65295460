"""What a search found in a document, numbered in the order of the page, with its words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape

from bs4 import BeautifulSoup
from bs4.element import NavigableString
from markupsafe import Markup

from archive.html import Element
from webapp.finding import Found
from webapp.opened import OpenedDocument
from webapp.reading.models import Card, Hit

__all__ = ["TITLE_PLACE", "Hits", "hits_of", "marked_html"]

TITLE_PLACE = "page-title"
"""The id of the title block in the page."""

_OPENING, _CLOSING = '<mark class="found">', "</mark>"
_DEPTH = 30


@dataclass(frozen=True)
class Hits:
    """What a search found, by the id in the page; nothing, if there was none."""

    found: Found | None = None
    by_place: Mapping[str, Hit] = field(default_factory=dict)

    def at(self, place: str) -> Hit | None:
        """Return the hit at a place of the page, if there is one."""
        return self.by_place.get(place)

    def marks(self, place: str, text: str) -> Iterator[Element]:
        """Yield the words to mark in the text of a block or note."""
        if self.found is not None and place in self.by_place:
            for match in self.found.words.matches(text):
                yield Element(match.start, match.end, _OPENING, _CLOSING, _DEPTH)

    def on_title(self, text: str) -> Markup:
        """Return a line of the title block as HTML, with its words marked if it is found."""
        if self.found is None or TITLE_PLACE not in self.by_place:
            return Markup(escape(text))  # noqa: S704 -- escaped here
        matches = self.found.words.matches(text)
        stretches = [(match.start, match.end) for match in matches]
        return Markup(_marked(text, stretches))  # noqa: S704 -- escaped, then marked

    def on_card(self, card: Card) -> Card:
        """Return a card with its words marked if it is found."""
        hit = self.at(card.id)
        if hit is None or self.found is None:
            return card
        return replace(card, hit=hit, body=marked_html(card.body, self.found))


def hits_of(opened: OpenedDocument, found: Found | None, cards: Mapping[str, Card]) -> Hits:
    """Number what a search found in the order of the page.

    Args:
        opened: the document.
        found: what was found in it, if something was searched for.
        cards: of its annotations, by the annotations' ids.
    """
    if found is None:
        return Hits()
    places = list(_places(opened, found, cards))
    around = [None, *places, None]
    return Hits(
        found,
        {
            place: Hit(number, len(places), around[number - 1], around[number + 1])
            for number, place in enumerate(places, start=1)
        },
    )


def marked_html(html: Markup, found: Found) -> Markup:
    """Return safe HTML with the words of a search marked, also across the borders of elements."""
    soup = BeautifulSoup(html, "html.parser")
    strings = [node for node in soup.descendants if isinstance(node, NavigableString)]
    matches = found.words.matches("".join(strings))
    start = 0
    for node in strings:
        end = start + len(node)
        inside = [
            (max(match.start, start) - start, min(match.end, end) - start)
            for match in matches
            if match.start < end and match.end > start
        ]
        if inside:
            node.replace_with(BeautifulSoup(_marked(str(node), inside), "html.parser"))
        start = end
    return Markup(soup.decode(formatter="html5"))  # noqa: S704 -- of safe HTML, text escaped


def _marked(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    parts: list[str] = []
    done = 0
    for start, end in stretches:
        parts += [escape(text[done:start]), _OPENING, escape(text[start:end]), _CLOSING]
        done = end
    return "".join((*parts, escape(text[done:])))


def _places(opened: OpenedDocument, found: Found, cards: Mapping[str, Card]) -> Iterator[str]:
    """Yield the ids in the page of all that was found, in order: cards follow what they are on."""
    if found.title:
        yield TITLE_PLACE
    annotated: dict[str, list[str]] = {}
    for placed in opened.annotations:
        if placed.annotation.id in found.annotations and not placed.end:
            card = cards[placed.key]
            target = placed.anchor.passage or "" if card.letter else ""
            annotated.setdefault(target, []).append(card.id)
    for passage in opened.document.passages():
        if passage.id in found.passages:
            yield passage.id
        yield from annotated.get(passage.id, ())
    yield from annotated.get("", ())
