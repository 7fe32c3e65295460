"""Pages about the citations of a whole archive: who cites whom, and what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from archive.citations.graph import (
    CitationGraph,
    CitingSentence,
    DocumentEdge,
    ReferringSentence,
    Unresolved,
    UnresolvedCitation,
)
from archive.exports import GRAPH_EXPORTS
from webapp.addresses import document_address
from webapp.pages.base import Page, Site
from webapp.pages.marking import marked, marked_at
from webapp.pages.network import Network, network
from webapp.reading import Tag

__all__ = [
    "CitationsPage",
    "DocumentLink",
    "DoubtfulReference",
    "ReferringPlace",
    "UnresolvedEntry",
    "UnresolvedPage",
    "citations_page",
    "unresolved_page",
]

_FORMATS = {"csv": "CSV", "json": "JSON", "graphml": "GraphML"}
_PLACES = 5
_MOST_DOUBTFUL = 200


@dataclass(frozen=True, slots=True)
class ReferringPlace:
    """A sentence with what refers in it marked, what it is called, and where it is read."""

    label: str
    address: str
    sentence: Markup
    context: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class DocumentLink:
    """A document citing another: titles, years and addresses of both, and every sentence."""

    source: str
    source_year: int | None
    source_address: str
    target: str
    target_year: int | None
    target_address: str
    places: tuple[ReferringPlace, ...]


@dataclass(frozen=True, kw_only=True)
class CitationsPage(Page):
    """Documents of the archive citing each other.

    Attributes:
        links: every pair of documents of which one cites the other, by source.
        network: a drawing of them, or None.
        un_documents: how many UN documents are cited.
        sentences: how many sentences cite them.
        exports: the citation graph in other forms.
    """

    template: ClassVar[str] = "citations/citations.html"
    links: tuple[DocumentLink, ...]
    network: Network | None
    un_documents: int
    sentences: int
    exports: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class UnresolvedEntry:
    """What could not be resolved: why, how often, and the first places where it stands."""

    name: str
    reason: str
    explanation: str
    times: int
    documents: int
    places: tuple[ReferringPlace, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DoubtfulReference:
    """A reference that may mean a document of the archive; confidence is in percent."""

    place: ReferringPlace
    target: str
    target_address: str
    form: str
    confidence: int


@dataclass(frozen=True, kw_only=True)
class UnresolvedPage(Page):
    """Citations that lead nowhere, for editors.

    Attributes:
        entries: the most frequent first.
        citations: how many citations they are.
        doubtful: references to documents of the archive that are not sure, the surest first.
        more_doubtful: how many more of them there are.
        csv: the address of the list as CSV.
        json: the address of the same as JSON.
    """

    template: ClassVar[str] = "citations/unresolved.html"
    entries: tuple[UnresolvedEntry, ...]
    citations: int
    doubtful: tuple[DoubtfulReference, ...]
    more_doubtful: int
    csv: str
    json: str


def citations_page(graph: CitationGraph, site: Site) -> CitationsPage:
    """Return the page of documents citing each other."""
    return CitationsPage(
        site=site,
        title="Who cites whom",
        links=tuple(_link(edge, graph) for edge in graph.document_edges),
        network=network(graph.document_edges, graph.documents),
        un_documents=len(graph.cited),
        sentences=sum(len(cited.cited_by) for cited in graph.cited.values()),
        exports=tuple(
            Tag(_FORMATS.get(name, name), f"/citations{export.suffix}")
            for name, export in GRAPH_EXPORTS.items()
        ),
    )


def unresolved_page(graph: CitationGraph, site: Site) -> UnresolvedPage:
    """Return the page of what leads nowhere."""
    return UnresolvedPage(
        site=site,
        title="Unresolved citations",
        entries=tuple(_entry(one) for one in graph.unresolved),
        citations=len(graph.unresolved_citations),
        doubtful=tuple(_doubtful(graph)),
        more_doubtful=max(0, len(graph.doubtful) - _MOST_DOUBTFUL),
        csv="/citations/unresolved.csv",
        json="/citations/unresolved.json",
    )


def _link(edge: DocumentEdge, graph: CitationGraph) -> DocumentLink:
    source, target = graph.documents[edge.source], graph.documents[edge.target]
    return DocumentLink(
        source.title,
        source.year,
        document_address(source.id),
        target.title,
        target.year,
        document_address(target.id),
        tuple(_place(sentence) for sentence in edge.sentences),
    )


def _entry(one: Unresolved) -> UnresolvedEntry:
    shown = one.citations[:_PLACES]
    return UnresolvedEntry(
        one.name,
        one.reason.value,
        one.explanation,
        len(one.citations),
        one.documents,
        tuple(_unresolved_place(citation) for citation in shown),
        len(one.citations) - len(shown),
    )


def _doubtful(graph: CitationGraph) -> Iterator[DoubtfulReference]:
    surest = sorted(graph.doubtful, key=lambda one: -one.confidence)
    for sentence in surest[:_MOST_DOUBTFUL]:
        target = graph.documents.get(sentence.target)
        if target is not None:
            yield DoubtfulReference(
                _place(sentence),
                target.title,
                document_address(target.id),
                sentence.form.value,
                round(100 * sentence.confidence),
            )


def _unresolved_place(found: UnresolvedCitation) -> ReferringPlace:
    start = found.start - found.place.start
    return _at(found, marked_at(found.place.text, start, start + len(found.written)))


def _place(found: CitingSentence | ReferringSentence) -> ReferringPlace:
    return _at(found, marked(found.place.text, found.written))


def _at(
    found: CitingSentence | ReferringSentence | UnresolvedCitation, sentence: Markup
) -> ReferringPlace:
    place = found.place
    label = place.section[-1] if place.section else "text"
    return ReferringPlace(
        label if place.note is None else f"note {place.note}",
        document_address(found.document.id, place.passage),
        sentence,
        place.context,
        found.document.title,
    )
