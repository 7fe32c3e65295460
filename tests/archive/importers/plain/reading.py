"""What an import misses of what a careful reader wrote down about a text, item by item.

The reader's file lists note marks with the words before them, the first and last words of notes
and blocks, headings, places to join and places to leave alone, and words broken at line ends.
Words are compared by their letters and figures.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from archive.models import BlockKind, Document

__all__ = ["misses"]

_NUMBER = re.compile(r"^\s*\d+(?:\.\d+)*\.?\s+")
_TEXT_KINDS = {"p", "li", "paragraph", "item", "list-item", "bullet", "quote"}
_END = 12

Reader = Mapping[str, Any]


def misses(document: Document, reader: Reader) -> list[str]:
    """Name everything that the reader found and the import did not, or the other way round."""
    return [
        *_metadata(document, reader),
        *_headings(document, reader),
        *_marks(document, reader),
        *_bodies(document, reader),
        *_joints(document, reader),
        *_blocks(document, reader),
        *_hyphens(document, reader),
    ]


def _key(text: str | None) -> str:
    plain = unicodedata.normalize("NFKD", text or "").lower()
    return re.sub(r"[^0-9a-z]", "", plain)


def _title(text: str) -> str:
    return _key(_NUMBER.sub("", text))


def _metadata(document: Document, reader: Reader) -> Iterator[str]:
    metadata = document.metadata
    whole = _key(f"{metadata.title} {metadata.subtitle or ''}")
    found = {
        "title": whole if _key(reader.get("title")) == whole else _key(metadata.title),
        "authors": [_key(name) for name in metadata.authors],
        "publisher": _key(metadata.publisher),
        "publication_year": metadata.date and metadata.date.year,
    }
    for field, value in found.items():
        wanted = reader.get(field)
        if field == "authors":
            wanted = [_key(name) for name in wanted or []]
        elif isinstance(wanted, str):
            wanted = _key(wanted)
        if wanted and value != wanted:
            yield f"{field}: {value}"


def _headings(document: Document, reader: Reader) -> Iterator[str]:
    sections = [section for section in reader["sections"] if section.get("title")]
    wanted = [section["title"] for section in sections if section.get("kind") != "front matter"]
    optional = [section["title"] for section in sections]
    optional += [box["title"] for box in reader.get("boxes") or []]
    optional += [label["title"] for label in reader.get("minor_labels") or []]
    found = [_title(block.text) for block in document.blocks if block.kind is BlockKind.HEADING]
    yield from (f"heading: {title}" for title in wanted if _title(title) not in found)
    known = {_title(title) for title in (*optional, document.metadata.title)}
    yield from (f"no heading: {title}" for title in found if title not in known)


def _marks(document: Document, reader: Reader) -> Iterator[str]:
    labels = {note.id: note.label for note in document.notes}
    found = [
        (labels[mark.note], _key(block.text[: mark.offset]))
        for block in document.blocks
        for mark in block.marks
    ]
    for note in reader["footnotes"] if isinstance(reader.get("footnotes"), list) else ():
        for place in note.get("refs") or ():
            before = _key(place["before"])[-20:]
            right = (one for one in found if one[0] == str(note["n"]) and one[1].endswith(before))
            one = next(right, None)
            if one is None:
                yield f"mark {note['n']}: {place['before']}"
            else:
                found.remove(one)
    yield from (f"no mark: {label} after …{before[-20:]}" for label, before in found)


def _bodies(document: Document, reader: Reader) -> Iterator[str]:
    found = [(note.label, _key(note.text)) for note in document.notes]
    for note in reader["footnotes"] if isinstance(reader.get("footnotes"), list) else ():
        first = note.get("body_start") or note.get("body_first")
        last = note.get("body_end") or note.get("body_last")
        if first and not any(
            label == str(note["n"])
            and body.startswith(_key(first)[:30])
            and body.endswith(_key(last)[-25:])
            for label, body in found
        ):
            yield f"note {note['n']}: {first}"


def _joints(document: Document, reader: Reader) -> Iterator[str]:
    texts = [_key(block.text) for block in document.blocks]
    for joint in reader.get("split_paragraphs") or ():
        if not any(_key(joint["before"]) + _key(joint["after"]) in text for text in texts):
            yield f"join: {joint['before']} / {joint['after']}"
    for joint in reader.get("must_not_join") or ():
        if any(_key(joint["before"]) + _key(joint["after"]) in text for text in texts):
            yield f"no join: {joint['before']} / {joint['after']}"


def _blocks(document: Document, reader: Reader) -> Iterator[str]:
    found = [
        (_key(block.text), _key(f"{block.label or ''}{block.text}")) for block in document.blocks
    ]
    for block in reader["blocks"]:
        first, last = _key(block["first_words"]), _key(block["last_words"])[-_END:]
        if block["type"] in _TEXT_KINDS and not any(
            (text.startswith(first) or labelled.startswith(first)) and text.endswith(last)
            for text, labelled in found
        ):
            yield f"block: {block['first_words']} … {block['last_words']}"


def _hyphens(document: Document, reader: Reader) -> Iterator[str]:
    texts = [*(block.text for block in document.blocks), *(note.text for note in document.notes)]
    words = " ".join(" ".join((text or "").split()) for text in texts).lower()
    for word in reader.get("hyphenation") or ():
        if word.get("joined") and word["joined"].lower() not in words:
            yield f"hyphen: {word['joined']}"
