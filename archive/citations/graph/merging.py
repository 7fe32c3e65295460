"""The citation graph of a whole archive, put together from what each document adds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from archive.citations.graph.models import (
    CitingDocument,
    CitingSentence,
    DocumentGraph,
    ReferringSentence,
    UnresolvedCitation,
)
from archive.citations.graph.together import CitedTogether, often_together
from archive.citations.graph.unresolved import Unresolved, by_frequency
from archive.symbols import parse_symbol

__all__ = ["CitationGraph", "CitedDocument", "DocumentEdge", "citation_graph"]


@dataclass(frozen=True, slots=True)
class CitedDocument:
    """A UN document and the sentences that cite it.

    Attributes:
        key: its id in the authority, else its symbol.
        symbol: the canonical symbol, or None for a paper without one.
        un_document: the id in the authority, or None.
        held: the id of the document of the archive that is this UN document, or None.
        cited_by: every citing sentence, by date of its document, undated ones last.
    """

    key: str
    symbol: str | None
    un_document: str | None
    held: str | None
    cited_by: tuple[CitingSentence, ...]

    @property
    def documents(self) -> int:
        """How many documents cite it."""
        return len({sentence.document.id for sentence in self.cited_by})

    @property
    def by_year(self) -> Mapping[int, int]:
        """How many sentences of each year's publications cite it, in order, gaps left out."""
        years = [s.document.year for s in self.cited_by if s.document.year is not None]
        return {year: years.count(year) for year in sorted(set(years))}


@dataclass(frozen=True, slots=True)
class DocumentEdge:
    """One document of the archive citing another.

    Attributes:
        source: the id of the document that cites.
        target: the id of the document that is cited.
        sentences: where, in the order of the text.
    """

    source: str
    target: str
    sentences: tuple[ReferringSentence | CitingSentence, ...]


@dataclass(frozen=True)
class CitationGraph:
    """Which sentence of which document cites what.

    Attributes:
        documents: every document of the archive by its id, those that cite nothing too.
        cited: every UN document cited, by its key, the most cited first.
        referring: sentences that refer to documents of the archive, doubtful ones too.
        unresolved_citations: what leads nowhere, in the order of the documents.
    """

    documents: Mapping[str, CitingDocument]
    cited: Mapping[str, CitedDocument]
    referring: tuple[ReferringSentence, ...]
    unresolved_citations: tuple[UnresolvedCitation, ...]

    def cited_by(self, key: str) -> tuple[CitingSentence, ...]:
        """Return the sentences that cite a UN document, sorted by date; none if nothing does."""
        cited = self.cited.get(key)
        return () if cited is None else cited.cited_by

    def key_of(self, symbol: str) -> str | None:
        """Return the key of the cited UN document with a symbol, or with it as a half."""
        return self._keys_by_symbol.get(symbol)

    def together(self, key: str, limit: int = 10) -> tuple[CitedTogether, ...]:
        """Return the UN documents that are often cited together with one, the closest first."""
        return often_together(key, self._by_passage, self._passages_of)[:limit]

    @cached_property
    def unresolved(self) -> tuple[Unresolved, ...]:
        """What leads nowhere, the most frequent first."""
        return by_frequency(self.unresolved_citations)

    @cached_property
    def doubtful(self) -> tuple[ReferringSentence, ...]:
        """References to documents of the archive that editors should look at."""
        return tuple(sentence for sentence in self.referring if sentence.doubtful)

    @cached_property
    def document_edges(self) -> tuple[DocumentEdge, ...]:
        """Documents citing documents, beyond doubt, by source and target.

        Citations of a UN document that the archive holds are among them.
        """
        edges: dict[tuple[str, str], list[ReferringSentence | CitingSentence]] = defaultdict(list)
        for sentence in self.referring:
            if not sentence.doubtful and sentence.target in self.documents:
                edges[sentence.document.id, sentence.target].append(sentence)
        for cited in self.cited.values():
            for citing in cited.cited_by if cited.held is not None else ():
                if citing.document.id != cited.held and cited.held is not None:
                    edges[citing.document.id, cited.held].append(citing)
        return tuple(DocumentEdge(*ends, tuple(found)) for ends, found in sorted(edges.items()))

    @cached_property
    def _by_passage(self) -> Mapping[tuple[str, str], tuple[CitingSentence, ...]]:
        passages: dict[tuple[str, str], list[CitingSentence]] = defaultdict(list)
        for cited in self.cited.values():
            for sentence in cited.cited_by:
                passages[sentence.document.id, sentence.place.passage].append(sentence)
        return {passage: tuple(sentences) for passage, sentences in passages.items()}

    @cached_property
    def _passages_of(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        return {
            key: frozenset((s.document.id, s.place.passage) for s in cited.cited_by)
            for key, cited in self.cited.items()
        }

    @cached_property
    def _keys_by_symbol(self) -> Mapping[str, str]:
        keys: dict[str, str] = {}
        for key, cited in self.cited.items():
            parsed = None if cited.symbol is None else parse_symbol(cited.symbol)
            for symbol in (cited.symbol, *(parsed.halves if parsed is not None else ())):
                if symbol is not None:
                    keys.setdefault(symbol, key)
        return keys


def citation_graph(parts: Iterable[DocumentGraph]) -> CitationGraph:
    """Put a graph together from what each document adds.

    A symbol that elsewhere is half of a double symbol is the same UN document.
    """
    added = list(parts)
    sentences = _joined_halves([sentence for part in added for sentence in part.citing])
    held = {part.document.symbol: part.document.id for part in reversed(added)}
    by_key: dict[str, list[CitingSentence]] = defaultdict(list)
    for sentence in sentences:
        by_key[sentence.key].append(sentence)
    cited = [
        CitedDocument(
            key,
            found[0].symbol,
            found[0].un_document,
            held.get(found[0].symbol) if found[0].symbol is not None else None,
            tuple(sorted(found, key=_date_order)),
        )
        for key, found in by_key.items()
    ]
    cited.sort(key=lambda one: (-len(one.cited_by), one.symbol or one.key))
    return CitationGraph(
        {part.document.id: part.document for part in added},
        {one.key: one for one in cited},
        tuple(sentence for part in added for sentence in part.referring),
        tuple(citation for part in added for citation in part.unresolved),
    )


def _date_order(sentence: CitingSentence) -> tuple[bool, tuple[int, int, int], str]:
    """Undated last; the order of the text is kept within a document."""
    date = sentence.document.date
    return (date is None, (0, 0, 0) if date is None else date.sort_key, sentence.document.id)


def _joined_halves(sentences: list[CitingSentence]) -> list[CitingSentence]:
    doubles: dict[str, CitingSentence] = {}
    for sentence in sentences:
        parsed = None if sentence.symbol is None else parse_symbol(sentence.symbol)
        for half in () if parsed is None or len(parsed.halves) == 1 else parsed.halves:
            doubles.setdefault(half, sentence)
    return [
        sentence if sentence.un_document is not None else _joined(sentence, doubles)
        for sentence in sentences
    ]


def _joined(sentence: CitingSentence, doubles: Mapping[str, CitingSentence]) -> CitingSentence:
    double = doubles.get(sentence.symbol or "")
    if double is None:
        return sentence
    return replace(sentence, key=double.key, symbol=double.symbol, un_document=double.un_document)
