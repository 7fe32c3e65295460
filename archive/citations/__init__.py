"""Citations: recognised references to UN documents, with their places."""

from archive.citations.faults import citation_faults
from archive.citations.finding import find_citations
from archive.citations.models import Citation, CitationForm, PlacedCitation
from archive.citations.placing import document_citations

__all__ = [
    "Citation",
    "CitationForm",
    "PlacedCitation",
    "citation_faults",
    "document_citations",
    "find_citations",
]
