"""What can be referred to: the documents of an archive by author, year and words of the title."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archive.authors import read_author
from archive.metadata import Metadata
from archive.names import fold_letters

__all__ = ["Catalogue", "Entry", "TitleForm", "catalogue_entry", "words_of"]

_WORD = re.compile(r"[^\W_]{3,}|\d+")
_EVERYDAY_LIST = (
    "and are can das der des die does for from has have how its les los not our pour the und une"
    " was were what when where which who why with"
)
_EVERYDAY = frozenset(_EVERYDAY_LIST.split())
_KEYS = 3
_FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class TitleForm:
    """One form of a title, as texts may give it.

    Attributes:
        text: folded, so that it can be compared.
        words: the words that tell it from others.
        keys: the rarest of them in the catalogue.
    """

    text: str
    words: frozenset[str]
    keys: frozenset[str] = frozenset()

    @property
    def most_missing(self) -> int:
        """How many of the words a text may lack and still have the title."""
        return max(1, len(self.words) // 5)


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as others refer to it.

    Attributes:
        id: of the document.
        names: folded family names of its authors in order, or the names of bodies.
        publisher: folded, or empty.
        year: of publication, or None.
        titles: forms of its title.
    """

    id: str
    names: tuple[str, ...]
    publisher: str
    year: int | None
    titles: tuple[TitleForm, ...]


class Catalogue:
    """The documents of an archive, to be looked up by what references say."""

    def __init__(self, documents: Iterable[tuple[str, Metadata]]) -> None:
        """Take the id and the metadata of every document."""
        plain = [catalogue_entry(identifier, metadata) for identifier, metadata in documents]
        counts = Counter(
            word for entry in plain for word in {w for form in entry.titles for w in form.words}
        )
        self._entries = tuple(_with_keys(entry, counts) for entry in plain)
        self._by_name: dict[str, list[Entry]] = defaultdict(list)
        self._by_key: dict[str, list[tuple[Entry, TitleForm]]] = defaultdict(list)
        for entry in self._entries:
            for name in entry.names[:1]:
                self._by_name[name].append(entry)
            for form in entry.titles:
                for key in form.keys:
                    self._by_key[key].append((entry, form))

    def by_first_author(self, name: str) -> tuple[Entry, ...]:
        """Return the documents whose first author has a family name (folded)."""
        return tuple(self._by_name.get(name, ()))

    def with_words(self, words: frozenset[str]) -> Iterator[tuple[Entry, TitleForm]]:
        """Yield the titles most of whose words are among those given."""
        hits: Counter[tuple[str, str]] = Counter()
        found: dict[tuple[str, str], tuple[Entry, TitleForm]] = {}
        for word in words & self._by_key.keys():
            for entry, form in self._by_key[word]:
                hits[entry.id, form.text] += 1
                found[entry.id, form.text] = (entry, form)
        for key, (entry, form) in found.items():
            missing = len(form.words - words)
            if hits[key] >= len(form.keys) - 1 and missing <= form.most_missing:
                yield entry, form


def words_of(folded: str) -> frozenset[str]:
    """Return the words of a folded text that tell one title from another."""
    return frozenset(_WORD.findall(folded)) - _EVERYDAY


def catalogue_entry(identifier: str, metadata: Metadata) -> Entry:
    """Return a document as others refer to it; what is rare in its titles is not yet known."""
    authors = [read_author(name) for name in metadata.authors]
    return Entry(
        identifier,
        tuple(fold_letters(author.family or author.name) for author in authors),
        fold_letters(metadata.publisher or ""),
        metadata.year,
        tuple(_title_forms(metadata)),
    )


def _title_forms(metadata: Metadata) -> Iterator[TitleForm]:
    """The title with and without its subtitle, if they say enough to be recognised."""
    whole = f"{metadata.title}: {metadata.subtitle}" if metadata.subtitle else metadata.title
    for text in dict.fromkeys((whole, metadata.title)):
        folded = fold_letters(" ".join(text.split()))
        words = words_of(folded)
        if len(words) >= _FEWEST_WORDS:
            yield TitleForm(folded, words)


def _with_keys(entry: Entry, counts: Counter[str]) -> Entry:
    forms = (
        TitleForm(
            form.text,
            form.words,
            frozenset(sorted(form.words, key=lambda word: (counts[word], word))[:_KEYS]),
        )
        for form in entry.titles
    )
    return Entry(entry.id, entry.names, entry.publisher, entry.year, tuple(forms))
