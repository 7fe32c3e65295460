"""Exports: a document in the forms that other tools read; a module for every format."""

from archive.exports.json import document_json
from archive.exports.registry import EXPORTS, Export, UnknownFormatError, export_document

__all__ = ["EXPORTS", "Export", "UnknownFormatError", "document_json", "export_document"]
