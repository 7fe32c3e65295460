"""The model to document.html: one block a line, so that git shows what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby

from archive.html.inline import Insert, inline_html, span_elements
from archive.models import Block, BlockKind, Document, Note, NoteRef, Passage

__all__ = ["mark_ids", "write_document_html"]

_MarkIds = Mapping[tuple[str, int], str]


def write_document_html(document: Document) -> str:
    """Return the whole text of document.html, ending in a line feed."""
    metadata = document.metadata
    ids = mark_ids(document)
    labels = {note.id: note.label for note in document.notes}
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(metadata.language)}">',
        "<head>",
        '<meta charset="utf-8">',
        f"<title>{escape(metadata.title, quote=False)}</title>",
        "</head>",
        "<body>",
    ]
    for box, blocks in groupby(document.blocks, key=lambda block: block.box):
        if box is not None:
            lines.append(f'<aside id="{escape(box)}">')
        lines += _blocks(list(blocks), ids, labels)
        if box is not None:
            lines.append("</aside>")
    lines += _notes(document, ids, labels)
    lines += ["</body>", "</html>"]
    return "\n".join(lines) + "\n"


def mark_ids(document: Document) -> dict[tuple[str, int], str]:
    """Return the HTML id of every note mark, by the id of its passage and its index there.

    The first mark of note `fn12` is `fnref12`, its second `fnref12-2`.
    """
    ids: dict[tuple[str, int], str] = {}
    counts: dict[str, int] = {}
    for passage in document.passages():
        for index, mark in enumerate(passage.marks):
            counts[mark.note] = counts.get(mark.note, 0) + 1
            ids[passage.id, index] = _mark_id(mark.note, counts[mark.note])
    return ids


def _mark_id(note: str, occurrence: int) -> str:
    name = "fnref" + (note.removeprefix("fn"))
    return name if occurrence == 1 else f"{name}-{occurrence}"


def _content(passage: Passage, ids: _MarkIds, labels: Mapping[str, str]) -> list[str]:
    """Return the passage's text as HTML, a string for every line of the text."""
    text = passage.text or ""
    inserts = [
        Insert(
            mark.offset,
            f'<a href="#{escape(mark.note)}" id="{escape(ids[passage.id, index])}"'
            f' role="doc-noteref"><sup>{escape(labels.get(mark.note, "?"), quote=False)}</sup></a>',
        )
        for index, mark in enumerate(passage.marks)
    ]
    elements = span_elements(passage.spans)
    contents: list[str] = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        contents.append(inline_html(text, elements, inserts, start=start, end=end))
        start = end + 1
    return contents


def _blocks(blocks: Sequence[Block], ids: _MarkIds, labels: Mapping[str, str]) -> Iterator[str]:
    for kind, group in groupby(blocks, key=lambda block: block.kind):
        if kind is BlockKind.ITEM:
            yield from _lists(list(group), ids, labels)
            continue
        if kind is BlockKind.QUOTATION:
            yield "<blockquote>"
        for block in group:
            yield _block(block, "<br>".join(_content(block, ids, labels)))
        if kind is BlockKind.QUOTATION:
            yield "</blockquote>"


def _block(block: Block, content: str) -> str:
    name = f"h{block.level}" if block.kind is BlockKind.HEADING else "p"
    html = f'<{name} id="{escape(block.id)}">{content}</{name}>'
    if block.byline is None:
        return html
    return f"<hgroup>{html}<p>{escape(block.byline, quote=False)}</p></hgroup>"


def _lists(items: Sequence[Block], ids: _MarkIds, labels: Mapping[str, str]) -> Iterator[str]:
    """Write items as nested lists; a new list begins where bullets and labels change."""
    open_lists: list[tuple[str, int]] = []

    def close() -> str:
        return f"</li></{open_lists.pop()[0]}>"

    for item in items:
        name = "ul" if item.label is None else "ol"
        level = min(item.level, len(open_lists) + 1)
        while len(open_lists) > level:
            yield close()
        if len(open_lists) == level and open_lists[-1][0] != name:
            yield close()
        number = 0
        if len(open_lists) == level:
            number = open_lists[-1][1]
            yield "</li>"
        else:
            yield f"<{name}>"
            open_lists.append((name, 0))
        attributes, number = _label_attributes(item.label, number, suffix=".")
        open_lists[-1] = (name, number)
        paragraphs = _content(item, ids, labels)
        content = paragraphs[0] if len(paragraphs) == 1 else _paragraphs(paragraphs)
        yield f'<li id="{escape(item.id)}"{attributes}>{content}'
    while open_lists:
        yield close()


def _paragraphs(contents: Sequence[str]) -> str:
    return "".join(f"<p>{content}</p>" for content in contents)


def _label_attributes(label: str | None, previous: int, *, suffix: str) -> tuple[str, int]:
    """Return the attributes of an `<li>` that make its label, and the number it then has."""
    expected = previous + 1
    if label is None or label == f"{expected}{suffix}":
        return "", expected
    digits = label.removesuffix(suffix) if suffix else label
    if label == f"{digits}{suffix}" and _is_plain_number(digits):
        return f' value="{digits}"', int(digits)
    return f' data-label="{escape(label)}"', expected


def _is_plain_number(digits: str) -> bool:
    return digits.isascii() and digits.isdigit() and len(digits) < 7 and str(int(digits)) == digits


def _notes(document: Document, ids: _MarkIds, labels: Mapping[str, str]) -> Iterator[str]:
    if not document.notes:
        return
    yield '<section id="footnotes" class="footnotes" role="doc-endnotes">'
    yield "<ol>"
    number = 0
    for note in document.notes:
        attributes, number = _label_attributes(note.label, number, suffix="")
        yield _note(note, attributes, document.refs[note.id], ids, labels)
    yield "</ol>"
    yield "</section>"


def _note(
    note: Note,
    attributes: str,
    refs: Sequence[NoteRef],
    ids: _MarkIds,
    labels: Mapping[str, str],
) -> str:
    backlinks = "".join(
        f' <a href="#{escape(_mark_id(note.id, count))}" role="doc-backlink">↩</a>'
        for count in range(1, len(refs) + 1)
    )
    if note.text is None:
        attributes += " data-missing"
    contents = _content(note, ids, labels)
    contents[-1] += backlinks
    return f'<li id="{escape(note.id)}"{attributes}>{_paragraphs(contents)}</li>'
