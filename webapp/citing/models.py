"""What an archive knows of its citations at one time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from archive import Metadata
from archive.citations.graph import CitationGraph, citation_graph
from archive.references import Catalogue

__all__ = ["CatalogueState", "Citations", "catalogue_state"]

CatalogueState = Mapping[str, tuple[str, ...]]
"""For every document what references to it depend on."""


@dataclass(frozen=True)
class Citations:
    """Who cites what, and the documents that can be referred to; none of it changes.

    Attributes:
        graph: the citation graph.
        metadata: of every document that is served, by its id.
        catalogue: the same documents, to be looked up by what references say.
        state: what links between documents depend on; equal as long as they lead to the same.
    """

    graph: CitationGraph = field(default_factory=lambda: citation_graph(()))
    metadata: Mapping[str, Metadata] = field(default_factory=dict)
    catalogue: Catalogue = field(default_factory=lambda: Catalogue(()))
    state: frozenset[tuple[str, tuple[str, ...]]] = frozenset()

    @cached_property
    def held(self) -> Mapping[str, str]:
        """The ids of those documents that are themselves UN documents, by symbol."""
        held: dict[str, str] = {}
        for document in self.graph.documents.values():
            if document.symbol is not None:
                held.setdefault(document.symbol, document.id)
        return held


def catalogue_state(metadata: Mapping[str, Metadata]) -> CatalogueState:
    """Return for every document what references to it, and links from citations, depend on."""
    return {identifier: _referred_to_by(one) for identifier, one in metadata.items()}


def _referred_to_by(metadata: Metadata) -> tuple[str, ...]:
    own = (str(metadata.extra.get(key, "")) for key in ("symbol", "number"))
    texts = (metadata.title, metadata.subtitle, metadata.publisher, metadata.year)
    return (*(str(text or "") for text in texts), *own, *metadata.authors)
