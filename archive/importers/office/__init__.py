"""Files of word processors and Markdown, read through pandoc; books in EPUB and TEI, read here."""

from archive.importers.office.importers import OFFICE_IMPORTERS

__all__ = ["OFFICE_IMPORTERS"]
