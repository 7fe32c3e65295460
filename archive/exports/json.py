"""A document as plain data for the JSON export, which tools rely on.

`text` is plain text without note marks; offsets count code points into it. `section` of a block
is the id of the nearest heading above it (of a heading: the heading of the section around it).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from archive.citations import PlacedCitation
from archive.mentions import PlacedMention
from archive.models import Block, Document, Note, Passage

__all__ = ["document_json"]


def document_json(
    document: Document,
    citations: Iterable[PlacedCitation] = (),
    mentions: Iterable[PlacedMention] = (),
) -> dict[str, Any]:
    """Return the document as JSON data.

    Args:
        document: the document.
        citations: its citations, each of which must stand in one of its passages.
        mentions: its mentions, likewise; those left open are listed as `open_mentions`.
    """
    found = list(mentions)
    settled = [placed for placed in found if placed.mention.mission is not None]
    left_open = [placed for placed in found if placed.mention.mission is None]
    return {
        **_metadata(document),
        "blocks": _blocks(document),
        "notes": [_note(note, document) for note in document.notes],
        "citations": [_citation(placed, document) for placed in citations],
        "mentions": [_mention(placed, document) for placed in settled],
        "open_mentions": [_open_mention(placed, document) for placed in left_open],
    }


def _metadata(document: Document) -> dict[str, Any]:
    metadata = document.metadata
    return {
        "id": document.id,
        "title": metadata.title,
        "subtitle": metadata.subtitle,
        "authors": list(metadata.authors),
        "year": metadata.year,
        "date": None if metadata.date is None else str(metadata.date),
        "publisher": metadata.publisher,
        "type": metadata.type,
        "language": metadata.language,
        "abstract": metadata.abstract,
        "rights": metadata.rights,
        "missions": list(metadata.missions),
        "themes": list(metadata.themes),
        "proposed": {
            "missions": list(metadata.proposed_missions),
            "themes": list(metadata.proposed_themes),
        },
        "source": dict(metadata.source),
        "abbreviations": dict(metadata.abbreviations),
    }


def _blocks(document: Document) -> list[dict[str, Any]]:
    around = {section.heading.id: section.parent for section in document.sections}
    blocks: list[dict[str, Any]] = []
    heading: str | None = None
    for block in document.blocks:
        if block.id in around:
            heading = block.id
            blocks.append(_block(block, around[block.id]))
        else:
            blocks.append(_block(block, heading))
    return blocks


def _block(block: Block, section: str | None) -> dict[str, Any]:
    return {
        "id": block.id,
        "kind": block.kind.value,
        "level": block.level,
        "section": section,
        "text": block.text,
        "label": block.label,
        "byline": block.byline,
        "box": block.box,
    }


def _note(note: Note, document: Document) -> dict[str, Any]:
    """A note; `refs` stand in blocks, `note_refs` in other notes."""
    notes = {other.id for other in document.notes}
    refs = document.refs[note.id]
    return {
        "id": note.id,
        "label": note.label,
        "text": note.text,
        "refs": [
            {"block": ref.passage, "offset": ref.offset} for ref in refs if ref.passage not in notes
        ],
        "note_refs": [
            {"note": ref.passage, "offset": ref.offset} for ref in refs if ref.passage in notes
        ],
    }


def _citation(placed: PlacedCitation, document: Document) -> dict[str, Any]:
    citation = placed.citation
    return {
        "symbol": citation.symbol,
        "text": citation.text,
        **_place(document.by_id[placed.passage]),
        "start": citation.start,
        "end": citation.end,
        "form": citation.form.value,
        "un_document": citation.document,
        "pinpoint": citation.pinpoint,
        "fault": citation.fault,
    }


def _mention(placed: PlacedMention, document: Document) -> dict[str, Any]:
    mention = placed.mention
    passage = document.by_id[placed.passage]
    return {
        "mission": mention.mission,
        "text": (passage.text or "")[mention.start : mention.end],
        **_place(passage),
        "start": mention.start,
        "end": mention.end,
    }


def _open_mention(placed: PlacedMention, document: Document) -> dict[str, Any]:
    candidates = list(placed.mention.candidates)
    return {**_mention(placed, document), "candidates": candidates}


def _place(passage: Passage) -> Mapping[str, str]:
    return {"block" if isinstance(passage, Block) else "note": passage.id}
