"""Citations of one text: by symbol, by resolution number, by a name of the authority."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from archive.authorities import Authorities, UNDocument
from archive.citations.models import Citation, CitationForm
from archive.citations.pinpoints import pinpoint, stands_for_same
from archive.names import Capitals, Name, NameFinder
from archive.symbols import find_symbols

__all__ = ["find_citations", "without_overlaps"]

_ARTICLES = ("An ", "A ", "The ")
_RESOLUTION = "S/RES/"


def find_citations(text: str, authorities: Authorities | None = None) -> tuple[Citation, ...]:
    """Find the citations of UN documents in a text, in its order; none overlap.

    Args:
        text: the text of a block or note.
        authorities: knows the common names ("Brahimi report") and the ids of UN documents;
            without it only symbols and resolutions are recognised.
    """
    found = [_by_symbol(text, authorities)]
    if authorities is not None:
        found.append(_by_name(text, authorities))
    return _with_restatements(text, without_overlaps(found))


def without_overlaps(ranked: Iterable[Iterable[Citation]]) -> tuple[Citation, ...]:
    """Join lists of citations; where they overlap, those of an earlier list stay."""
    kept: list[Citation] = []
    for citations in ranked:
        starts = [citation.start for citation in kept]
        free = (one for one in citations if not _overlaps(one, kept, starts))
        kept = sorted([*kept, *free], key=lambda citation: citation.start)
    return tuple(kept)


def _overlaps(citation: Citation, kept: Sequence[Citation], starts: Sequence[int]) -> bool:
    """Whether a citation overlaps one of those kept, which are sorted and do not overlap."""
    index = bisect_left(starts, citation.end)
    return index > 0 and kept[index - 1].end > citation.start


def _by_symbol(text: str, authorities: Authorities | None) -> Iterator[Citation]:
    for match in find_symbols(text):
        symbol = match.symbol
        known = (
            None
            if authorities is None or symbol.fault is not None
            else authorities.un_document_with_symbol(symbol.canonical)
        )
        yield Citation(
            symbol.canonical,
            text[match.start : match.end],
            match.start,
            match.end,
            CitationForm.SYMBOL,
            document=None if known is None else known.id,
            pinpoint=pinpoint(text, match.end),
            fault=symbol.fault,
        )


def _by_name(text: str, authorities: Authorities) -> Iterator[Citation]:
    for match in _name_finder(authorities).find(text):
        documents = {document.id: document for document in match.values}
        if len(documents) == 1:
            document = match.values[0]
            yield Citation(
                document.symbol,
                text[match.start : match.end],
                match.start,
                match.end,
                CitationForm.NAME,
                document=document.id,
                pinpoint=pinpoint(text, match.end),
            )


@lru_cache(maxsize=4)
def _name_finder(authorities: Authorities) -> NameFinder[UNDocument]:
    """The common names of all UN documents, with and without their article."""
    return NameFinder(
        Name(form, document, Capitals.KEPT)
        for document in authorities.un_documents
        for name in document.common_names
        for form in {name, _without_article(name)}
    )


def _without_article(name: str) -> str:
    return next((name.removeprefix(word) for word in _ARTICLES if name.startswith(word)), name)


def _with_restatements(text: str, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """See `resolution 1325 (2000), UN Doc. S/RES/1325, para. 8` as one reference.

    Both forms get the pinpoint. If they do not name the same resolution, the second has a fault.
    """
    seen = list(citations)
    for index in range(len(seen) - 2, -1, -1):
        first, second = seen[index], seen[index + 1]
        if not stands_for_same(text[first.end : second.start]):
            continue
        if first.key == second.key:
            seen[index] = replace(first, pinpoint=first.pinpoint or second.pinpoint)
        elif _contradicts(first, second):
            fault = f"The text says {first.symbol}, the symbol beside it {second.symbol}."
            seen[index + 1] = replace(second, fault=second.fault or fault)
    return tuple(seen)


def _contradicts(worded: Citation, written: Citation) -> bool:
    """Whether a resolution named in words is followed by the symbol of another."""
    return (
        worded.text[-1] == ")"
        and not worded.text.startswith(_RESOLUTION)
        and (worded.symbol or "").startswith(_RESOLUTION)
        and written.text.startswith(_RESOLUTION)
    )
