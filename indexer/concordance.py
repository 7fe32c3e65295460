"""Concordance: every occurrence of what is searched for, a line each, with its context.

The lines of a word or phrase side by side show how a language uses it (keyword in context).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from indexer.analysis import words
from indexer.csv_rows import csv_row
from indexer.engine import Filters
from indexer.names import Names
from indexer.passages import IndexedPassage
from indexer.search import Snapshot
from indexer.snippets import Match

__all__ = [
    "MOST_PASSAGES",
    "Concordance",
    "ConcordanceLine",
    "ConcordanceRequest",
    "ConcordanceSort",
    "concordance",
    "concordance_csv",
]

MOST_PASSAGES = 20_000
"""The most passages that are read for one concordance."""
_SORTED_WORDS = 5


class ConcordanceSort(StrEnum):
    """The order of lines: of the documents, or of the words right or left of the occurrence."""

    DOCUMENT = "document"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class ConcordanceRequest:
    """What a concordance is wanted of.

    Attributes:
        query: as for a search; every place that it would mark is an occurrence.
        filters: as for a search.
        sort: the order of lines.
        page: from 1.
        page_size: lines a page.
        width: characters of context on each side.
        as_typed: widen no abbreviation.
    """

    query: str
    filters: Filters = field(default_factory=Filters)
    sort: ConcordanceSort = ConcordanceSort.DOCUMENT
    page: int = 1
    page_size: int = 50
    width: int = 60
    as_typed: bool = False


@dataclass(frozen=True, slots=True)
class ConcordanceLine:
    """One occurrence: where it stands, the words themselves, and what is left and right of them."""

    passage: IndexedPassage
    left: str
    keyword: str
    right: str


@dataclass(frozen=True, slots=True)
class Concordance:
    """A page of a concordance.

    Attributes:
        request: what was asked.
        lines: of the page.
        occurrences: how many lines there are, on all pages.
        passages: in how many passages.
        complete: whether every passage found was read; of very many only the first are.
    """

    request: ConcordanceRequest
    lines: tuple[ConcordanceLine, ...]
    occurrences: int
    passages: int
    complete: bool

    @property
    def pages(self) -> int:
        """How many pages there are, at least 1."""
        return max(1, -(-self.occurrences // self.request.page_size))


def concordance(snapshot: Snapshot, request: ConcordanceRequest, names: Names) -> Concordance:
    """Return a page of a concordance.

    Raises:
        QueryError: the query or a filter is refused.
    """
    found = snapshot.found(request.query, request.filters, names, as_typed=request.as_typed)
    lines = [
        _line(passage, match, request.width)
        for passage in snapshot.passages(found.rows[:MOST_PASSAGES].tolist())
        for match in found.highlighter.matches(passage.text)
    ]
    if request.sort is not ConcordanceSort.DOCUMENT:
        lines.sort(key=_right if request.sort is ConcordanceSort.RIGHT else _left)
    first = (request.page - 1) * request.page_size
    return Concordance(
        request,
        tuple(lines[first : first + request.page_size]),
        len(lines),
        len({(line.passage.document, line.passage.id) for line in lines}),
        len(found.rows) <= MOST_PASSAGES,
    )


def concordance_csv(lines: Iterable[ConcordanceLine]) -> Iterator[str]:
    """Yield lines of a concordance as CSV, with a heading, one at a time."""
    yield csv_row(("document", "title", "year", "kind", "left", "keyword", "right", "address"))
    for line in lines:
        passage = line.passage
        place = (passage.document, passage.title, passage.year, passage.kind.value)
        yield csv_row((*place, line.left, line.keyword, line.right, passage.url))


def _line(passage: IndexedPassage, match: Match, width: int) -> ConcordanceLine:
    text = passage.text
    left = text[max(0, match.start - width) : match.start]
    if match.start > width and not text[match.start - width - 1].isspace():
        left = left.partition(" ")[2]
    right = text[match.end : match.end + width]
    if match.end + width < len(text) and not text[match.end + width].isspace():
        right = right.rpartition(" ")[0]
    sides = (left, text[match.start : match.end], right)
    return ConcordanceLine(passage, *(side.replace("\n", " ") for side in sides))


def _right(line: ConcordanceLine) -> list[str]:
    return [word.exact for word in words(line.right)][:_SORTED_WORDS]


def _left(line: ConcordanceLine) -> list[str]:
    return [word.exact for word in words(line.left)][: -_SORTED_WORDS - 1 : -1]
