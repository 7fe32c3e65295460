"""Citations that contradict themselves, as faults for `check`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from archive.authorities import Authorities
from archive.citations.placing import document_citations
from archive.faults import Fault, Severity
from archive.models import Document, Note

__all__ = ["citation_faults"]


def citation_faults(document: Document, authorities: Authorities, path: Path) -> Iterator[Fault]:
    """Yield a warning for every citation whose number, year or symbols contradict each other.

    Args:
        document: the document.
        authorities: of its archive.
        path: of its document.html.
    """
    for placed in document_citations(document, authorities):
        citation = placed.citation
        if citation.fault is not None:
            passage = document.by_id[placed.passage]
            place = f"Note {passage.label}" if isinstance(passage, Note) else "The text"
            written = " ".join(citation.text.split())
            yield Fault(
                "contradictory-citation",
                f"{place} ('{passage.id}') cites '{written}'. {citation.fault}",
                "Compare the original: correct the text, or leave it if the author erred.",
                path,
                severity=Severity.WARNING,
            )
