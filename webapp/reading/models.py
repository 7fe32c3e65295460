"""A document as its page shows it: parts, notes, cards and contents, with safe HTML inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from markupsafe import Markup

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
    "Tag",
    "TextBlock",
]


@dataclass(frozen=True, slots=True)
class Tag:
    """A mission or theme, and the search for all that is about it."""

    label: str
    address: str


@dataclass(frozen=True, slots=True)
class CardReply:
    """An answer to an annotation."""

    editor: str
    date: str
    body: Markup


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that a search found, as one of those in the document.

    Attributes:
        number: which of them, from 1.
        total: how many there are.
        previous: the id in the page of the one before, or None.
        next: of the one after, or None.
    """

    number: int
    total: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """An annotation as it stands beside the text.

    Attributes:
        id: of the card in the page.
        annotation: the id of the annotation.
        state: of the annotation; readers see published ones.
        address: of the page of the annotation.
        letter: by which text and card refer to each other; empty without a sure place.
        back: the id of the place in the text; empty without a sure place.
        kind: in a word.
        editor: who wrote it.
        date: when it was last changed, in words.
        quote: the words it is about; empty if it is about the whole block or note.
        body: as safe HTML.
        tags: missions and themes.
        replies: oldest first.
        other_end: where a cross-reference leads from here; else None.
        hit: set if a search found it.
    """

    id: str
    annotation: str
    state: str
    address: str
    letter: str
    back: str
    kind: str
    editor: str
    date: str
    quote: str
    body: Markup
    tags: tuple[Tag, ...]
    replies: tuple[CardReply, ...]
    other_end: Tag | None = None
    hit: Hit | None = None


@dataclass(frozen=True, slots=True)
class TextBlock:
    """The text of a block: its lines as HTML, and the annotations on it.

    Attributes:
        id: of the block.
        lines: a text's lines; in an item and in a note they are paragraphs.
        cards: the annotations on it.
        whole: whether one of them is about the whole of it.
        hit: set if a search found it.
        annotate: where an editor annotates it; empty for readers.
    """

    id: str
    lines: tuple[Markup, ...]
    cards: tuple[Card, ...] = ()
    whole: bool = False
    hit: Hit | None = None
    annotate: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` is that of the HTML element."""

    name: ClassVar[str] = "heading"
    block: TextBlock
    level: int
    byline: str | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    name: ClassVar[str] = "paragraph"
    block: TextBlock


@dataclass(frozen=True, slots=True)
class Quotation:
    """Paragraphs quoted one after the other."""

    name: ClassVar[str] = "quotation"
    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list, with the lists inside it."""

    block: TextBlock
    label: str | None
    lists: Sequence[ItemList]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; all its items have a label, or none has."""

    name: ClassVar[str] = "list"
    items: Sequence[Item]

    @property
    def labelled(self) -> bool:
        """Whether labels stand before the items, instead of bullets."""
        return self.items[0].label is not None


@dataclass(frozen=True, slots=True)
class Box:
    """An aside: a box of its own, with its parts. `label` names it."""

    name: ClassVar[str] = "box"
    id: str
    label: str
    parts: Sequence[Part]


Part: TypeAlias = Heading | Paragraph | Quotation | ItemList | Box


@dataclass(frozen=True, slots=True)
class ReadableNote:
    """A note at the end.

    Attributes:
        label: as readers see it.
        block: its text.
        missing: whether it has marks and no text.
        backs: the ids of its marks.
    """

    label: str
    block: TextBlock
    missing: bool
    backs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the table of contents, with those below it."""

    id: str
    text: str
    byline: str | None
    entries: Sequence[ContentsEntry]


@dataclass(frozen=True, slots=True)
class ReadableTitle:
    """Title, subtitle and abstract; `hit` is set if a search found the title page."""

    title: Markup
    subtitle: Markup | None
    abstract: Markup | None
    hit: Hit | None


@dataclass(frozen=True, slots=True)
class ReadableText:
    """All of a document's text.

    Attributes:
        contents: the table of contents.
        parts: the text, part after part.
        notes: in order.
        unplaced: annotations whose place in today's text is not sure.
        title: the lines of the title block that a search looks through.
        hits: the ids in the page of all that a search found, in order.
    """

    contents: tuple[ContentsEntry, ...]
    parts: tuple[Part, ...]
    notes: tuple[ReadableNote, ...]
    unplaced: tuple[Card, ...]
    title: ReadableTitle
    hits: tuple[str, ...]
