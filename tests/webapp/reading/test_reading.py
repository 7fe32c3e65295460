"""Texts as pages show them: what is laid over them, and how blocks are put together."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from bs4 import BeautifulSoup

from annotations import Annotation, Quote, Target
from archive import Block, BlockKind, Document, Note, NoteMark, Span, SpanKind
from archive.authorities import Authorities, Mission, UNDocument
from archive.citations.graph import citation_graph, document_graph
from archive.references import Catalogue
from tests.factories import make_annotation, make_block, make_document, make_heading
from webapp.citing import Citations
from webapp.opened import open_document
from webapp.reading import (
    Box,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
    ReadableText,
    readable,
)
from webapp.reading.cards import letters

AUTHORITIES = Authorities(
    missions=(Mission("unexa", "UNEXA", "United Nations Mission in Exampland"),),
    un_documents=(
        UNDocument("capstone", None, "A doctrine", common_names=("Capstone Doctrine",)),
        UNDocument("s-res-1270", "S/RES/1270 (1999)", "On an example"),
    ),
)


def shown(
    blocks: Sequence[Block], notes: Sequence[Note] = (), annotations: Sequence[Annotation] = ()
) -> ReadableText:
    return readable(open_document(_document(blocks, notes), annotations, AUTHORITIES))


def _document(blocks: Sequence[Block], notes: Sequence[Note]) -> Document:
    return make_document(blocks, notes)


def first_line(text: ReadableText) -> BeautifulSoup:
    part = text.parts[0]
    assert isinstance(part, Paragraph)
    return BeautifulSoup(part.block.lines[0], "html.parser")


def test_text_is_escaped() -> None:
    line = first_line(shown([make_block(text="<b>1 & 2</b>")]))
    assert line.find("b") is None
    assert line.get_text() == "<b>1 & 2</b>"


def test_a_citation_links_quietly_to_the_page_of_the_un_document() -> None:
    line = first_line(shown([make_block(text="In S/RES/1270 (1999) it asked.")]))
    link = line.select_one("a.citation")
    assert link is not None
    assert link["href"] == "/un-documents/s-res-1270"
    assert link["title"] == "S/RES/1270 (1999), On an example"
    assert link.get_text() == "S/RES/1270 (1999)"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("The Capstone Doctrine says so.", "/un-documents/capstone"),
        ("In S/RES/1279 (1999) it asked.", "/un-documents/S/RES/1279%20(1999)"),
    ],
)
def test_papers_without_a_symbol_or_an_entry_have_a_page_too(text: str, address: str) -> None:
    line = first_line(shown([make_block(text=text)]))
    assert [link["href"] for link in line.select("a.citation")] == [address]


def test_a_citation_that_contradicts_itself_is_no_link() -> None:
    line = first_line(shown([make_block(text="In S/RES/1279 (2005) it asked.")]))
    assert line.select("a") == []


def test_what_the_archive_holds_is_linked_there() -> None:
    held = make_document(
        [make_block()],
        identifier="the-resolution",
        title="Ropes and harbours in time of war",
        authors=("Ada Moreau",),
        extra={"symbol": "S/RES/1270 (1999)"},
    )
    citations = Citations(
        citation_graph([document_graph(held, ())]),
        {held.id: held.metadata},
        Catalogue([(held.id, held.metadata)]),
    )
    text = "In S/RES/1270 (1999); also Ada Moreau, Ropes and harbours in time of war, 1999."
    document = make_document([make_block(text=text)])
    line = first_line(readable(open_document(document, (), AUTHORITIES, citations)))
    assert [(link["class"], link["href"]) for link in line.select("a")] == [
        (["citation"], "/documents/the-resolution"),
        (["reference"], "/documents/the-resolution"),
    ]


def test_a_reference_to_another_note_does_not_lead_past_it() -> None:
    text = shown(
        [make_block(text="A word.", marks=(NoteMark(7, "fn1"), NoteMark(7, "fn2")))],
        [Note("fn1", "1", "S/RES/1270 (1999)."), Note("fn2", "2", "See note 1.")],
    )
    assert "/un-documents/" in text.notes[0].block.lines[0]
    assert "/un-documents/" not in text.notes[1].block.lines[0]


def test_a_mission_links_quietly_to_its_page() -> None:
    line = first_line(shown([make_block(text="Then UNEXA left.")]))
    link = line.select_one("a.mention")
    assert link is not None
    assert link["href"] == "/missions/unexa"
    assert link["title"] == "United Nations Mission in Exampland"


def test_a_mission_named_again_in_the_paragraph_is_not_linked_again() -> None:
    line = first_line(shown([make_block(text="UNEXA came, and UNEXA left.")]))
    assert len(line.select("a.mention")) == 1


def test_a_link_of_the_author_goes_before_a_citation() -> None:
    span = Span(3, 20, SpanKind.LINK, "https://example.org/")
    line = first_line(shown([make_block(text="In S/RES/1270 (1999) it asked.", spans=(span,))]))
    assert [link["href"] for link in line.select("a")] == ["https://example.org/"]


def test_a_link_to_another_document_leads_to_its_page() -> None:
    span = Span(0, 3, SpanKind.LINK, "../other-paper/document.html#p4")
    line = first_line(shown([make_block(text="The other.", spans=(span,))]))
    assert [link["href"] for link in line.select("a")] == ["/documents/other-paper#p4"]


def test_a_link_that_would_run_script_is_no_link() -> None:
    span = Span(0, 3, SpanKind.LINK, "javascript:alert(1)")
    line = first_line(shown([make_block(text="The other.", spans=(span,))]))
    assert line.select("a") == []
    assert line.get_text() == "The other."


def test_a_note_mark_and_its_note_lead_to_each_other() -> None:
    text = shown(
        [make_block(text="One. Two.", marks=(NoteMark(4, "fn1"), NoteMark(9, "fn1")))],
        [Note("fn1", "*", "A note.")],
    )
    marks = first_line(text).select("a[role=doc-noteref]")
    assert [mark["href"] for mark in marks] == ["#fn1", "#fn1"]
    assert text.notes[0].backs == tuple(mark["id"] for mark in marks) == ("fnref1", "fnref1-2")
    assert text.notes[0].label == marks[0].get_text() == "*"


def test_annotated_words_are_marked_and_lettered() -> None:
    target = Target("p1", Quote("mission"))
    text = shown([make_block()], annotations=[make_annotation("a1", target=target)])
    line = first_line(text)
    mark, link = line.select_one("mark.annotated"), line.select_one("a.annotation-mark")
    assert mark is not None
    assert link is not None
    assert mark.get_text() == "mission"
    part = text.parts[0]
    assert isinstance(part, Paragraph)
    (card,) = part.block.cards
    assert (link.get_text(), link["href"], link["id"]) == ("a", f"#{card.id}", card.back)


def test_an_annotation_on_a_whole_paragraph_marks_no_words() -> None:
    text = shown([make_block()], annotations=[make_annotation("a1")])
    part = text.parts[0]
    assert isinstance(part, Paragraph)
    assert part.block.whole
    assert first_line(text).select("mark") == []
    assert len(part.block.cards) == 1


def test_words_annotated_twice_keep_both_letters() -> None:
    annotations = [
        make_annotation("a1", target=Target("p1", Quote("The mission"))),
        make_annotation("a2", target=Target("p1", Quote("mission arrived"))),
    ]
    text = shown([make_block()], annotations=annotations)
    line = first_line(text)
    assert [link.get_text() for link in line.select("a.annotation-mark")] == ["a", "b"]
    assert line.get_text().replace("a", "").replace("b", "") == "The mission rrived."


@pytest.mark.parametrize("words", ["no such words", "to"])
def test_an_annotation_without_a_sure_place_is_shown_apart(words: str) -> None:
    blocks = [make_block(text="From here to there, and on to the coast.")]
    annotation = make_annotation("a1", target=Target("p1", Quote(words)))
    text = shown(blocks, annotations=[annotation])
    assert first_line(text).select("mark, .annotation-mark") == []
    (card,) = text.unplaced
    assert (card.quote, card.letter) == (words, "")


def test_annotations_of_notes_come_after_those_of_the_text() -> None:
    text = shown(
        [make_block(marks=(NoteMark(3, "fn1"),)), make_block("p2")],
        [Note("fn1", "1", "A note.")],
        [
            make_annotation("a1", target=Target("fn1")),
            make_annotation("a2", target=Target("p2")),
        ],
    )
    assert text.notes[0].block.cards[0].letter == "b"


def test_a_card_has_an_id_that_no_block_has() -> None:
    annotations = [make_annotation("a1"), make_annotation("p1")]
    part = shown([make_block()], annotations=annotations).parts[0]
    assert isinstance(part, Paragraph)
    assert [card.id for card in part.block.cards] == ["annotation-a1", "annotation-p1"]


def test_letters_go_on_after_z() -> None:
    assert [letters(index) for index in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "a", "z", "aa", "ab", "az", "ba", "zz", "aaa",
    ]  # fmt: skip


def test_the_highest_heading_stands_right_below_the_title() -> None:
    text = shown([make_heading("h1", level=3), make_heading("h2", level=4), make_block()])
    assert [part.level for part in text.parts if isinstance(part, Heading)] == [2, 3]


def test_no_heading_is_deeper_than_html_allows() -> None:
    blocks = [make_heading(f"h{level}", level=level) for level in range(1, 7)]
    levels = [part.level for part in shown(blocks).parts if isinstance(part, Heading)]
    assert levels == [2, 3, 4, 5, 6, 6]


def test_items_are_nested_by_level_and_lists_split_where_labels_begin() -> None:
    items = [
        Block("i1", BlockKind.ITEM, "One", level=1, label="1."),
        Block("i2", BlockKind.ITEM, "Inner", level=2),
        Block("i3", BlockKind.ITEM, "Innermost", level=3, label="(a)"),
        Block("i4", BlockKind.ITEM, "Two", level=1, label="2."),
        Block("i5", BlockKind.ITEM, "Bullet", level=1),
    ]
    lists = shown(items).parts
    assert [_outline(part) for part in lists if isinstance(part, ItemList)] == [
        ["i1", ["i2", ["i3"]], "i4"],
        ["i5"],
    ]
    assert [part.labelled for part in lists if isinstance(part, ItemList)] == [True, False]


def _outline(part: ItemList) -> list[object]:
    outline: list[object] = []
    for item in part.items:
        outline.append(item.block.id)
        outline += [_outline(inner) for inner in item.lists]
    return outline


def test_quotations_stand_together_and_boxes_apart() -> None:
    blocks = [
        Block("q1", BlockKind.QUOTATION, "One."),
        Block("q2", BlockKind.QUOTATION, "Two."),
        make_block("p1"),
        Block("b1", BlockKind.HEADING, "On ferries", level=2, box="box1"),
        Block("b2", BlockKind.ASIDE, "They float.", box="box1"),
    ]
    quotation, paragraph, box = shown(blocks).parts
    assert isinstance(quotation, Quotation)
    assert [block.id for block in quotation.blocks] == ["q1", "q2"]
    assert isinstance(paragraph, Paragraph)
    assert isinstance(box, Box)
    assert (box.id, box.label, len(box.parts)) == ("box1", "On ferries", 2)


def test_the_contents_nest_sections_and_name_their_authors() -> None:
    blocks = [
        Block("h1", BlockKind.HEADING, "One", level=1, byline="Ada Author"),
        make_heading("h2", "Inside", level=2),
        make_heading("h3", "Two", level=1),
    ]
    one, two = shown(blocks).contents
    assert (one.id, one.text, one.byline) == ("h1", "One", "Ada Author")
    assert [entry.text for entry in one.entries] == ["Inside"]
    assert two.entries == ()


def test_paragraphs_of_a_note_are_lines_with_their_marks() -> None:
    text = shown(
        [make_block(marks=(NoteMark(3, "fn1"),))],
        [Note("fn1", "1", "First.\nSecond.", marks=(NoteMark(14, "fn1"),))],
    )
    first, second = text.notes[0].block.lines
    assert first == "First."
    assert 'href="#fn1"' in second
