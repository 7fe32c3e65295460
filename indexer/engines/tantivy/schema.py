"""The fields of a tantivy index. Their values are terms joined by blanks, already analysed."""

from __future__ import annotations

from tantivy import Schema, SchemaBuilder

from indexer.engine import Facet
from indexer.query.clauses import IndexField

__all__ = ["DOCUMENT", "ROW", "SHOWN", "UNIT", "facet_field", "schema"]

ROW = "row"
UNIT = "unit"
DOCUMENT = "document"
SHOWN = "shown"

_OPTIONS = {
    IndexField.EXACT: "position",
    IndexField.TITLE: "position",
    IndexField.AUTHOR: "position",
    IndexField.STEMS: "freq",
    IndexField.TITLE_STEMS: "freq",
    IndexField.CONTEXT: "freq",
}


def facet_field(facet: Facet) -> str:
    """Return the name of the field that holds the values of a facet."""
    return f"facet_{facet.value}"


def schema() -> Schema:
    """Return the schema of an index."""
    builder = SchemaBuilder()
    for field in IndexField:
        option = _OPTIONS.get(field, "basic")
        builder.add_text_field(field.value, tokenizer_name="whitespace", index_option=option)
    for name in (UNIT, DOCUMENT, *map(facet_field, Facet)):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field(ROW, fast=True, indexed=True)
    builder.add_bytes_field(SHOWN, stored=True)
    return builder.build()
