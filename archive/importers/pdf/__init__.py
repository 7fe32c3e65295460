"""The importer of PDFs: type and place on the page tell what is what."""

from archive.importers.pdf.importer import PdfImporter

__all__ = ["PdfImporter"]
