"""document.html: the model to and from semantic HTML5, in the conventions of pandoc and DPUB-ARIA.

A note mark is `<a role="doc-noteref" href="#fn12" id="fnref12">`, notes are `<li id="fn12">` in
`<section role="doc-endnotes">`, each with a `doc-backlink` to every place that refers to it.
"""

from archive.html.inline import Element, Insert, inline_html, span_elements
from archive.html.reading import read_document_html
from archive.html.writing import mark_ids, write_document_html

__all__ = [
    "Element",
    "Insert",
    "inline_html",
    "mark_ids",
    "read_document_html",
    "span_elements",
    "write_document_html",
]
