"""Annotations as cards, lettered in the order of their places."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from markupsafe import Markup

from annotations import AnchorState, body_html
from archive import PartialDate
from archive.authorities import Authorities
from webapp.addresses import annotation_address, document_address, mission_address, theme_address
from webapp.opened import OpenedDocument, PlacedAnnotation
from webapp.reading.models import Card, CardReply, Tag

__all__ = ["card_id", "cards_of", "day", "letters", "markdown_html", "mission_tags", "theme_tags"]

_KEPT_BODIES = 2048
"""Rendered bodies that are kept: a change of one annotation leaves the others as they were."""
_SURE = (AnchorState.EXACT, AnchorState.MOVED)


def cards_of(opened: OpenedDocument) -> dict[str, Card]:
    """Return the cards of a document's annotations, by the keys of these, in their order."""
    cards: dict[str, Card] = {}
    placed_so_far = 0
    for placed in opened.annotations:
        sure = placed.anchor.state in _SURE
        letter = letters(placed_so_far) if sure else ""
        cards[placed.key] = _card(placed, letter, opened)
        placed_so_far += sure
    return cards


def card_id(key: str) -> str:
    """Return the id that the card of an annotation has in the page of its document."""
    return f"annotation-{key}"


def letters(index: int) -> str:
    """Return `a` for 0, `b` for 1, ..., `z`, `aa`, `ab`, ..."""
    name = ""
    index += 1
    while index:
        index, letter = divmod(index - 1, 26)
        name = chr(ord("a") + letter) + name
    return name


@lru_cache(maxsize=_KEPT_BODIES)
def markdown_html(markdown: str) -> Markup:
    """Return Markdown as safe HTML whose links lead to addresses of the site."""
    return Markup(body_html(markdown, document_address))  # noqa: S704 -- cleaned by nh3


def mission_tags(missions: tuple[str, ...], authorities: Authorities) -> tuple[Tag, ...]:
    """Return missions as links to their pages."""
    return tuple(
        Tag(authorities.mission_label(mission), mission_address(mission)) for mission in missions
    )


def theme_tags(themes: tuple[str, ...], authorities: Authorities) -> tuple[Tag, ...]:
    """Return themes as links to their pages."""
    return tuple(Tag(authorities.theme_label(theme), theme_address(theme)) for theme in themes)


def day(time: dt.datetime) -> str:
    """Return a day in words: `12 March 2026`."""
    return PartialDate(time.year, time.month, time.day).long


def moment(time: dt.datetime) -> str:
    """Return a moment in words: `12 March 2026, 09:30 UTC`."""
    utc = time.astimezone(dt.UTC)
    return f"{day(utc)}, {utc:%H:%M} UTC"


def _other_end(placed: PlacedAnnotation) -> Tag | None:
    """Return a link to where a cross-reference leads from here, named by its words."""
    ends = placed.annotation.ends
    if len(ends) == 1:
        return None
    end = ends[1 - placed.end]
    words = "" if end.target.quote is None else f", “{end.target.quote.exact}”"
    return Tag(end.document + words, document_address(end.document, end.target.passage or None))


def _card(placed: PlacedAnnotation, letter: str, opened: OpenedDocument) -> Card:
    annotation, authorities = placed.annotation, opened.authorities
    return Card(
        id=card_id(placed.key),
        annotation=annotation.id,
        state=annotation.state.value,
        address=annotation_address(annotation.id),
        letter=letter,
        back=f"annotated-{placed.key}" if letter else "",
        kind=annotation.kind.value,
        editor=annotation.editor,
        date=day(annotation.modified),
        quote="" if placed.target.quote is None else placed.target.quote.exact,
        body=markdown_html(annotation.body),
        tags=mission_tags(annotation.missions, authorities)
        + theme_tags(annotation.themes, authorities),
        other_end=_other_end(placed),
        replies=tuple(
            CardReply(reply.editor, day(reply.created), markdown_html(reply.body))
            for reply in annotation.replies
        ),
    )
