"""From a document to what its page shows: safe HTML, no template and no web request needed."""

from __future__ import annotations

from archive import Note
from webapp.opened import OpenedDocument
from webapp.reading.cards import card_id, day, markdown_html, mission_tags, theme_tags
from webapp.reading.contents import contents_of
from webapp.reading.layers import Layers
from webapp.reading.models import (
    Box,
    Card,
    CardReply,
    ContentsEntry,
    Heading,
    Item,
    ItemList,
    Paragraph,
    Part,
    Quotation,
    ReadableNote,
    ReadableText,
    Tag,
    TextBlock,
)
from webapp.reading.parts import parts_of

__all__ = [
    "Box",
    "Card",
    "CardReply",
    "ContentsEntry",
    "Heading",
    "Item",
    "ItemList",
    "Paragraph",
    "Part",
    "Quotation",
    "ReadableNote",
    "ReadableText",
    "Tag",
    "TextBlock",
    "card_id",
    "day",
    "markdown_html",
    "mission_tags",
    "readable",
    "theme_tags",
]


def readable(opened: OpenedDocument) -> ReadableText:
    """Return a document's text as its page shows it."""
    layers = Layers.of(opened)
    return ReadableText(
        contents_of(opened.document),
        parts_of(opened.document, layers),
        tuple(_note(note, layers) for note in opened.document.notes),
        layers.unplaced(),
    )


def _note(note: Note, layers: Layers) -> ReadableNote:
    backs = tuple(layers.backs.get(note.id, ()))
    return ReadableNote(note.label, layers.text_block(note), note.text is None, backs)
