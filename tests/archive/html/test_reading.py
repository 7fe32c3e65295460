from __future__ import annotations

from pathlib import Path

import pytest

from archive import NoteMark, Severity, Span, SpanKind
from archive.html import read_document_html
from archive.html.reading import HtmlContent

PATH = Path("documents/one/document.html")


def read(body: str) -> HtmlContent:
    return read_document_html(f"<title>One</title>\n<body>\n{body}\n</body>", PATH)


def test_blocks_carry_kind_level_and_label() -> None:
    content = read(
        """
        <hgroup><h1 id="h1">Why missions leave</h1><p>A. Author</p></hgroup>
        <p id="p1">Missions end.</p>
        <ol start="3"><li id="p2">third<ul><li id="p3">a part</li></ul></li>
        <li id="p4">next</li></ol>
        <blockquote><p id="p5">So it was said.</p></blockquote>
        <aside id="box1"><h2 id="h2">A box</h2><p id="p6">Boxed.</p></aside>
        """
    )

    assert [(b.id, b.kind.value, b.level, b.label, b.box) for b in content.blocks] == [
        ("h1", "heading", 1, None, None),
        ("p1", "paragraph", 0, None, None),
        ("p2", "item", 1, "3.", None),
        ("p3", "item", 2, None, None),
        ("p4", "item", 1, "4.", None),
        ("p5", "quotation", 0, None, None),
        ("h2", "heading", 2, None, "box1"),
        ("p6", "aside", 0, None, "box1"),
    ]
    assert content.blocks[0].byline == "A. Author"
    assert content.faults == ()


def test_a_document_made_by_pandoc_reads_with_its_notes() -> None:
    content = read(
        """
        <p>Consent can be taken back.<a href="#fn1" class="footnote-ref" id="fnref1"
        role="doc-noteref"><sup>1</sup></a> <em>Then</em> what?</p>
        <section id="footnotes" class="footnotes footnotes-end-of-document" role="doc-endnotes">
        <hr /><ol><li id="fn1"><p>A letter said so.</p><p>Twice.<a href="#fnref1"
        class="footnote-back" role="doc-backlink">↩︎</a></p></li></ol></section>
        """
    )

    (block,) = content.blocks
    assert block.text == "Consent can be taken back. Then what?"
    assert block.marks == (NoteMark(len("Consent can be taken back."), "fn1"),)
    assert block.spans == (Span(27, 31, SpanKind.EMPHASIS),)
    assert content.notes[0].text == "A letter said so.\nTwice."
    assert content.notes[0].label == "1"


def test_groups_are_looked_through_and_scripts_ignored() -> None:
    content = read(
        "<main><div>Loose words<p id='p1'>A paragraph</p></div></main><script>x</script>"
    )

    assert [block.text for block in content.blocks] == ["Loose words", "A paragraph"]


def test_a_missing_note_keeps_its_marks_and_has_no_text() -> None:
    content = read(
        '<p id="p1">Here<a role="doc-noteref" href="#fn7">7</a></p>'
        '<section role="doc-endnotes"><ol>'
        '<li id="fn7" value="7" data-missing><p></p></li></ol></section>'
    )

    assert content.notes[0].text is None
    assert content.notes[0].label == "7"
    assert content.faults == ()


@pytest.mark.parametrize(
    ("body", "code", "line", "severity"),
    [
        ('<p id="p1">a</p>\n<p id="p1">b</p>', "duplicate-id", 4, Severity.ERROR),
        (
            '<p id="p1">a<a role="doc-noteref" href="#fn9">9</a></p>',
            "mark-without-note",
            3,
            Severity.ERROR,
        ),
        (
            '<section role="doc-endnotes"><ol>\n<li id="fn1">b</li></ol></section><p id="p1">a</p>',
            "note-without-mark",
            4,
            Severity.WARNING,
        ),
        ('<p id="p1"><a href="#p9">there</a></p>', "broken-link", 3, Severity.WARNING),
        ("<p>a</p>", "missing-id", None, Severity.WARNING),
        ("", "no-text", None, Severity.ERROR),
    ],
)
def test_faults_name_place_and_remedy(
    body: str, code: str, line: int | None, severity: Severity
) -> None:
    (fault,) = read(body).faults

    assert (fault.code, fault.line, fault.severity) == (code, line, severity)
    assert str(PATH) in str(fault)
    assert fault.remedy


def test_given_ids_avoid_those_in_use() -> None:
    content = read('<p id="p1">a</p><p>b</p>')

    assert [block.id for block in content.blocks] == ["p1", "p2"]
