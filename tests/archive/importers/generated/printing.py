"""Documents to PDF with typst: real footnotes, columns, running heads and hyphenation."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby

import typst

from archive import Block, BlockKind, Document, Note
from tests.archive.importers.generated.layouts import Layout, NotesAt

__all__ = ["print_pdf", "typst_source"]

_PULLED = 7
_LEAST_PULLED = 50


def print_pdf(document: Document, layout: Layout) -> bytes:
    """Return the document as a PDF."""
    source = typst_source(document, layout).encode()
    pdf: bytes = typst.compile(source, format="pdf", font_paths=[], ignore_system_fonts=True)
    return pdf


def typst_source(document: Document, layout: Layout) -> str:
    """Return the document in typst's language."""
    return "\n".join(
        (*_style(document, layout), *_title(document, layout), *_body(document, layout))
    )


def _text(text: str) -> str:
    """Text as a string, so that nothing in it is markup."""
    return f"#{json.dumps(text, ensure_ascii=False)};"


def _style(document: Document, layout: Layout) -> Iterator[str]:
    metadata = document.metadata
    authors = "".join(f"{json.dumps(author)}," for author in metadata.authors)
    date = metadata.date
    yield f"#set document(title: {json.dumps(metadata.title)}, author: ({authors}))"
    if date is not None and date.month is not None:
        yield f"#set document(date: datetime(year: {date.year}, month: {date.month}, day: 1))"
    yield f'#set text(font: "{layout.font}", size: {layout.size}pt, lang: "en")'
    yield f"#set text(hyphenate: {_flag(on=layout.hyphenated)})"
    indent = "1.4em" if layout.indented else "0pt"
    spacing = layout.leading * (1.0 if layout.indented else 1.7)
    yield f"#set par(justify: {_flag(on=layout.justified)}, spacing: {spacing:.2f}em)"
    yield f"#set par(leading: {layout.leading}em)"
    yield f"#set par(first-line-indent: {indent})"
    yield f"#set super(typographic: {_flag(on=layout.drawn_marks)})"
    sides = "inside: 24mm, outside: 13mm" if layout.mirrored else "x: 16mm"
    yield f'#set page(paper: "{layout.paper}", margin: ({sides}, y: 20mm))'
    above = max(1.6, 1.7 * layout.leading)
    yield f"#show heading: it => block(above: {above}em, below: 1em, sticky: true)["
    yield "  #set par(justify: false, first-line-indent: 0pt); #set text(hyphenate: false)"
    yield "  #it.body]"
    yield from _heads(layout)
    yield "#show quote: set par(first-line-indent: 0pt)"
    yield "#show quote: set block(spacing: 1.4em)"
    if layout.small_quotations:
        yield "#show quote.where(block: true): it => pad(left: 1.8em, text(size: 0.9em, it.body))"
    if not layout.ruled:
        yield "#set footnote.entry(separator: none, clearance: 1.6em)"
    if layout.large_notes:
        yield f"#show footnote.entry: set text(size: {layout.size}pt)"
    if not layout.raised_labels:
        yield '#show footnote.entry: it => [#context numbering("1.", ..'
        yield "  counter(footnote).at(it.note.location())) #it.note.body]"


def _heads(layout: Layout) -> Iterator[str]:
    """How headings of each level are set; typst makes those of levels 1 and 2 larger by itself."""
    for level, size in ((1, 1.35), (2, 1.15), (3, 1.0)):
        style = ', style: "italic", weight: "regular"' if level == 3 else ""
        if layout.plain_heads and level == 2:
            style = ', style: "italic"'
        points = layout.size if layout.plain_heads else f"{size}em"
        unit = "pt" if layout.plain_heads else ""
        yield f"#show heading.where(level: {level}): set text(size: {points}{unit}{style})"


def _flag(*, on: bool) -> str:
    return "true" if on else "false"


def _title(document: Document, layout: Layout) -> Iterator[str]:
    metadata = document.metadata
    yield "#page(columns: 1, numbering: none)[#align(center)[#v(4cm)"
    yield f'#text(size: 22pt, weight: "bold", hyphenate: false)[{_text(metadata.title)}]'
    for author in metadata.authors:
        yield f"\n#text(size: 13pt)[{_text(author)}]\n"
    date = metadata.date.long if metadata.date else ""
    yield f"#v(6cm) {_text(metadata.publisher or '')}\n\n{_text(date)}]]"
    if layout.contents:
        yield "#outline(title: [Contents])\n#pagebreak()"
    yield f"#set page(columns: {layout.columns}, {_edges(metadata.title, layout)})"


def _edges(title: str, layout: Layout) -> str:
    """What stands at the head or foot of every page."""
    number = "#h(1fr) #context counter(page).display()"
    if layout.outer_numbers:
        odd = "calc.odd(here().page())"
        return (
            f"foreground: context place(if {odd} {{ right + horizon }} else {{ left + horizon }}, "
            f"dx: if {odd} {{ -4mm }} else {{ 4mm }}, counter(page).display())"
        )
    if layout.chapter_heads:
        chapters = "query(heading.where(level: 1).before(here()))"
        return (
            f"header: [#context {{ let all = {chapters}; if all.len() > 0 {{ "
            f"text(size: 0.85em, hyphenate: false, all.last().body) }} }} {number}]"
        )
    if layout.running_head:
        return f"header: [{_text(title)} {number}]"
    return 'numbering: "1"'


def _body(document: Document, layout: Layout) -> Iterator[str]:
    notes = {note.id: note for note in document.notes}
    waiting: list[Note] = []
    for index, (box, group) in enumerate(groupby(document.blocks, key=_group)):
        blocks = list(group)
        starts_chapter = blocks[0].kind is BlockKind.HEADING and blocks[0].level == 1
        if starts_chapter and index and layout.notes is NotesAt.CHAPTER:
            yield from _notes_section(waiting)
            waiting.clear()
        if starts_chapter and layout.anew:
            yield "#counter(footnote).update(0)"
        lines = [_block(block, notes, layout) for block in blocks]
        waiting += [notes[mark.note] for block in blocks for mark in block.marks]
        yield from _boxed(lines, layout) if box[0] == "box" else _listed(blocks, lines)
        if layout.pull_quotes and index % _PULLED == 0:
            yield from _pull_quote(blocks[0])
    if layout.notes is not NotesAt.PAGE:
        yield from _notes_section(waiting)


def _group(block: Block) -> tuple[str, str]:
    """What stands together: the blocks of a box, the items of a list."""
    if block.box:
        return ("box", block.box)
    if block.kind is BlockKind.ITEM:
        return (
            "list",
            "bullets" if block.label is None else re.sub("[0-9a-z]", "", block.label),
        )
    return ("", block.id)


def _boxed(lines: list[str], layout: Layout) -> Iterator[str]:
    ground = "fill: luma(230)" if layout.tinted else "stroke: 0.6pt"
    block = f"block({ground}, inset: 8pt, width: 100%, above: 1.6em, below: 1.6em)["
    yield f"#place(top, float: true, {block}" if layout.floating else f"#{block}"
    yield "#set par(first-line-indent: 0pt, spacing: 1.1em)"
    yield "\n\n".join(lines)
    yield "])\n" if layout.floating else "]\n"


def _pull_quote(block: Block) -> Iterator[str]:
    """The first sentence of a paragraph once more, large, at the head of a column."""
    sentence = re.split(r"(?<=[.?]) ", block.text)[0]
    if block.kind is BlockKind.PARAGRAPH and len(sentence) > _LEAST_PULLED:
        quote = f'#text(size: 1.35em, style: "italic", hyphenate: false)[{_text(sentence)}]'
        block_start = "block(inset: (y: 6pt))[#set par(justify: false)"
        yield f"#place(top, float: true, {block_start}\n{quote}])\n"


def _listed(blocks: list[Block], lines: list[str]) -> Iterator[str]:
    if blocks[0].kind is not BlockKind.ITEM:
        yield "\n\n".join(lines) + "\n"
        return
    items = ",\n".join(f"[{line}]" for line in lines)
    label = blocks[0].label
    if label is None:
        yield f"#list({items})\n"
    else:
        numbering = "(a)" if label.startswith("(") else "1."
        yield f'#enum(numbering: "{numbering}", {items})\n'


def _block(block: Block, notes: dict[str, Note], layout: Layout) -> str:
    text = _with_marks(block, notes, layout)
    if block.kind is BlockKind.HEADING:
        outlined = _flag(on=block.box is None)
        if block.box:
            return f"*{text}*"
        heading = f"#heading(level: {block.level}, outlined: {outlined})[{text}]"
        byline = f"#block(sticky: true)[{_text(block.byline)}]" if block.byline else ""
        return f"{heading}\n{byline}"
    if block.kind is BlockKind.QUOTATION:
        return f"#quote(block: true)[{text}]"
    return text


def _with_marks(block: Block, notes: dict[str, Note], layout: Layout) -> str:
    pieces: list[str] = []
    done = 0
    for offset, marks in groupby(block.marks, key=lambda mark: mark.offset):
        pieces.append(_text(block.text[done:offset]))
        done = offset
        printed = [_mark(notes[mark.note], layout) for mark in marks]
        pieces.append("#super[,];".join(printed))
    pieces.append(_text(block.text[done:]))
    return "".join(pieces)


def _mark(note: Note, layout: Layout) -> str:
    if layout.notes is NotesAt.PAGE:
        return f"#footnote[{_text(note.text or '')}];"
    return f"#super[{note.label}];"


def _notes_section(notes: list[Note]) -> Iterator[str]:
    yield '#block(above: 2em)[#text(size: 1.35em, weight: "bold")[Notes]]'
    yield "#[#set text(size: 0.85em); #set par(first-line-indent: 0pt, spacing: 0.8em)"
    for note in notes:
        yield f"{note.label}. {_text(note.text or '')}\n"
    yield "]"
