"""The archive: documents with their notes, authorities, and the folder that holds them."""

from archive.dates import PartialDate
from archive.errors import ArchiveError
from archive.faults import Fault, Severity
from archive.folder import Archive, SourceFile
from archive.metadata import Metadata
from archive.models import Block, BlockKind, Document, Note, NoteMark, Passage, Span, SpanKind
from archive.settings import ArchiveSettings

__all__ = [
    "Archive",
    "ArchiveError",
    "ArchiveSettings",
    "Block",
    "BlockKind",
    "Document",
    "Fault",
    "Metadata",
    "Note",
    "NoteMark",
    "PartialDate",
    "Passage",
    "Severity",
    "SourceFile",
    "Span",
    "SpanKind",
]
