"""The citation graph: what each document adds to it, and what the whole archive makes of it.

`document_graph` looks at one document alone, so that its result can be kept until the document
or the authorities change; `citation_graph` puts such results together.
"""

from archive.citations.graph.documents import document_graph
from archive.citations.graph.filtering import filter_citing
from archive.citations.graph.merging import (
    CitationGraph,
    CitedDocument,
    DocumentEdge,
    citation_graph,
)
from archive.citations.graph.models import (
    CitingDocument,
    CitingSentence,
    DocumentGraph,
    ReferringSentence,
    UnresolvedCitation,
    UnresolvedReason,
)
from archive.citations.graph.storing import graph_data, read_graph_data
from archive.citations.graph.together import CitedTogether
from archive.citations.graph.unresolved import Unresolved
from archive.citations.places import SentencePlace

__all__ = [
    "CitationGraph",
    "CitedDocument",
    "CitedTogether",
    "CitingDocument",
    "CitingSentence",
    "DocumentEdge",
    "DocumentGraph",
    "ReferringSentence",
    "SentencePlace",
    "Unresolved",
    "UnresolvedCitation",
    "UnresolvedReason",
    "citation_graph",
    "document_graph",
    "filter_citing",
    "graph_data",
    "read_graph_data",
]
