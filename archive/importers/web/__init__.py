"""Web pages: the article without what stands around it, its notes linked, its metadata."""

from archive.importers.web.importer import WebImporter

__all__ = ["WebImporter"]
