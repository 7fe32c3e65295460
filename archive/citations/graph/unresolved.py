"""Citations that lead nowhere, by frequency."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from archive.citations.graph.models import UnresolvedCitation, UnresolvedReason

__all__ = ["Unresolved", "by_frequency"]


@dataclass(frozen=True, slots=True)
class Unresolved:
    """What could not be resolved, wherever it stands.

    Attributes:
        name: the canonical symbol, else the citation as first written.
        reason: why.
        explanation: a sentence for editors.
        citations: every place, in the order of the documents.
    """

    name: str
    reason: UnresolvedReason
    explanation: str
    citations: tuple[UnresolvedCitation, ...]

    @property
    def documents(self) -> int:
        """In how many documents it stands."""
        return len({citation.document.id for citation in self.citations})


def by_frequency(citations: Iterable[UnresolvedCitation]) -> tuple[Unresolved, ...]:
    """Put citations of the same thing together, the most frequent first."""
    found: dict[tuple[str, UnresolvedReason], list[UnresolvedCitation]] = defaultdict(list)
    for citation in citations:
        name = citation.symbol or " ".join(citation.written.split())
        key = name if citation.symbol else name.casefold()
        found[key, citation.reason].append(citation)
    grouped = [
        Unresolved(
            same[0].symbol or " ".join(same[0].written.split()),
            reason,
            same[0].explanation,
            tuple(same),
        )
        for (_, reason), same in found.items()
    ]
    return tuple(sorted(grouped, key=lambda one: (-len(one.citations), one.name)))
