"""References from one document of an archive to another: links, titles, authors and years.

They depend on the document and on the catalogue of all documents: where a title, an author or a
date changes, or a document comes or goes, references to it may.
"""

from archive.references.author_dates import AuthorDate, find_author_dates
from archive.references.candidates import could_refer
from archive.references.catalogue import Catalogue
from archive.references.finding import document_references
from archive.references.models import SURE, Reference, ReferenceForm

__all__ = [
    "SURE",
    "AuthorDate",
    "Catalogue",
    "Reference",
    "ReferenceForm",
    "could_refer",
    "document_references",
    "find_author_dates",
]
