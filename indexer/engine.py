"""What is asked of an index and what it answers: requests, filters, facets and results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from indexer.errors import FilterError
from indexer.passages import IndexedPassage

__all__ = [
    "DocumentHit",
    "Facet",
    "FacetCount",
    "Filters",
    "PassageHit",
    "SearchRequest",
    "SearchResult",
    "Sort",
    "Widening",
    "YearRange",
]


class Facet(StrEnum):
    """By what results are counted and narrowed; the values are the names in URLs and JSON."""

    MISSION = "mission"
    THEME = "theme"
    YEAR = "year"
    KIND = "kind"
    TYPE = "type"
    AUTHOR = "author"
    CITES = "cites"


class Sort(StrEnum):
    """The order of the documents found."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"


@dataclass(frozen=True, slots=True, order=True)
class YearRange:
    """The years `first` to `last`, both included; `str()` gives the form that `parse` reads."""

    first: int
    last: int

    @classmethod
    def parse(cls, text: str) -> YearRange:
        """Read `1999`, `1999..2005`, `1999..` or `..2005`.

        Raises:
            FilterError: the text has another form.
        """
        first, dots, last = (part.strip() for part in text.partition(".."))
        ends = (first or "0", last or "9999") if dots else (first, first)
        plain = all(end.isascii() and end.isdigit() and len(end) <= 4 for end in ends)
        if not plain or not (first or last):
            raise FilterError("This is not a year.", "Write a year such as 1999, or 1999..2005.")
        low, high = sorted(int(end) for end in ends)
        return cls(low, high)

    def __str__(self) -> str:
        if self.first == self.last:
            return str(self.first)
        first = "" if self.first == 0 else str(self.first)
        last = "" if self.last == 9999 else str(self.last)
        return f"{first}..{last}"

    def __contains__(self, year: int) -> bool:
        return self.first <= year <= self.last


@dataclass(frozen=True, slots=True)
class Filters:
    """The values selected in every facet: any of them within a facet, all facets together.

    Values are ids (mission, theme), years or ranges of years as `YearRange` writes them, kinds of
    passage, types of document, authors' names, and symbols of UN documents cited.
    """

    selected: Mapping[Facet, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, **values: str | tuple[str, ...]) -> Filters:
        """Make filters by name: `Filters.of(mission="monusco", year=("1999", "2001..2005"))`."""
        return cls(
            {
                Facet(name): (value,) if isinstance(value, str) else tuple(value)
                for name, value in values.items()
                if value
            }
        )

    def __bool__(self) -> bool:
        return any(self.selected.values())

    def values(self, facet: Facet) -> tuple[str, ...]:
        """Return the values selected in a facet."""
        return self.selected.get(facet, ())

    def years(self) -> tuple[YearRange, ...]:
        """Return the selected years.

        Raises:
            FilterError: one of them is neither a year nor a range.
        """
        return tuple(YearRange.parse(value) for value in self.values(Facet.YEAR))

    def adding(self, facet: Facet, value: str) -> Filters:
        """Return filters with one value more selected."""
        kept = tuple(other for other in self.values(facet) if other != value)
        return Filters({**self.selected, facet: (*kept, value)})

    def removing(self, facet: Facet, value: str) -> Filters:
        """Return filters without one value."""
        kept = tuple(other for other in self.values(facet) if other != value)
        others = {key: values for key, values in self.selected.items() if key is not facet}
        return Filters({**others, facet: kept} if kept else others)


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One search.

    Attributes:
        query: as typed; empty finds everything that the filters leave.
        filters: what is selected in the facets.
        sort: the order of documents.
        page: from 1.
        page_size: documents a page.
        passages_shown: the most passages shown of one document.
        as_typed: search only for what was typed: no abbreviation is widened.
    """

    query: str = ""
    filters: Filters = field(default_factory=Filters)
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    page_size: int = 10
    passages_shown: int = 3
    as_typed: bool = False


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage found. `snippet` is safe HTML in which only `<mark>` is an element."""

    passage: IndexedPassage
    snippet: str
    score: float

    @property
    def url(self) -> str:
        """Where the passage is read."""
        return self.passage.url


@dataclass(frozen=True, slots=True)
class DocumentHit:
    """A document with its best passages, best first.

    Attributes:
        document: its id.
        title: of the document.
        authors: of the document.
        date: ISO 8601 as exact as known, or None.
        type: of the document.
        passages: the best passages found in it.
        found: how many of its passages match.
    """

    document: str
    title: str
    authors: tuple[str, ...]
    date: str | None
    type: str
    passages: tuple[PassageHit, ...]
    found: int

    @property
    def year(self) -> int | None:
        """The year of publication, if known."""
        return int(self.date[:4]) if self.date else None

    @property
    def more(self) -> int:
        """How many passages match and are not shown."""
        return self.found - len(self.passages)


class FacetCount(NamedTuple):
    """A value of a facet, and what selecting it alone in its facet yields.

    A tuple, because every answer has some hundred of them.

    Attributes:
        id: the value to select.
        label: what readers see.
        documents: how many documents have a passage that matches.
        passages: how many passages match.
        selected: whether it is among the filters.
    """

    id: str
    label: str
    documents: int
    passages: int
    selected: bool


@dataclass(frozen=True, slots=True)
class Widening:
    """An abbreviation in the query (`typed`) that was also searched as its `expansion`."""

    typed: str
    expansion: str


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The answer to a request.

    Attributes:
        request: what was asked.
        documents: how many documents have a passage that matches.
        passages: how many passages match.
        hits: the documents of the page asked for.
        facets: for every facet its values that would yield something, and the selected ones;
            years in order, others by falling count.
        widened: the abbreviations that were also searched in full.
        did_you_mean: a query that finds more, when little was found, else None.
    """

    request: SearchRequest
    documents: int
    passages: int
    hits: tuple[DocumentHit, ...]
    facets: Mapping[Facet, tuple[FacetCount, ...]]
    widened: tuple[Widening, ...] = ()
    did_you_mean: str | None = None

    @property
    def pages(self) -> int:
        """How many pages the result has, at least 1."""
        return max(1, -(-self.documents // self.request.page_size))
