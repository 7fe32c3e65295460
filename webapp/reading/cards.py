"""Annotations as cards, lettered in the order of their places."""

from __future__ import annotations

import datetime as dt

from bs4 import BeautifulSoup
from markupsafe import Markup

from annotations import AnchorState, body_html
from archive import PartialDate
from archive.authorities import Authorities
from indexer import Facet
from webapp.addresses import facet_address, safe_href
from webapp.opened import OpenedDocument, PlacedAnnotation
from webapp.reading.models import Card, CardReply, Tag

__all__ = ["annotation_body", "cards_of", "day", "letters", "mission_tags", "theme_tags"]

_SURE = (AnchorState.EXACT, AnchorState.MOVED)


def cards_of(opened: OpenedDocument) -> dict[str, Card]:
    """Return the cards of a document's annotations, by the annotation's id, in their order."""
    cards: dict[str, Card] = {}
    placed_so_far = 0
    for placed in opened.annotations:
        sure = placed.anchor.state in _SURE
        cards[placed.annotation.id] = _card(
            placed, letters(placed_so_far) if sure else "", opened.authorities
        )
        placed_so_far += sure
    return cards


def letters(index: int) -> str:
    """Return `a` for 0, `b` for 1, ..., `z`, `aa`, `ab`, ..."""
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(ord("a") + letter) + name
    return name


def annotation_body(markdown: str) -> Markup:
    """Return a body as safe HTML whose links lead to addresses of the site."""
    soup = BeautifulSoup(body_html(markdown), "html.parser")
    for link in soup.find_all("a"):
        address = safe_href(str(link.get("href", "")))
        if address is None:
            link.unwrap()
        else:
            link["href"] = address
    return Markup(str(soup))  # noqa: S704 -- cleaned by nh3, only addresses were changed


def mission_tags(missions: tuple[str, ...], authorities: Authorities) -> tuple[Tag, ...]:
    """Return missions as links to all that is about them."""
    return tuple(
        Tag(authorities.mission_label(mission), facet_address(Facet.MISSION, mission))
        for mission in missions
    )


def theme_tags(themes: tuple[str, ...], authorities: Authorities) -> tuple[Tag, ...]:
    """Return themes as links to all that is about them."""
    return tuple(
        Tag(authorities.theme_label(theme), facet_address(Facet.THEME, theme)) for theme in themes
    )


def day(time: dt.datetime) -> str:
    """Return a day in words: `12 March 2026`."""
    return PartialDate(time.year, time.month, time.day).long


def _card(placed: PlacedAnnotation, letter: str, authorities: Authorities) -> Card:
    annotation = placed.annotation
    return Card(
        id=f"annotation-{annotation.id}",
        letter=letter,
        back=f"annotated-{annotation.id}" if letter else "",
        kind=annotation.kind.value,
        editor=annotation.editor,
        date=day(annotation.modified),
        quote="" if annotation.target.quote is None else annotation.target.quote.exact,
        body=annotation_body(annotation.body),
        tags=mission_tags(annotation.missions, authorities)
        + theme_tags(annotation.themes, authorities),
        replies=tuple(
            CardReply(reply.editor, day(reply.created), annotation_body(reply.body))
            for reply in annotation.replies
        ),
    )
