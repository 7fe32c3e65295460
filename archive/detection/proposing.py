"""Proposing the chief missions and themes of a document.

A mission is proposed if its names weigh something of their own and something beside those of the
mission named most: a paper on four missions that names thirty once is about four. For themes the
same, with two different terms at least, and only the foremost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from archive.authorities import Authorities
from archive.detection.evidence import Evidence, Occurrence, passage_weight, weigh
from archive.mentions import document_mentions
from archive.models import Block, BlockKind, Document, Passage
from archive.names import Capitals, Name, NameFinder, is_acronym

__all__ = ["Proposal", "propose"]

_LEAST_MISSION = 3.0
_MISSION_SHARE = 0.1
_LEAST_THEME = 4.0
_THEME_SHARE = 0.15
_MOST_THEMES = 6
_SHORT_DOCUMENT = 1000  # words; of shorter ones less is asked
_WEAK_TERM = 0.2


@dataclass(frozen=True, slots=True)
class Proposal:
    """The missions and themes that a document seems to be about, the chief ones first."""

    missions: tuple[Evidence, ...]
    themes: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class _Term:
    theme: str
    weak: bool


def propose(document: Document, authorities: Authorities) -> Proposal:
    """Propose the chief missions and themes of a document, with what speaks for them."""
    titled = _with_title(document)
    return Proposal(_missions(titled, authorities), _themes(titled, authorities))


def _missions(document: Document, authorities: Authorities) -> tuple[Evidence, ...]:
    evidence = weigh(_mission_occurrences(document, authorities))
    least = max(_LEAST_MISSION, _MISSION_SHARE * evidence[0].weight) if evidence else 0
    return tuple(found for found in evidence if found.weight >= least)


def _mission_occurrences(document: Document, authorities: Authorities) -> Iterator[Occurrence]:
    for placed in document_mentions(document, authorities):
        mention = placed.mention
        passage = document.by_id[placed.passage]
        if mention.mission is not None:
            name = (passage.text or "")[mention.start : mention.end]
            yield Occurrence(mention.mission, name, passage_weight(passage, document))


def _themes(document: Document, authorities: Authorities) -> tuple[Evidence, ...]:
    evidence = weigh(_theme_occurrences(document, authorities))
    words = sum(len((passage.text or "").split()) for passage in document.passages())
    enough = _LEAST_THEME * min(1.0, max(words / _SHORT_DOCUMENT, 0.25))
    least = max(enough, _THEME_SHARE * evidence[0].weight) if evidence else 0
    chief = (found for found in evidence if found.weight >= least and len(found.terms) > 1)
    return tuple(chief)[:_MOST_THEMES]


def _theme_occurrences(document: Document, authorities: Authorities) -> Iterator[Occurrence]:
    finder = _term_finder(authorities)
    passages: tuple[Passage, ...] = tuple(document.passages())
    for passage in passages:
        text = passage.text or ""
        weight = passage_weight(passage, document)
        for match in finder.find(text):
            written = text[match.start : match.end].lower()
            for term in match.values:
                share = _WEAK_TERM if term.weak else 1.0
                yield Occurrence(term.theme, written, weight * share, term.weak)


@lru_cache(maxsize=4)
def _term_finder(authorities: Authorities) -> NameFinder[_Term]:
    return NameFinder(
        Name(term, _Term(theme.id, weak), _capitals(term))
        for theme in authorities.themes
        for terms, weak in ((theme.terms, False), (theme.weak_terms, True))
        for term in dict.fromkeys(terms)
    )


def _capitals(term: str) -> Capitals:
    if is_acronym(term):
        return Capitals.EXACT
    return Capitals.FREE if term.islower() else Capitals.KEPT


def _with_title(document: Document) -> Document:
    """The document with its title as a heading, unless it has that already."""
    title = document.metadata.title
    if not title or any(block.text == title for block in document.blocks):
        return document
    heading = Block("", BlockKind.HEADING, title, level=1)
    return Document(document.id, document.metadata, (heading, *document.blocks), document.notes)
