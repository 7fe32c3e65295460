"""What one document adds to the citation graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from archive.authorities import Authorities
from archive.citations.graph.models import (
    CitingDocument,
    CitingSentence,
    DocumentGraph,
    ReferringSentence,
    UnresolvedCitation,
    UnresolvedReason,
)
from archive.citations.models import Citation, CitationForm, PlacedCitation
from archive.citations.places import SentencePlaces
from archive.models import Document
from archive.references import Reference, ReferenceForm
from archive.symbols import find_unreadable, parse_symbol

__all__ = ["document_graph"]

_FOLLOWED = {CitationForm.IBID, CitationForm.NOTE, CitationForm.SHORT_NAME}


def document_graph(
    document: Document,
    citations: Iterable[PlacedCitation],
    references: Iterable[Reference] = (),
    authorities: Authorities | None = None,
) -> DocumentGraph:
    """Return what a document adds to the citation graph.

    Args:
        document: the document.
        citations: its citations of UN documents.
        references: its references to other documents of the archive.
        authorities: for the symbol of a document that is itself a UN document under a name.
    """
    placed = list(citations)
    about = _citing_document(document, authorities)
    places = SentencePlaces(document)
    return DocumentGraph(
        about,
        tuple(_citing(about, placed, places)),
        tuple(_referring(about, references, places)),
        tuple(_unresolved(about, placed, places)) + tuple(_unreadable(about, document, places)),
    )


def _citing_document(document: Document, authorities: Authorities | None) -> CitingDocument:
    metadata = document.metadata
    return CitingDocument(
        document.id,
        metadata.title,
        metadata.date,
        metadata.missions,
        metadata.themes,
        _own_symbol(document, authorities),
    )


def _own_symbol(document: Document, authorities: Authorities | None) -> str | None:
    """The symbol that metadata.yaml gives as `symbol` or `number`, as the authority writes it."""
    for key in ("symbol", "number"):
        value = document.metadata.extra.get(key)
        parsed = parse_symbol(value) if isinstance(value, str) else None
        if parsed is not None:
            known = authorities and authorities.un_document_with_symbol(parsed.canonical)
            return (known.symbol if known else None) or parsed.canonical
    return None


def _citing(
    about: CitingDocument, placed: Iterable[PlacedCitation], places: SentencePlaces
) -> Iterator[CitingSentence]:
    """One for every sentence and UN document, in the order of the text."""
    found: dict[tuple[str, int, str], list[Citation]] = {}
    for one in placed:
        citation = one.citation
        if citation.document is not None or citation.fault is None:
            place = places.at(one.passage, citation.start)
            found.setdefault((one.passage, place.start, citation.key), []).append(citation)
    for (passage, _, key), cited in found.items():
        yield CitingSentence(
            about,
            places.at(passage, cited[0].start),
            key,
            cited[0].symbol,
            cited[0].document,
            tuple(citation.text for citation in cited),
            tuple(dict.fromkeys(c.pinpoint for c in cited if c.pinpoint is not None)),
        )


def _referring(
    about: CitingDocument, references: Iterable[Reference], places: SentencePlaces
) -> Iterator[ReferringSentence]:
    """One for every sentence, target and form; the surest reference counts."""
    found: dict[tuple[str, int, str, ReferenceForm], list[Reference]] = {}
    for reference in references:
        start = places.at(reference.passage, reference.start).start
        key = (reference.passage, start, reference.target, reference.form)
        found.setdefault(key, []).append(reference)
    for (passage, _, target, form), same in found.items():
        surest = max(same, key=lambda reference: reference.confidence)
        yield ReferringSentence(
            about,
            places.at(passage, same[0].start),
            target,
            form,
            surest.confidence,
            surest.doubtful,
            tuple(reference.text for reference in same),
        )


def _unresolved(
    about: CitingDocument, placed: Iterable[PlacedCitation], places: SentencePlaces
) -> Iterator[UnresolvedCitation]:
    """Contradictions, and symbols without an entry; what only follows those is left out."""
    for one in placed:
        citation = one.citation
        if citation.fault is not None:
            reason, explanation = UnresolvedReason.CONTRADICTION, citation.fault
        elif citation.document is None and citation.form not in _FOLLOWED:
            reason = UnresolvedReason.UNKNOWN
            explanation = f"The authority has no entry for {citation.symbol}."
        else:
            continue
        yield UnresolvedCitation(
            about,
            places.at(one.passage, citation.start),
            citation.text,
            citation.start,
            reason,
            citation.symbol,
            explanation,
        )


def _unreadable(
    about: CitingDocument, document: Document, places: SentencePlaces
) -> Iterator[UnresolvedCitation]:
    for passage in document.passages():
        for found in find_unreadable(passage.text or ""):
            yield UnresolvedCitation(
                about,
                places.at(passage.id, found.start),
                found.text,
                found.start,
                UnresolvedReason.UNREADABLE,
                None,
                found.explanation,
            )
