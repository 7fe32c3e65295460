"""Mentions of missions in a text and in a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive.authorities import Authorities
from archive.mentions.context import Context, settle
from archive.mentions.models import Mention, PlacedMention
from archive.mentions.names import NamedMission, mission_finder
from archive.models import Document
from archive.names import NameMatch

__all__ = ["document_mentions", "find_mentions"]

_Found = Mapping[str, tuple[NameMatch[NamedMission], ...]]


def find_mentions(text: str, authorities: Authorities) -> tuple[Mention, ...]:
    """Find the names of missions in a text, in its order; none overlap.

    Acronyms count with their capitals only, names without regard to them. A name that several
    missions share is settled by the text around it, or left open.
    """
    return tuple(placed.mention for placed in _mentions({"": text}, authorities))


def document_mentions(document: Document, authorities: Authorities) -> tuple[PlacedMention, ...]:
    """Find every name of a mission in a document, blocks first.

    What the document says elsewhere helps to settle a name that several missions share.
    """
    texts = {passage.id: passage.text or "" for passage in document.passages()}
    return tuple(_mentions(texts, authorities))


def _mentions(texts: Mapping[str, str], authorities: Authorities) -> Iterator[PlacedMention]:
    finder = mission_finder(authorities)
    found = {passage: tuple(finder.find(text)) for passage, text in texts.items()}
    context = Context(texts, _named_beyond_doubt(found))
    for passage, matches in found.items():
        for match in matches:
            yield PlacedMention(passage, _mention(match, passage, context))


def _named_beyond_doubt(found: _Found) -> frozenset[str]:
    return frozenset(
        match.values[0].mission.id
        for matches in found.values()
        for match in matches
        if not _needs_context(match)
    )


def _needs_context(match: NameMatch[NamedMission]) -> bool:
    return match.values[0].weak or len({named.mission.id for named in match.values}) > 1


def _mention(match: NameMatch[NamedMission], passage: str, context: Context) -> Mention:
    missions = {named.mission.id: named.mission for named in match.values}
    if not _needs_context(match):
        return Mention(match.values[0].mission.id, match.start, match.end)
    winner = settle(missions.values(), passage, match.start, match.end, context)
    if winner is None:
        return Mention(None, match.start, match.end, tuple(missions))
    return Mention(winner.id, match.start, match.end)
