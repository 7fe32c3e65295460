"""What an engine is given of a passage: its terms by field, and what a result shows of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from indexer.analysis import ChunkTerms, chunk_terms, chunks
from indexer.columns import DocumentEntry
from indexer.engine import Facet
from indexer.passages import IndexedPassage, PassageKind
from indexer.query.clauses import IndexField

__all__ = ["Entry", "document_entry", "entry_of", "read_stored", "symbol_term"]

_OF_DOCUMENT = (
    "document", "title", "authors", "date", "type",
    "proposed_missions", "proposed_themes",
)  # fmt: skip
_LISTS = ("section", "missions", "themes", "mentioned", "symbols")


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
    terms[IndexField.CONTEXT] = _joined(
        found.stems for found in _analysed("\n".join((passage.title, *passage.section)))
    )
    terms[IndexField.SYMBOL] = " ".join(map(symbol_term, passage.symbols))
    if passage.kind is PassageKind.TITLE:
        heading = _analysed(passage.text.partition("\n")[0])
        terms[IndexField.TITLE] = _joined(found.exact for found in heading)
        terms[IndexField.TITLE_STEMS] = _joined(found.stems for found in heading)
        authors = _analysed("\n".join(passage.authors))
        terms[IndexField.AUTHOR] = _joined(found.exact for found in authors)
    return Entry(unit, terms, _values(passage), _stored(passage))


def _values(passage: IndexedPassage) -> dict[Facet, tuple[str, ...]]:
    return {
        Facet.MISSION: tuple(dict.fromkeys((*passage.missions, *passage.mentioned))),
        Facet.THEME: passage.themes,
        Facet.YEAR: () if passage.date is None else (passage.date[:4],),
        Facet.KIND: (passage.kind.value,),
        Facet.TYPE: (passage.type,),
        Facet.AUTHOR: passage.authors,
    }


def symbol_term(symbol: str) -> str:
    """Return the term of a canonical symbol."""
    return symbol.casefold().replace(" ", "_")


def _text_terms(text: str) -> dict[IndexField, str]:
    found = _analysed(text)
    return {
        IndexField.EXACT: _joined(chunk.exact for chunk in found),
        IndexField.STEMS: _joined(chunk.stems for chunk in found),
        IndexField.JOINED: _joined(chunk.joined for chunk in found),
        IndexField.SPLITS: _joined(chunk.splits for chunk in found),
    }


def _analysed(text: str) -> list[ChunkTerms]:
    return [chunk_terms(chunk) for chunk in chunks(text)]


def _joined(terms: Iterable[str]) -> str:
    return " ".join(filter(None, terms))


def _stored(passage: IndexedPassage) -> str:
    fields = asdict(passage)
    for name in _OF_DOCUMENT:
        del fields[name]
    kept = {name: value for name, value in fields.items() if value not in (None, "", (), [])}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def read_stored(stored: str, document: DocumentEntry) -> IndexedPassage:
    """Return the passage of an entry."""
    fields = json.loads(stored)
    for name in _LISTS:
        fields[name] = tuple(fields.get(name, ()))
    return IndexedPassage(
        **{"id": "", "text": "", **fields, "kind": PassageKind(fields["kind"])},
        document=document.id,
        title=document.title,
        authors=document.authors,
        date=document.date,
        type=document.type,
        proposed_missions=document.proposed_missions,
        proposed_themes=document.proposed_themes,
    )
