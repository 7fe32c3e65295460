"""The citations of a whole document, each with its block or note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from archive.authorities import Authorities
from archive.citations.cross_references import followed_references
from archive.citations.finding import find_citations, without_overlaps
from archive.citations.models import Citation, CitationForm, PlacedCitation
from archive.citations.pinpoints import pinpoint, short_name
from archive.models import Document
from archive.names import Capitals, Name, NameFinder

__all__ = ["document_citations"]


def document_citations(
    document: Document, authorities: Authorities | None = None
) -> tuple[PlacedCitation, ...]:
    """Find every citation of a document, blocks first, each passage in the order of its text.

    Beside what `find_citations` knows, this follows the short names that the document gives in
    brackets, *ibid.*, and references from note to note. A short name counts in the whole
    document, for notes are read after the text they belong to.
    """
    texts = {passage.id: passage.text or "" for passage in document.passages()}
    found = {passage: find_citations(text, authorities) for passage, text in texts.items()}
    defined = _short_name_finder(texts, found)
    for passage, text in texts.items():
        uses = _by_short_name(text, defined)
        strong = [c for c in found[passage] if c.form is CitationForm.SYMBOL]
        found[passage] = without_overlaps((strong, uses, found[passage]))
    followed: dict[str, list[Citation]] = {passage: [] for passage in texts}
    for passage, citation in followed_references(document, found):
        followed[passage].append(citation)
    return tuple(
        PlacedCitation(passage, citation)
        for passage in texts
        for citation in without_overlaps((found[passage], followed[passage]))
    )


def _short_name_finder(
    texts: Mapping[str, str], found: Mapping[str, tuple[Citation, ...]]
) -> NameFinder[Citation]:
    """The names that the document gives to what it cites; the first to get a name keeps it."""
    names: dict[str, Citation] = {}
    for passage, citations in found.items():
        for citation in citations:
            defined = short_name(texts[passage], citation.end)
            if defined is not None:
                names.setdefault(defined[0], citation)
    return NameFinder(Name(name, citation, Capitals.KEPT) for name, citation in names.items())


def _by_short_name(text: str, defined: NameFinder[Citation]) -> Iterator[Citation]:
    for match in defined.find(text):
        meant = match.values[0]
        yield Citation(
            meant.symbol,
            text[match.start : match.end],
            match.start,
            match.end,
            CitationForm.SHORT_NAME,
            document=meant.document,
            pinpoint=pinpoint(text, match.end),
        )
