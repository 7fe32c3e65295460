"""The page of all UN documents that are cited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlencode

from archive.authorities import Authorities
from archive.citations.graph import CitationGraph, CitedDocument
from webapp.addresses import un_document_address
from webapp.citing.kinds import KnownUNDocument, known_as
from webapp.pages.base import Page, Site
from webapp.pages.paging import Paging

__all__ = [
    "CitedYear",
    "CitedYears",
    "KindChoice",
    "ListedUNDocument",
    "UNDocumentsPage",
    "UNDocumentsRequest",
    "un_documents_page",
]

PATH = "/un-documents"
HEIGHT = 72
"""The height of the tallest bar, in pixels."""
_LEAST_TALLEST = 4
_LABELS = 8
_SORTS = {"cited": "most cited", "newest": "newest", "symbol": "symbol"}


@dataclass(frozen=True, slots=True)
class UNDocumentsRequest:
    """What is asked for: one kind, the UN documents of one year, an order, a page from 1."""

    kind: str = ""
    year: int | None = None
    sort: str = "cited"
    page: int = 1
    page_size: int = 100

    def address(self, **changes: str | int | None) -> str:
        """Return the address of the list with some of it changed; the page is left out."""
        asked = {"kind": self.kind, "year": self.year, "sort": self.sort, **changes}
        pairs = [
            (name, str(value))
            for name, value in asked.items()
            if value and not (name == "sort" and value == "cited")
        ]
        return f"{PATH}?{urlencode(pairs)}" if pairs else PATH


@dataclass(frozen=True, slots=True)
class ListedUNDocument:
    """A UN document in the list, with how many documents and sentences cite it."""

    label: str
    title: str
    address: str
    kind: str
    year: int | None
    names: tuple[str, ...]
    documents: int
    sentences: int


@dataclass(frozen=True, slots=True)
class KindChoice:
    """A way to see the list; `count` is how many UN documents it has, None for an order."""

    label: str
    address: str
    count: int | None
    selected: bool


@dataclass(frozen=True, slots=True)
class CitedYear:
    """The UN documents of one year, and its bar: place and width in percent, height in pixels."""

    year: int
    address: str
    un_documents: int
    sentences: int
    x: float
    width: float
    height: int
    selected: bool
    named: bool


@dataclass(frozen=True, slots=True)
class CitedYears:
    """The UN documents cited, by the year of their issue."""

    bars: tuple[CitedYear, ...]


@dataclass(frozen=True, kw_only=True)
class UNDocumentsPage(Page):
    """All UN documents that are cited.

    Attributes:
        total: how many there are.
        left: how many the selection leaves.
        sentences: how many sentences cite them.
        kinds: of UN documents, to choose from.
        sorts: the orders to choose from.
        chart: by year of issue, or None.
        chosen: what is selected, in words; empty if nothing is.
        clear: the list without it.
        entries: those of this page.
        paging: the other pages.
        json: the address of the same as JSON.
    """

    template: ClassVar[str] = "un_documents/list.html"
    total: int
    left: int
    sentences: int
    kinds: tuple[KindChoice, ...]
    sorts: tuple[KindChoice, ...]
    chart: CitedYears | None
    chosen: str
    clear: str
    entries: tuple[ListedUNDocument, ...]
    paging: Paging | None
    json: str


_Cited = tuple[KnownUNDocument, CitedDocument]


def un_documents_page(
    request: UNDocumentsRequest, graph: CitationGraph, authorities: Authorities, site: Site
) -> UNDocumentsPage:
    """Return the page of all UN documents that are cited."""
    everything = [
        (known_as(cited.key, cited.symbol, authorities), cited) for cited in graph.cited.values()
    ]
    of_kind = _of_kind(everything, request)
    of_year = _of_year(everything, request)
    left = _ordered(_of_year(of_kind, request), request.sort)
    first = (request.page - 1) * request.page_size
    shown = left[first : first + request.page_size]
    return UNDocumentsPage(
        site=site,
        title="UN documents cited",
        total=len(everything),
        left=len(left),
        sentences=sum(len(cited.cited_by) for _, cited in left),
        kinds=tuple(_kinds(of_year, request)),
        sorts=tuple(
            KindChoice(label, request.address(sort=name), None, name == request.sort)
            for name, label in _SORTS.items()
        ),
        chart=_chart(of_kind, request),
        chosen=", ".join(filter(None, (request.kind, str(request.year or "")))),
        clear=request.address(kind="", year=None),
        entries=tuple(_listed(known, cited) for known, cited in shown),
        paging=_paging(request, len(left)),
        json=request.address().replace(PATH, f"{PATH}.json", 1),
    )


def _of_kind(cited: Sequence[_Cited], request: UNDocumentsRequest) -> list[_Cited]:
    return [one for one in cited if not request.kind or one[0].kind == request.kind]


def _of_year(cited: Sequence[_Cited], request: UNDocumentsRequest) -> list[_Cited]:
    return [one for one in cited if request.year in {None, one[0].year}]


def _ordered(cited: list[_Cited], sort: str) -> list[_Cited]:
    if sort == "newest":
        return sorted(cited, key=lambda one: -(one[0].year or 0))
    if sort == "symbol":
        return sorted(cited, key=lambda one: one[0].label.casefold())
    return cited


def _kinds(cited: Sequence[_Cited], request: UNDocumentsRequest) -> Iterator[KindChoice]:
    counts = Counter(known.kind for known, _ in cited)
    for kind, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        chosen = kind == request.kind
        yield KindChoice(kind, request.address(kind="" if chosen else kind), count, chosen)


def _chart(cited: Sequence[_Cited], request: UNDocumentsRequest) -> CitedYears | None:
    counts = Counter(known.year for known, _ in cited if known.year is not None)
    if len(counts) < 2:
        return None
    sentences: Counter[int] = Counter()
    for known, one in cited:
        sentences[known.year or 0] += len(one.cited_by)
    first, last = min(counts), max(counts)
    width = 100 / (last - first + 1)
    tallest = max(_LEAST_TALLEST, *counts.values())
    step = next(s for s in (1, 2, 5, 10, 20, 50, 100) if (last - first) // s < _LABELS)
    return CitedYears(
        tuple(
            CitedYear(
                year,
                request.address(year=None if year == request.year else year),
                counts[year],
                sentences[year],
                round((year - first) * width, 3),
                round(width, 3),
                -(-counts[year] * HEIGHT // tallest),
                year == request.year,
                year % step == 0 and year + step <= last + 1,
            )
            for year in range(first, last + 1)
        )
    )


def _listed(known: KnownUNDocument, cited: CitedDocument) -> ListedUNDocument:
    return ListedUNDocument(
        known.label,
        known.title,
        un_document_address(known.key),
        known.kind,
        known.year,
        () if known.entry is None else known.entry.common_names,
        cited.documents,
        len(cited.cited_by),
    )


def _paging(request: UNDocumentsRequest, total: int) -> Paging | None:
    pages = max(1, -(-total // request.page_size))
    if pages == 1 and request.page == 1:
        return None
    return Paging(
        request.page,
        pages,
        request.address(page=min(request.page - 1, pages)) if request.page > 1 else None,
        request.address(page=request.page + 1) if request.page < pages else None,
        request.address(),
    )
