"""What an engine is given of a passage: its terms by field, and what a result shows of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from operator import attrgetter

from indexer.analysis import text_terms
from indexer.columns import DocumentEntry
from indexer.engine import Facet
from indexer.passages import IndexedPassage, PassageKind
from indexer.query.clauses import IndexField

__all__ = ["Entry", "document_entry", "entry_of", "read_stored", "symbol_term"]

_OF_DOCUMENT = {
    "document", "title", "authors", "date", "type", "proposed_missions", "proposed_themes",
}  # fmt: skip
_SHOWN = [field.name for field in fields(IndexedPassage) if field.name not in _OF_DOCUMENT]
_shown = attrgetter(*_SHOWN)
_LISTS = ("section", "missions", "themes", "mentioned", "symbols")
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as an engine takes it.

    Attributes:
        unit: what it is removed by: all entries of a unit come and go together.
        terms: for every field the terms in the order of the text, repeated as they are there and
            joined by blanks.
        values: of the passage in every facet.
        stored: what a result shows, as text that `read_stored` reads.
    """

    unit: str
    terms: Mapping[IndexField, str]
    values: Mapping[Facet, tuple[str, ...]]
    stored: str

    def __reduce__(self) -> tuple[type[Entry], tuple[object, ...]]:
        """Go to another process quickly: a great many do."""
        return Entry, (self.unit, self.terms, self.values, self.stored)

    def count(self, field: IndexField) -> int:
        """Return how many terms a field has."""
        terms = self.terms.get(field)
        return terms.count(" ") + 1 if terms else 0


def document_entry(passage: IndexedPassage) -> DocumentEntry:
    """Return what the index knows of a document, from its title page."""
    return DocumentEntry(
        passage.document,
        passage.title,
        passage.authors,
        passage.date,
        passage.type,
        passage.missions,
        passage.themes,
        passage.proposed_missions,
        passage.proposed_themes,
    )


def entry_of(passage: IndexedPassage, unit: str) -> Entry:
    """Analyse a passage."""
    terms = _text_terms(passage.text)
    terms[IndexField.CONTEXT] = _context(passage.title, passage.section)
    terms[IndexField.SYMBOL] = " ".join(map(symbol_term, passage.symbols))
    if passage.kind is PassageKind.TITLE:
        heading = _text_terms(passage.text.partition("\n")[0])
        terms[IndexField.TITLE] = heading[IndexField.EXACT]
        terms[IndexField.TITLE_STEMS] = heading[IndexField.STEMS]
        terms[IndexField.AUTHOR] = _text_terms("\n".join(passage.authors))[IndexField.EXACT]
    return Entry(unit, terms, _values(passage), _stored(passage))


def _values(passage: IndexedPassage) -> dict[Facet, tuple[str, ...]]:
    missions = (*passage.missions, *passage.proposed_missions, *passage.mentioned)
    return {
        Facet.MISSION: tuple(dict.fromkeys(missions)),
        Facet.THEME: tuple(dict.fromkeys((*passage.themes, *passage.proposed_themes))),
        Facet.YEAR: () if passage.date is None else (passage.date[:4],),
        Facet.KIND: (passage.kind.value,),
        Facet.TYPE: (passage.type,),
        Facet.AUTHOR: passage.authors,
        Facet.CITES: passage.cited if passage.symbols else (),
    }


def symbol_term(symbol: str) -> str:
    """Return the term of a canonical symbol."""
    return symbol.casefold().replace(" ", "_")


def _text_terms(text: str) -> dict[IndexField, str]:
    found = text_terms(text)
    return {
        IndexField.EXACT: found.exact,
        IndexField.STEMS: found.stems,
        IndexField.JOINED: found.joined,
        IndexField.SPLITS: found.splits,
    }


@lru_cache(maxsize=256)
def _context(title: str, section: tuple[str, ...]) -> str:
    """The stems of a title and section path, which many passages share."""
    return _text_terms("\n".join((title, *section)))[IndexField.STEMS]


def _stored(passage: IndexedPassage) -> str:
    return _JSON.encode(
        {name: value for name, value in zip(_SHOWN, _shown(passage), strict=True) if value}
    )


def read_stored(stored: str, document: DocumentEntry) -> IndexedPassage:
    """Return the passage of an entry."""
    shown = json.loads(stored)
    for name in _LISTS:
        shown[name] = tuple(shown.get(name, ()))
    return IndexedPassage(
        **{"id": "", "text": "", **shown, "kind": PassageKind(shown["kind"])},
        document=document.id,
        title=document.title,
        authors=document.authors,
        date=document.date,
        type=document.type,
        proposed_missions=document.proposed_missions,
        proposed_themes=document.proposed_themes,
    )
