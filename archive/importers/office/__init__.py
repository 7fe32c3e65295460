"""Files of word processors, e-books, Markdown and TEI; all but TEI are read through pandoc."""

from archive.importers.office.importers import OFFICE_IMPORTERS

__all__ = ["OFFICE_IMPORTERS"]
