"""What becomes of a printed page: each test prints a few lines and says what must be read."""

from __future__ import annotations

from archive import BlockKind, Document, PartialDate
from tests.archive.importers.pdf.factories import import_pdf, print_text, read_text

PROSE = (
    "The caravan reached the harbour after the ceasefire, and the observers counted every lorry "
    "that crossed the bridge. Nobody at the outpost had asked for more, although the registry of "
    "the district was said to be empty. In the end the shepherds moved the boundary stones."
)


def blocks_of(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in document.blocks]


def marks_of(document: Document) -> list[tuple[str, str]]:
    """For every mark, the last words before it and its label."""
    labels = {note.id: note.label for note in document.notes}
    return [
        (block.text[: mark.offset].split()[-1], labels[mark.note])
        for block in document.blocks
        for mark in block.marks
    ]


def test_a_note_mark_is_told_from_other_figures_by_its_type() -> None:
    result = read_text(
        f"{PROSE} By 1999 the M23 had left 12 villages.#footnote[See the map.] {PROSE}"
    )
    document = result.document
    assert marks_of(document) == [("villages.", "1")]
    assert document.notes[0].text == "See the map."
    assert "By 1999 the M23 had left 12 villages." in document.blocks[0].text


def test_two_marks_side_by_side_refer_to_two_notes() -> None:
    document = read_text(
        f"{PROSE} It snowed.#footnote[First.]#super[,]#footnote[Second.] {PROSE}"
    ).document
    assert marks_of(document) == [("snowed.", "1"), ("snowed.", "2")]


def test_signs_are_marks_as_well() -> None:
    document = read_text(
        f'#set footnote(numbering: "*")\n{PROSE}#footnote[First.] {PROSE}#footnote[Second.] {PROSE}'
    ).document
    assert marks_of(document) == [("stones.", "*"), ("stones.", "†")]
    assert [note.text for note in document.notes] == ["First.", "Second."]


def test_a_note_that_begins_with_a_year_keeps_it() -> None:
    document = read_text(f"{PROSE}#footnote[1998 was a dry year.] {PROSE}").document
    assert [(note.label, note.text) for note in document.notes] == [("1", "1998 was a dry year.")]


def test_a_long_book_may_have_more_than_a_thousand_notes() -> None:
    notes = " ".join(f"It snowed.#footnote[Snow {number}.]" for number in range(997, 1004))
    document = read_text(f"#counter(footnote).update(996)\n{PROSE} {notes} {PROSE}").document
    assert [label for _, label in marks_of(document)] == [str(n) for n in range(997, 1004)]
    assert [note.text for note in document.notes][-1] == "Snow 1003."


def test_a_note_that_runs_over_the_page_is_one_note() -> None:
    long = " ".join([PROSE] * 9)
    document = read_text(
        f"{' '.join([PROSE] * 4)}#footnote[{long}] {' '.join([PROSE] * 9)}"
    ).document
    assert [note.text for note in document.notes] == [long]
    assert len(document.blocks) == 1


def test_endnotes_under_a_heading_are_notes_and_their_heading_is_not_text() -> None:
    body = f"= The road\n{PROSE}#super[1] {PROSE}#super[2]\n\n= Notes\n"
    document = read_text(body + "1. Adela, _Roads_.\n\n2. 1961 figures.").document
    assert [(note.label, note.text) for note in document.notes] == [
        ("1", "Adela, Roads."),
        ("2", "1961 figures."),
    ]
    assert [block.text for block in document.blocks if block.kind is BlockKind.HEADING] == [
        "The road"
    ]


def test_a_paragraph_goes_on_over_columns_and_pages() -> None:
    text = " ".join([PROSE] * 30)
    pages = '#set page(paper: "a5", columns: 2)\n#set text(size: 9pt)\n#set par(justify: true)'
    document = import_pdf(print_text(text, pages)).document
    assert blocks_of(document) == [("paragraph", text)]


def test_hyphens_at_line_ends_go_where_the_word_has_none() -> None:
    pages = "#set page(width: 70mm, height: 150mm, margin: 8mm)\n#set text(hyphenate: true)"
    document = import_pdf(print_text(f"#set par(justify: true)\n{PROSE}", pages)).document
    assert blocks_of(document) == [("paragraph", PROSE)]


def test_running_heads_and_page_numbers_are_left_out_and_reported() -> None:
    head = "#set page(header: [Roads of the north #h(1fr) #context counter(page).display()])"
    result = read_text(f"{head}\n{' '.join([PROSE] * 40)}")
    assert len(result.document.blocks) == 1
    furniture = [gone for gone in result.report.omissions if gone.why == "page furniture"]
    assert [(gone.lines, gone.text) for gone in furniture[:2]] == [
        ((1,), "Roads of the north 1"),
        ((2,), "Roads of the north 2"),
    ]


def test_headings_have_the_level_of_their_type_and_may_be_broken_over_lines() -> None:
    long = "Of the many roads that lead to the harbour and of the two that lead away from it"
    document = read_text(
        f"= {long}\n{PROSE}\n== Roads\n{PROSE}\n== Bridges\n{PROSE}\n= Fords\n{PROSE}"
    ).document
    headings = [b for b in document.blocks if b.kind is BlockKind.HEADING]
    assert [(block.level, block.text) for block in headings] == [
        (1, long),
        (2, "Roads"),
        (2, "Bridges"),
        (1, "Fords"),
    ]


def test_the_names_under_a_heading_are_its_byline() -> None:
    document = read_text(
        f"= The road\nAdela Lindqvist and Bruno Ibarra\n\n{PROSE}\n= Fords\n{PROSE}"
    ).document
    assert document.blocks[0].byline == "Adela Lindqvist and Bruno Ibarra"
    assert blocks_of(document)[1:] == [
        ("paragraph", PROSE),
        ("heading", "Fords"),
        ("paragraph", PROSE),
    ]


def test_lists_keep_their_labels() -> None:
    document = read_text(
        f"{PROSE} There are:\n\n- ferries, which are slow and which nobody in the district trusts "
        f'since the flood;\n- bridges.\n\n{PROSE} Then:\n\n#enum(numbering: "(a)")[count][write]'
    ).document
    items = [block for block in document.blocks if block.kind is BlockKind.ITEM]
    assert [(item.label, item.text.split()[0], item.level) for item in items] == [
        (None, "ferries,", 1),
        (None, "bridges.", 1),
        ("(a)", "count", 1),
        ("(b)", "write", 1),
    ]


def test_a_displayed_quotation_is_set_in_from_the_margin() -> None:
    document = read_text(f"{PROSE}\n\n#quote(block: true)[{PROSE}]\n\n{PROSE}").document
    assert [kind for kind, _ in blocks_of(document)] == ["paragraph", "quotation", "paragraph"]


def test_a_box_is_an_aside_with_its_title() -> None:
    box = f"#place(top, float: true, block(stroke: 1pt, inset: 8pt)[*Box 1. Fords*\n\n{PROSE}])"
    document = read_text(f"{box}\n\n{PROSE}").document
    assert [(b.kind.value, b.box, b.text.split()[0]) for b in document.blocks] == [
        ("heading", "box1", "Box"),
        ("aside", "box1", "The"),
        ("paragraph", None, "The"),
    ]


def test_a_pull_quote_is_left_out_and_reported() -> None:
    sentence = PROSE.split(". ", maxsplit=1)[0] + "."
    quote = f'#place(top, float: true, text(size: 14pt, style: "italic")[{sentence}])'
    result = read_text(f"{quote}\n\n{PROSE}")
    assert blocks_of(result.document) == [("paragraph", PROSE)]
    assert [(gone.why, gone.text) for gone in result.report.omissions] == [("pull quote", sentence)]


def test_the_title_page_and_the_contents_are_data_and_not_text() -> None:
    cover = (
        "#page[#text(size: 24pt)[Roads of the north]\n\n#text(size: 13pt)[Adela Lindqvist]\n\n"
        "#text(size: 13pt)[Bruno Ibarra]\n\nMay 2009]\n#outline()\n#pagebreak()"
    )
    body = "\n".join(f"= Chapter on {name}\n{PROSE}" for name in ("fords", "bridges", "ferries"))
    result = read_text(f"{cover}\n{body}")
    metadata = result.document.metadata
    assert (metadata.title, metadata.authors) == (
        "Roads of the north",
        ("Adela Lindqvist", "Bruno Ibarra"),
    )
    assert metadata.date == PartialDate(2009, 5)
    assert result.document.blocks[0].text == "Chapter on fords"
    assert [(found.field, found.line) for found in result.report.evidence] == [
        ("title", 1),
        ("author", 1),
        ("author", 1),
        ("date", 1),
    ]


def test_what_the_pdf_says_of_itself_is_taken_where_nothing_is_printed() -> None:
    date = "datetime(year: 2011, month: 5, day: 3)"
    told = f'#set document(title: "Roads", author: "Adela Lindqvist", date: {date})'
    result = read_text(f"{told}\n{PROSE}")
    assert result.document.metadata.authors == ("Adela Lindqvist",)
    assert str(result.document.metadata.date) == "2011-05"
    assert not any(found.sure for found in result.report.evidence)


def test_what_a_person_says_wins() -> None:
    result = read_text(PROSE, title="Roads", authors=("Bruno Ibarra",), id="roads")
    assert (result.document.id, result.document.metadata.title) == ("roads", "Roads")
    assert result.document.metadata.authors == ("Bruno Ibarra",)


def test_the_account_counts_what_was_found() -> None:
    text = f"= Fords\n{PROSE}#footnote[See the map.]\n= Bridges\n{PROSE}"
    counts = read_text(text).report.counts
    assert (counts.blocks, counts.headings, counts.notes, counts.linked) == (4, 2, 1, 1)


def test_a_title_in_the_largest_type_above_the_text_is_data() -> None:
    text = f"#text(size: 20pt)[Roads of the north]\n\n= Fords\n{PROSE}\n= Bridges\n{PROSE}"
    document = read_text(text).document
    assert document.metadata.title == "Roads of the north"
    assert document.blocks[0].text == "Fords"


def test_words_on_their_side_are_doubted_and_not_lost_in_silence() -> None:
    result = read_text(f"{PROSE}\n\n#rotate(90deg, reflow: true)[Beside the page.]\n\n{PROSE}")
    assert [block.text for block in result.document.blocks] == [PROSE, PROSE]
    assert [(doubt.kind, doubt.lines) for doubt in result.report.doubts] == [("page", (1,))]


def test_a_pull_quote_in_its_own_words_is_known_by_the_sentence_it_interrupts() -> None:
    quote = "#block(above: 2em, below: 2em, text(size: 14pt)[Nobody had asked for the lorries])"
    result = read_text(f"{PROSE}\n\nThe caravan reached\n{quote}\nthe harbour. {PROSE}")
    assert blocks_of(result.document) == [
        ("paragraph", PROSE),
        ("paragraph", f"The caravan reached the harbour. {PROSE}"),
    ]
    assert [gone.why for gone in result.report.omissions] == ["pull quote"]


def test_a_caption_is_no_heading_and_stands_after_the_sentence_it_interrupts() -> None:
    caption = "*Figure 1. Lorries a month.*"
    document = read_text(f"{PROSE} The caravan reached\n\n{caption}\n\nthe harbour.").document
    assert blocks_of(document) == [
        ("paragraph", f"{PROSE} The caravan reached the harbour."),
        ("paragraph", "Figure 1. Lorries a month."),
    ]


def test_a_heading_between_finished_sentences_stays_one() -> None:
    document = read_text(f"{PROSE}\n\n#text(size: 14pt)[Of lorries and fords]\n\n{PROSE}").document
    assert blocks_of(document)[1] == ("heading", "Of lorries and fords")


def test_numbered_paragraphs_go_back_to_the_margin_and_count_on_over_headings() -> None:
    text = (
        f"= Fords\n1\\. {PROSE}\n\n2\\. {PROSE}\n= Bridges\n3\\. The Mission:\n\n"
        f"#h(2em);(a) {PROSE}\n\n4\\. {PROSE}"
    )
    document = read_text(text).document
    assert [(block.kind.value, block.label, block.text[:8]) for block in document.blocks] == [
        ("heading", None, "Fords"),
        ("paragraph", None, "1. The c"),
        ("paragraph", None, "2. The c"),
        ("heading", None, "Bridges"),
        ("paragraph", None, "3. The M"),
        ("item", "(a)", "The cara"),
        ("paragraph", None, "4. The c"),
    ]
    assert document.blocks[5].text == PROSE


def test_any_sign_may_stand_before_the_items_of_a_list() -> None:
    document = read_text(f"{PROSE}\n\n#list(marker: [☐])[Count lorries][Write them down]").document
    assert blocks_of(document)[1:] == [("item", "Count lorries"), ("item", "Write them down")]


def test_a_rule_typed_with_signs_parts_notes_from_the_text() -> None:
    notes = "#text(size: 8pt)[#super[1] See the map.]"
    document = read_text(f"{PROSE}#super[1] {PROSE}\n#v(1fr)\n\\_\\_\\_\\_\\_\\_\\_\\_\n\n{notes}")
    assert blocks_of(document.document) == [("paragraph", f"{PROSE} {PROSE}")]
    assert [note.text for note in document.document.notes] == ["See the map."]
    assert [gone.why for gone in document.report.omissions] == ["ornament"]


def test_stars_between_sections_are_left_out_and_reported() -> None:
    result = read_text(f"{PROSE}\n\n#align(center)[\\* \\* \\*]\n\n{PROSE}")
    assert blocks_of(result.document) == [("paragraph", PROSE)] * 2
    assert [(gone.why, gone.text) for gone in result.report.omissions] == [("ornament", "* * *")]


def test_type_fitted_by_hundredths_to_the_page_is_one_size() -> None:
    sizes = [f"#text(size: {10 + step / 50}pt)[{PROSE}]" for step in range(12)]
    document = read_text("\n\n".join(sizes)).document
    assert blocks_of(document) == [("paragraph", PROSE)] * 12


def test_a_note_whose_label_is_lost_is_known_by_the_gap_in_the_count() -> None:
    marks = f"{PROSE}#super[1] {PROSE}#super[2] {PROSE}#super[3]\n\n"
    notes = "= Notes\n1. See the map.\n\nAdela, _Roads_.\n\n#text[3.] 1961 figures."
    result = read_text(f"= Fords\n{marks}{notes}")
    assert [(note.label, note.text) for note in result.document.notes] == [
        ("1", "See the map."),
        ("2", "Adela, Roads."),
        ("3", "1961 figures."),
    ]
    assert [doubt.kind for doubt in result.report.doubts] == ["note label"]


def test_two_notes_of_a_foreword_are_not_lost_to_the_next_chapter() -> None:
    entries = (
        "#show footnote.entry: it => "
        "[#context counter(footnote).at(it.note.location()).first() #it.note.body]\n"
    )
    chapters = [
        f"= Part {name}\n#counter(footnote).update(0)\n"
        + " ".join(f"{PROSE}#footnote[{name} note {number}.]" for number in range(notes))
        for name, notes in (("one", 2), ("two", 6))
    ]
    notes = read_text(entries + "\n#pagebreak()\n".join(chapters)).document.notes
    assert [note.label for note in notes] == ["1", "2", *"123456"]


def test_an_address_keeps_its_hyphens_at_line_ends() -> None:
    address = "https://www.navigation-observatory.example/lower-basin/tracing-of-incidents-1998.pdf"
    pages = "#set page(width: 70mm, height: 150mm, margin: 8mm)"
    document = import_pdf(print_text(f"{PROSE} See {address} {PROSE}", pages)).document
    assert blocks_of(document) == [("paragraph", f"{PROSE} See {address} {PROSE}")]


def test_what_is_printed_under_the_title_is_data_and_wins_over_the_properties() -> None:
    told = '#set document(author: "Bruno Ibarra", date: datetime(year: 2026, month: 5, day: 3))'
    title = (
        "#text(size: 20pt)[Roads of the north]\n\n#text(size: 13pt)[Fords and bridges]\n\n"
        "Adela Lindqvist#super[a] and Chidi Okafor#super[b]\n\nPolicy brief, March 2009\n\n"
    )
    document = read_text(f"{told}\n{title}= Fords\n{PROSE}\n= Bridges\n{PROSE}").document
    metadata = document.metadata
    assert (metadata.title, metadata.subtitle) == ("Roads of the north", "Fords and bridges")
    assert metadata.authors == ("Adela Lindqvist", "Chidi Okafor")
    assert metadata.date == PartialDate(2009, 3)
    assert document.blocks[0].text == "Fords"


def test_the_head_of_a_form_is_not_the_title() -> None:
    head = "#text(size: 20pt)[Council] #h(1fr) Distr. general\n\n"
    title = '#text(size: 16pt, weight: "bold")[Roads of the north]\n\n'
    document = read_text(f"{head}{title}= Fords\n{PROSE}\n= Bridges\n{PROSE}").document
    assert document.metadata.title == "Roads of the north"


def test_the_year_a_file_was_made_gives_way_to_the_years_the_text_names() -> None:
    told = "#set document(date: datetime(year: 2026, month: 5, day: 3))"
    named = " ".join(f"{PROSE} So it was in 2009." for _ in range(3))
    assert str(read_text(f"{told}\n{named}").document.metadata.date) == "2009"


def test_a_heading_that_reads_like_a_name_is_no_byline() -> None:
    heads = ["Of Roads", "How Rumours Travel", "Of Fords"]
    text = "\n".join(f"#block(above: 2em)[*{head}*]\n\n" for head in heads[:2]) + PROSE
    document = read_text(
        f"{PROSE}\n\n{text}\n\n#block(above: 2em)[*{heads[2]}*]\n\n{PROSE}"
    ).document
    assert [block.text for block in document.blocks if block.kind is BlockKind.HEADING] == heads


def test_notes_as_large_as_the_text_are_known_by_the_rule_above_them() -> None:
    long = " ".join([PROSE] * 9)
    large = "#show footnote.entry: set text(size: 10pt)\n"
    text = f"{' '.join([PROSE] * 4)}#footnote[{long}] {' '.join([PROSE] * 9)}"
    more = "".join(f" {PROSE}#footnote[See the map {number}.]" for number in range(9))
    document = read_text(f"{large}{text}{more}").document
    assert [note.text for note in document.notes] == [
        long,
        *(f"See the map {number}." for number in range(9)),
    ]
    assert len(document.blocks) == 1


def test_what_stands_in_the_margin_is_read_apart_from_the_text_beside_it() -> None:
    pages = (
        '#set page(paper: "a5", margin: (left: 16mm, right: 40mm, y: 16mm))\n#set text(size: 10pt)'
    )
    side = "#place(right, dx: 30mm, block(width: 24mm, text(size: 7pt)[Lorries are counted.]))"
    number = "#set page(foreground: place(right + horizon, dx: -4mm)[7])"
    result = import_pdf(print_text(f"{number}\n{side}\n{PROSE}\n\n{PROSE}", pages))
    assert blocks_of(result.document) == [
        ("paragraph", PROSE),
        ("paragraph", PROSE),
        ("paragraph", "Lorries are counted."),
    ]
    assert [(gone.why, gone.text) for gone in result.report.omissions] == [("page furniture", "7")]


def test_numbers_beside_paragraphs_stay_with_them() -> None:
    text = "\n\n".join(f"#place(left, dx: -8mm)[{number}.]{PROSE}" for number in (1, 2, 3))
    document = read_text(text).document
    assert [block.text.removeprefix(f"{n}. ") for n, block in enumerate(document.blocks, 1)] == [
        PROSE
    ] * 3


def test_a_narrow_gutter_is_found_though_a_page_number_stands_in_it() -> None:
    text = " ".join([PROSE] * 12)
    pages = (
        '#set page(paper: "a5", columns: 2, numbering: "1")\n#set text(size: 9pt, hyphenate: false)'
    )
    document = import_pdf(print_text(text, pages)).document
    assert blocks_of(document) == [("paragraph", text)]


def test_lines_far_apart_make_one_heading_all_the_same() -> None:
    long = "Of the many roads that lead to the harbour and of the two that lead away from it"
    wide = "#set par(leading: 1.4em, spacing: 2.4em)\n"
    document = read_text(f"{wide}= {long}\n{PROSE}\n= Fords\n{PROSE}").document
    assert [block.text for block in document.blocks if block.kind is BlockKind.HEADING] == [
        long,
        "Fords",
    ]


def test_a_heading_in_italics_may_fill_three_lines_of_a_narrow_column() -> None:
    pages = "#set page(width: 70mm, height: 150mm, margin: 8mm)"
    long = "Of the roads that lead to the harbour and of the two that lead away from all the fords"
    head = f"#block(above: 2em, below: 1em)[_{long}_]"
    document = import_pdf(print_text(f"{PROSE}\n{head}\n{PROSE}", pages)).document
    assert blocks_of(document)[1] == ("heading", long)
