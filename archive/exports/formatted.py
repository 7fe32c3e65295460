"""References written out in the styles of journals and publishers, by citeproc-py.

The styles lie beside this module as CSL files. They know reports and nothing else, for documents
of an archive are cited as reports; they leave the capitals of titles alone.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from io import BytesIO
from types import SimpleNamespace

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    Locator,
)
from citeproc.source.json import CiteProcJSON

from archive.exports.csl import csl_item
from archive.exports.items import Item

__all__ = ["FormattedReference", "formatted"]

_ITALIC, _ROMAN, _LESS_THAN = "\ue000", "\ue001", "\ue002"
# What could be taken for markup in a text goes through the processor as a private character.
_GUARD = {ord(_ITALIC): None, ord(_ROMAN): None, ord(_LESS_THAN): None, ord("<"): _LESS_THAN}
_DOUBLE_STOP = re.compile(rf"([?!]{_ROMAN}?)\.")
_PLAIN = {ord(_ITALIC): None, ord(_ROMAN): None, ord(_LESS_THAN): "<"}


@dataclass(frozen=True, slots=True)
class FormattedReference:
    """How a style refers to an item.

    Attributes:
        citation: in a note or in the text, with the place in the document; plain text.
        reference: in the list of references; plain text.
        citation_html: the same as HTML: escaped, titles in `<i>`.
        reference_html: likewise.
    """

    citation: str
    reference: str
    citation_html: str
    reference_html: str


def formatted(items: Iterable[Item], style: str) -> tuple[FormattedReference, ...]:
    """Return items in a style, each as if it were cited alone.

    Args:
        items: in any order, which is kept.
        style: `chicago-notes`, `chicago-author-date`, `apa`, `mla` or `harvard`.
    """
    read = _read_style(style)
    return tuple(_one(item, read) for item in items)


def _italic(text: str) -> str:
    return f"{_ITALIC}{text}{_ROMAN}"


_UNCHANGED = ("Oblique", "Bold", "Light", "Underline", "Superscript", "Subscript", "SmallCaps")
_MARKING = SimpleNamespace(preformat=str, Italic=_italic, **dict.fromkeys(_UNCHANGED, str))
"""A formatter that marks italics and leaves all else to be escaped afterwards."""


def _one(item: Item, style: CitationStylesStyle) -> FormattedReference:
    guarded = json.dumps(csl_item(item), ensure_ascii=False).translate(_GUARD)
    data = json.loads(guarded) | {"id": "item"}
    bibliography = CitationStylesBibliography(style, CiteProcJSON([data]), _MARKING)
    citation = Citation([CitationItem("item", **_locator(item))])
    bibliography.register(citation)
    cited = _punctuated(str(bibliography.cite(citation, _missing)))
    listed = _punctuated(*map(str, bibliography.bibliography()))
    return FormattedReference(
        cited.translate(_PLAIN), listed.translate(_PLAIN), _html(cited), _html(listed)
    )


def _locator(item: Item) -> dict[str, Locator]:
    """The place, or nothing: an empty one counts as a place."""
    if item.locator is None:
        return {}
    return {"locator": Locator(item.locator.label, item.locator.value.translate(_GUARD))}


def _punctuated(marked: str) -> str:
    """The text without a full stop after the question mark of a title."""
    return _DOUBLE_STOP.sub(r"\1", marked)


def _html(marked: str) -> str:
    escaped = html.escape(marked.replace(_LESS_THAN, "<"), quote=False)
    return escaped.replace(_ITALIC, "<i>").replace(_ROMAN, "</i>")


def _missing(item: CitationItem) -> None:
    raise KeyError(item.key)


def _read_style(name: str) -> CitationStylesStyle:
    """A style of its own for each call: while it writes, a style keeps what it has written."""
    content = files("archive.exports").joinpath("styles", f"{name}.csl").read_bytes()
    return CitationStylesStyle(BytesIO(content), validate=False)
