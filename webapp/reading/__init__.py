"""From a document to what its page shows: safe HTML, no template and no web request needed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from archive import Note
from webapp.finding import Found
from webapp.opened import OpenedDocument
from webapp.reading.abbreviations import abbreviation_id
from webapp.reading.cards import card_id, day, markdown_html, mission_tags, moment, theme_tags
from webapp.reading.contents import contents_of
from webapp.reading.hits import TITLE_PLACE, Hits
from webapp.reading.layers import Layers
from webapp.reading.models import (
    Box,
    Card,
    CardReply,
    ContentsEntry,
    Heading,
    Hit,
    Item,
    ItemList,
    Paragraph,
    Part,
    Quotation,
    ReadableNote,
    ReadableText,
    ReadableTitle,
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
    "Hit",
    "Item",
    "ItemList",
    "Paragraph",
    "Part",
    "Quotation",
    "ReadableNote",
    "ReadableText",
    "ReadableTitle",
    "Reading",
    "Tag",
    "TextBlock",
    "abbreviation_id",
    "card_id",
    "day",
    "markdown_html",
    "mission_tags",
    "moment",
    "readable",
    "theme_tags",
]


@dataclass(frozen=True)
class Reading:
    """A document, and its text as the page shows it, which is made once."""

    opened: OpenedDocument

    @cached_property
    def text(self) -> ReadableText:
        """The text with nothing marked."""
        return _text(self._layers)

    def marked(self, found: Found) -> ReadableText:
        """Return the text with what a search found marked."""
        return _text(self._layers.with_found(found))

    @cached_property
    def _layers(self) -> Layers:
        return Layers.of(self.opened).with_blocks()


def readable(opened: OpenedDocument) -> ReadableText:
    """Return a document's text as its page shows it."""
    return Reading(opened).text


def _text(layers: Layers) -> ReadableText:
    opened = layers.opened
    return ReadableText(
        contents_of(opened.document),
        parts_of(opened.document, layers),
        tuple(_note(note, layers) for note in opened.document.notes),
        layers.unplaced(),
        _title(opened, layers.hits),
        tuple(layers.hits.by_place),
    )


def _title(opened: OpenedDocument, hits: Hits) -> ReadableTitle:
    metadata = opened.document.metadata
    return ReadableTitle(
        hits.on_title(metadata.title),
        None if metadata.subtitle is None else hits.on_title(metadata.subtitle),
        None if metadata.abstract is None else hits.on_title(metadata.abstract),
        hits.at(TITLE_PLACE),
    )


def _note(note: Note, layers: Layers) -> ReadableNote:
    backs = tuple(layers.backs.get(note.id, ()))
    return ReadableNote(note.label, layers.text_block(note), note.text is None, backs)
