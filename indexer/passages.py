"""The unit of search: a block, a note, an annotation or a title page, as the index keeps it.

An `IndexedPassage` carries all that a result shows, so that showing results reads no document.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import quote

from annotations import AnchorState, Annotation, State, body_text, resolve
from archive.authorities import Authorities
from archive.citations import Citation, PlacedCitation, find_citations
from archive.mentions import Mention, PlacedMention, find_mentions
from archive.models import Block, Document, Note
from archive.symbols import parse_symbol
from indexer.sentences import sentence_at

__all__ = ["IndexedPassage", "PassageKind", "annotation_passage", "passages_of"]


class PassageKind(StrEnum):
    """What a passage is: a kind of block, a note, an annotation, or the title of a document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    QUOTATION = "quotation"
    ASIDE = "aside"
    NOTE = "note"
    ANNOTATION = "annotation"


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """One block, note or annotation, or the title page of a document.

    Attributes:
        document: id of the document.
        id: id of the block, note or annotation; empty for the title page.
        kind: what the passage is.
        text: plain text without note marks; for an annotation the text of its body.
        title: of the document.
        authors: of the document.
        date: of the document, ISO 8601 as exact as known, or None.
        type: of the document ("report").
        section: texts of the headings above it, outermost first.
        missions: ids: the document's confirmed ones and, for an annotation, its own.
        themes: likewise.
        proposed_missions: ids that an importer proposes for the document and nobody confirmed.
        proposed_themes: likewise.
        mentioned: ids of the missions named in the passage itself.
        symbols: of the UN documents cited in the passage.
        label: of a note (`12`) or a list item (`(b)`), else None.
        context: for a note the sentence that refers to it; else empty.
        quote: for an annotation the words it is about; else empty.
        annotation_kind: what kind of annotation it is; else None.
        editor: who wrote the annotation; else None.
        anchor: the fragment to link to: the id in the page of what is shown.
    """

    document: str
    id: str
    kind: PassageKind
    text: str
    title: str
    authors: tuple[str, ...] = ()
    date: str | None = None
    type: str = "document"
    section: tuple[str, ...] = ()
    missions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    proposed_missions: tuple[str, ...] = ()
    proposed_themes: tuple[str, ...] = ()
    mentioned: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    label: str | None = None
    context: str = ""
    quote: str = ""
    annotation_kind: str | None = None
    editor: str | None = None
    anchor: str = ""

    @property
    def cited(self) -> tuple[str, ...]:
        """The symbols, without those that are only half of another one."""
        parsed = [(symbol, parse_symbol(symbol)) for symbol in self.symbols]
        halves = {
            half
            for symbol, found in parsed
            for half in (() if found is None else found.halves)
            if half != symbol
        }
        return tuple(symbol for symbol in self.symbols if symbol not in halves)

    @property
    def year(self) -> int | None:
        """The year of publication of the document, if known."""
        return int(self.date[:4]) if self.date else None

    @property
    def url(self) -> str:
        """Where the passage is read: a path below the root of the site."""
        page = f"/documents/{quote(self.document, safe='')}"
        return f"{page}#{quote(self.anchor)}" if self.anchor else page


def passages_of(
    document: Document,
    mentions: Iterable[PlacedMention] = (),
    citations: Iterable[PlacedCitation] = (),
) -> Iterator[IndexedPassage]:
    """Yield the title page, then every block, then every note that has a text.

    Args:
        document: the document.
        mentions: of missions, in its blocks and notes.
        citations: of UN documents, likewise.
    """
    missions: dict[str, list[str]] = defaultdict(list)
    for placed in mentions:
        missions[placed.passage] += _named(placed.mention)
    symbols: dict[str, list[str]] = defaultdict(list)
    for reference in citations:
        symbols[reference.passage] += _cited(reference.citation)
    title = _title_page(document)
    yield title
    blocks = (_block_passage(title, document, block) for block in document.blocks)
    notes = (_note_passage(title, document, note) for note in document.notes)
    for passage in (*blocks, *notes):
        if passage.text:
            found = _union(missions[passage.id]), _union(symbols[passage.id])
            yield replace(passage, mentioned=found[0], symbols=found[1])


def annotation_passage(
    annotation: Annotation, document: Document, authorities: Authorities
) -> IndexedPassage | None:
    """Return the passage of an annotation, or None if readers do not see it (a draft)."""
    if annotation.state is not State.PUBLISHED:
        return None
    title = _title_page(document)
    anchor = resolve(annotation.target, document)
    target = None if anchor.state is AnchorState.ORPHANED else anchor.passage
    quoted = annotation.target.quote
    text = body_text(annotation.body)
    mentions = find_mentions(text, authorities)
    citations = find_citations(text, authorities)
    return replace(
        title,
        id=annotation.id,
        kind=PassageKind.ANNOTATION,
        text=text,
        section=_section_of(document, target),
        missions=_union(title.missions, annotation.missions),
        themes=_union(title.themes, annotation.themes),
        quote=quoted.exact if quoted is not None else "",
        annotation_kind=annotation.kind.value,
        editor=annotation.editor,
        mentioned=_union(*map(_named, mentions)),
        symbols=_union(*map(_cited, citations)),
        anchor=f"annotation-{annotation.id}",
    )


def _title_page(document: Document) -> IndexedPassage:
    metadata = document.metadata
    heading = ": ".join(part for part in (metadata.title, metadata.subtitle) if part)
    lines = (heading, ", ".join(metadata.authors), metadata.abstract)
    return IndexedPassage(
        document=document.id,
        id="",
        kind=PassageKind.TITLE,
        text="\n".join(line for line in lines if line),
        title=metadata.title,
        authors=metadata.authors,
        date=None if metadata.date is None else str(metadata.date),
        type=metadata.type,
        missions=metadata.missions,
        themes=metadata.themes,
        proposed_missions=metadata.proposed_missions,
        proposed_themes=metadata.proposed_themes,
    )


def _block_passage(title: IndexedPassage, document: Document, block: Block) -> IndexedPassage:
    return replace(
        title,
        id=block.id,
        kind=PassageKind(block.kind.value),
        text=block.text,
        section=document.section_paths[block.id],
        label=block.label,
        anchor=block.id,
    )


def _note_passage(title: IndexedPassage, document: Document, note: Note) -> IndexedPassage:
    refs = document.refs[note.id]
    context = ""
    if refs:
        referring = document.by_id[refs[0].passage].text or ""
        context = sentence_at(referring, refs[0].offset)
    return replace(
        title,
        id=note.id,
        kind=PassageKind.NOTE,
        text=note.text or "",
        section=_section_of(document, note.id),
        label=note.label,
        context=context,
        anchor=note.id,
    )


def _section_of(document: Document, passage: str | None) -> tuple[str, ...]:
    """The section path of a block, or of the block that refers to a note."""
    seen: set[str] = set()
    while passage is not None and passage not in seen:
        if passage in document.section_paths:
            return document.section_paths[passage]
        seen.add(passage)
        refs = document.refs.get(passage)
        passage = refs[0].passage if refs else None
    return ()


def _named(mention: Mention) -> tuple[str, ...]:
    return () if mention.mission is None else (mention.mission,)


def _cited(citation: Citation) -> tuple[str, ...]:
    """The symbol of a citation; a double symbol gives its halves as well."""
    if citation.symbol is None:
        return ()
    parsed = parse_symbol(citation.symbol)
    return (citation.symbol, *(parsed.halves if parsed is not None else ()))


def _union(*lists: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for values in lists for value in values))
