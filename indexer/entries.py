"""What an engine is given of a passage: its terms by field, and what a result shows of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass

from indexer.analysis import Forms, forms, raw_words, stem
from indexer.columns import DocumentEntry
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
        terms: for every field the terms in the order of the text, repeated as they are there.
        stored: what a result shows, as text that `read_stored` reads.
    """

    unit: str
    terms: Mapping[IndexField, Sequence[str]]
    stored: str

    @property
    def length(self) -> int:
        """How many words there are."""
        return len(self.terms[IndexField.STEMS])

    @property
    def context_length(self) -> int:
        """How many words the title and section path have."""
        return len(self.terms[IndexField.CONTEXT])


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
    found = [forms(raw) for raw in raw_words(passage.text)]
    exact, stems, joined, splits = _by_form(found)
    context = _by_form(map(forms, raw_words(" \n".join((passage.title, *passage.section)))))[1]
    terms: dict[IndexField, Sequence[str]] = {
        IndexField.EXACT: exact,
        IndexField.STEMS: stems,
        IndexField.CONTEXT: context,
        IndexField.JOINED: joined,
        IndexField.SPLITS: splits,
        IndexField.SYMBOL: [symbol_term(symbol) for symbol in passage.symbols],
    }
    if passage.kind is PassageKind.TITLE:
        heading = passage.text.partition("\n")[0]
        title = _by_form(map(forms, raw_words(heading)))
        names = _by_form(map(forms, raw_words(" \n".join(passage.authors))))
        terms[IndexField.TITLE], terms[IndexField.TITLE_STEMS] = title[0], title[1]
        terms[IndexField.AUTHOR] = names[0]
    return Entry(unit, terms, _stored(passage))


def symbol_term(symbol: str) -> str:
    """Return the term of a canonical symbol."""
    return symbol.casefold()


def _by_form(found: Sequence[Forms] | map[Forms]) -> tuple[list[str], ...]:
    """Return exact forms, stems, joined forms, and joined forms with what they are joined of."""
    exact: list[str] = []
    joined: list[str] = []
    splits: list[str] = []
    for word in found:
        exact += word.parts
        if word.joined is not None:
            joined.append(word.joined)
            splits.append(f"{word.joined}={' '.join(word.parts)}")
    return exact, [*map(stem, exact), *map(stem, joined)], joined, splits


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
