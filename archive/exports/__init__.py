"""Exports: documents, passages and the citation graph in the forms that other tools read.

`archive.exports.formatted`, which writes references in the styles of publishers, is loaded only
when it is asked for.
"""

from archive.exports.graphs import unresolved_csv
from archive.exports.items import Item, Locator, document_item, metadata_item, passage_item
from archive.exports.json import document_json
from archive.exports.registry import (
    EXPORTS,
    GRAPH_EXPORTS,
    Export,
    GraphExport,
    UnknownFormatError,
    export_document,
    export_documents,
    export_graph,
    export_items,
    export_passage,
)
from archive.exports.tags import coins, dublin_core_tags, highwire_tags, schema_org_report

__all__ = [
    "EXPORTS",
    "GRAPH_EXPORTS",
    "Export",
    "GraphExport",
    "Item",
    "Locator",
    "UnknownFormatError",
    "coins",
    "document_item",
    "document_json",
    "dublin_core_tags",
    "export_document",
    "export_documents",
    "export_graph",
    "export_items",
    "export_passage",
    "highwire_tags",
    "metadata_item",
    "passage_item",
    "schema_org_report",
    "unresolved_csv",
]
