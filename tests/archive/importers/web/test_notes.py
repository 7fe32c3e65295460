"""What must not be taken for a note, and what is kept of notes that are not whole."""

from archive import NoteMark, SpanKind
from tests.archive.importers.web.conftest import ReadPage

LONG = "The harbour was as quiet that spring as the pilots had left it in the autumn."


def test_a_contents_list_of_numbers_holds_no_marks(read: ReadPage) -> None:
    page = f'<p>{LONG} <a href="#s1">1</a> <a href="#s2">2</a></p>'
    page += f'<div id="s1"><h2>Sand</h2><p>{LONG}</p></div><h2 id="s2">Silt</h2><p>{LONG}</p>'

    document = read(page).document

    assert document.notes == ()
    assert document.blocks[0].text == f"{LONG} 1 2"


def test_raised_figures_that_are_no_marks_stay_raised(read: ReadPage) -> None:
    page = f"<p>{LONG} It covers 5 m<sup>2</sup>.<sup>1</sup></p><p>{LONG}<sup>2</sup></p>"
    page += "<h2>Notes</h2><ol><li>Harbour book.</li><li>Tide tables.</li></ol>"

    first, second = read(page).document.blocks

    assert first.text == f"{LONG} It covers 5 m2."
    assert [span.kind for span in first.spans] == [SpanKind.SUPERSCRIPT]
    assert first.marks == (NoteMark(len(first.text), "fn1"),)
    assert second.marks == (NoteMark(len(LONG), "fn2"),)


def test_two_marks_of_one_note(read: ReadPage) -> None:
    mark = '<sup><a href="#fn1">1</a></sup>'
    page = f'<p>{LONG}{mark}</p><p>{LONG}{mark}</p><ol><li id="fn1">Harbour book.</li></ol>'

    document = read(page).document

    assert [ref.passage for ref in document.refs["fn1"]] == ["p1", "p2"]


def test_marks_side_by_side(read: ReadPage) -> None:
    page = f'<p>{LONG}<sup>[<a href="#fn1">1</a>, <a href="#fn2">2</a>]</sup> More.</p>'
    page += '<ol><li id="fn1">Harbour book.</li><li id="fn2">Tide tables.</li></ol>'

    block = read(page).document.blocks[0]

    assert block.text == f"{LONG} More."
    assert block.marks == (NoteMark(len(LONG), "fn1"), NoteMark(len(LONG), "fn2"))


def test_a_mark_without_a_body_is_kept_as_missing(read: ReadPage) -> None:
    result = read(f'<p>{LONG}<sup><a href="#_ftn7">7</a></sup></p><p>{LONG}</p>')

    assert [(note.label, note.text) for note in result.document.notes] == [("7", None)]
    assert result.report.counts.missing == 1
    assert any("no body" in doubt.text for doubt in result.report.doubts)


def test_a_body_without_a_mark_is_kept_and_reported(read: ReadPage) -> None:
    page = f"<p>{LONG}<sup>1</sup></p><p>{LONG}</p>"
    page += "<h2>Notes</h2><ol><li>Harbour book.</li><li>Tide tables.</li></ol>"

    result = read(page)

    assert [note.text for note in result.document.notes] == ["Harbour book.", "Tide tables."]
    assert result.report.counts.unmarked == 1
    assert any("note 2" in doubt.text for doubt in result.report.doubts)


def test_a_reference_to_another_note_is_a_link_and_no_mark(read: ReadPage) -> None:
    page = f'<p>{LONG}<sup><a href="#fn1">1</a></sup> {LONG}<sup><a href="#fn2">2</a></sup></p>'
    page += (
        '<ol><li id="fn1">Harbour book.</li><li id="fn2">See note <a href="#fn1">1</a>.</li></ol>'
    )

    note = read(page).document.notes[1]

    assert (note.text, note.marks) == ("See note 1.", ())
    assert [span.href for span in note.spans] == ["#fn1"]


def test_signs_and_numbers_that_begin_anew(read: ReadPage) -> None:
    def chapter(name: str, label: str) -> str:
        mark = f'<sup><a href="#{name}">{label}</a></sup>'
        return f'<h2>{name}</h2><p>{LONG}{mark}</p><p id="{name}">{label} The book of {name}.</p>'

    page = chapter("Sand", "1") + chapter("Silt", "1") + chapter("Clay", "*")

    notes = read(page).document.notes

    assert [(note.id, note.label) for note in notes] == [
        ("fn1", "1"),
        ("fn2-1", "1"),
        ("fn-sign-1", "*"),
    ]
    assert notes[2].text == "The book of Clay."


def test_a_note_of_several_paragraphs(read: ReadPage) -> None:
    page = f'<p>{LONG}<sup><a href="#a">1</a></sup> Yes.<sup><a href="#b">2</a></sup></p>'
    page += '<p id="a">1. Harbour book.</p><p>A second paragraph.</p><p id="b">2. Tide tables.</p>'

    assert [note.text for note in read(page).document.notes] == [
        "Harbour book.\nA second paragraph.",
        "Tide tables.",
    ]


def test_a_body_that_begins_with_a_number_of_its_own(read: ReadPage) -> None:
    page = (
        f'<p>{LONG}<sup><a href="#a">1</a></sup></p><ol><li id="a">1 May was a holiday.</li></ol>'
    )

    assert read(page).document.notes[0].text == "1 May was a holiday."


def test_notes_of_comments_go_with_them(read: ReadPage) -> None:
    page = f"<article><p>{LONG}</p><p>{LONG}</p></article>"
    page += (
        f'<div id="comments"><p>{LONG}<sup><a href="#c">1</a></sup></p><p id="c">1. Mine.</p></div>'
    )

    result = read(page)

    assert result.document.notes == ()
    assert [block.text for block in result.document.blocks] == [LONG, LONG]
    assert "Mine." in [gone.text for gone in result.report.omissions]


def test_a_note_that_opens_on_a_click_is_no_hidden_text(read: ReadPage) -> None:
    page = f'<p>{LONG}<sup><a href="#fn1">1</a></sup></p><div id="fn1" style="display:none">A book.'
    page += "</div><p hidden>Words that nobody sees.</p>"

    result = read(page)

    assert [note.text for note in result.document.notes] == ["A book."]
    assert [(gone.why, gone.text) for gone in result.report.omissions] == [
        ("hidden", "Words that nobody sees.")
    ]


def test_unlinked_notes_of_chapters_and_of_several_paragraphs(read: ReadPage) -> None:
    def chapter(name: str) -> str:
        text = f"<h2>{name}</h2><p>{LONG}<sup>1</sup></p><p>{LONG}<sup>2</sup></p>"
        return f"{text}<h3>Notes</h3><p>1. {name} book.</p><p>And more.</p><p>2. {name} table.</p>"

    document = read(chapter("Sand") + chapter("Silt")).document

    assert [(note.id, note.text) for note in document.notes] == [
        ("fn1", "Sand book.\nAnd more."),
        ("fn2", "Sand table."),
        ("fn2-1", "Silt book.\nAnd more."),
        ("fn2-2", "Silt table."),
    ]
    assert [len(block.marks) for block in document.blocks] == [0, 1, 1, 0, 1, 1]
    assert [block.text for block in document.blocks][3:] == ["Silt", LONG, LONG]


def test_a_mark_that_leads_nowhere_is_plain_text_and_doubted(read: ReadPage) -> None:
    result = read(f'<p>{LONG} <a role="doc-noteref" href="">9</a></p><p>{LONG}</p>')

    assert result.document.blocks[0].text == f"{LONG} 9"
    assert [doubt.text for doubt in result.report.doubts] == ["'9' leads to no note."]


def test_raised_figures_of_a_unit_are_no_marks(read: ReadPage) -> None:
    page = "<p>Boats lay there<sup>1</sup> and waited.<sup>2</sup> A quay has 5 m<sup>2</sup>.</p>"
    document = read(f"{page}<h3>Notes</h3><p>1. Harbour book.</p><p>2. Tide tables.</p>").document
    text = "Boats lay there and waited. A quay has 5 m2."

    assert document.blocks[0].text == text
    assert [mark.offset for mark in document.blocks[0].marks] == [15, 27]


def test_of_two_marks_with_one_number_the_first_is_taken(read: ReadPage) -> None:
    page = "<p>Boats<sup>1</sup> lay<sup>2</sup> in rows of x<sup>2</sup> there.</p>"
    document = read(f"{page}<h3>Notes</h3><p>1. Harbour book.</p><p>2. Tide tables.</p>").document

    assert [mark.offset for mark in document.blocks[0].marks] == [5, 9]
