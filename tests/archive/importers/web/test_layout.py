"""Headings, lists, tables, pictures and links, as documents hold them."""

import pytest

from archive import BlockKind, SpanKind
from tests.archive.importers.web.conftest import ReadPage

PROSE = "The harbour was as quiet that spring as the pilots had left it in the autumn."
TITLED = f"<h1>The quiet harbour</h1><p>{PROSE}</p>"


def test_the_title_is_metadata_and_no_section(read: ReadPage) -> None:
    result = read(f"<title>The quiet harbour</title><body>{TITLED}</body>")

    assert result.document.metadata.title == "The quiet harbour"
    assert [block.text for block in result.document.blocks] == [PROSE]
    assert [(gone.why, gone.text) for gone in result.report.omissions] == [
        ("title", "The quiet harbour")
    ]


@pytest.mark.parametrize(
    ("written", "levels"),
    [("235", [1, 2, 3]), ("3323", [1, 1, 1, 2]), ("414", [1, 1, 2]), ("2634", [1, 2, 2, 3])],
)
def test_headings_leave_no_gap(read: ReadPage, written: str, levels: list[int]) -> None:
    page = "".join(f"<h{n}>Part {i}</h{n}><p>{PROSE}</p>" for i, n in enumerate(written))

    headings = [b for b in read(page).document.blocks if b.kind is BlockKind.HEADING]

    assert [heading.level for heading in headings] == levels


def test_a_byline_under_a_heading_is_kept_with_it(read: ReadPage) -> None:
    page = f"<h2>Sand</h2><p class='byline'>By Ana Moreau</p><p>{PROSE}</p>"
    page += f"<h2>Silt</h2><p>By Ben Ito</p><p>{PROSE}</p>"

    headings = [b for b in read(page).document.blocks if b.kind is BlockKind.HEADING]

    assert [heading.byline for heading in headings] == ["By Ana Moreau", "By Ben Ito"]


def test_a_table_becomes_a_paragraph_a_row(read: ReadPage) -> None:
    page = f"<p>{PROSE}</p><table><caption>Boats</caption><tr><th>Name</th><th>Year</th></tr>"
    page += "<tr><td>Anna</td><td><p>1999</p></td></tr></table>"

    result = read(page)

    assert [block.text for block in result.document.blocks] == [
        PROSE,
        "Boats",
        "Name | Year",
        "Anna | 1999",
    ]
    assert [repair.text for repair in result.report.repairs] == [
        "A table of 2 rows and 2 columns was written as paragraphs, a row each."
    ]


def test_a_table_that_lays_out_a_page_is_looked_through(read: ReadPage) -> None:
    page = (
        f"<table><tr><td>Boats</td><td><h2>Sand</h2><p>{PROSE}</p><p>{PROSE}</p></td></tr></table>"
    )

    kinds = [block.kind for block in read(page).document.blocks]

    assert kinds == [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_a_picture_is_left_out_and_its_caption_kept(read: ReadPage) -> None:
    page = f"<p>{PROSE}</p>\n<figure><img src='a.png' alt='A boat'><figcaption>The boat at rest"
    page += "</figcaption></figure>"

    result = read(page)

    assert [block.text for block in result.document.blocks] == [PROSE, "The boat at rest"]
    assert [(gone.why, gone.text, gone.lines) for gone in result.report.omissions] == [
        ("image", "A boat", (2,))
    ]


def test_lists_keep_their_labels(read: ReadPage) -> None:
    page = f"<p>{PROSE}</p><ol type='a' start='3'><li>sand<ol style='list-style-type: lower-roman'>"
    page += (
        "<li>fine</li><li>coarse</li></ol></li><li><div>silt<ul><li>grey</li></ul></div></li></ol>"
    )

    items = read(page).document.blocks[1:]

    assert [(item.label, item.level, item.text) for item in items] == [
        ("c.", 1, "sand"),
        ("i.", 2, "fine"),
        ("ii.", 2, "coarse"),
        ("d.", 1, "silt"),
        (None, 2, "grey"),
    ]


def test_blank_lines_of_old_pages_part_paragraphs(read: ReadPage) -> None:
    page = f"<body>{PROSE}<br><br>\nA <i>second</i> one.<br>On two lines.</body>"

    assert [block.text for block in read(page).document.blocks] == [
        PROSE,
        "A second one.\nOn two lines.",
    ]


def test_a_pull_quote_is_recorded_and_not_repeated(read: ReadPage) -> None:
    page = f"<p>{PROSE}</p><blockquote class='pull-quote'>as quiet that spring</blockquote>"

    result = read(page)

    assert [block.text for block in result.document.blocks] == [PROSE]
    assert [(gone.why, gone.text) for gone in result.report.omissions] == [
        ("pull quote", "as quiet that spring")
    ]


def test_a_quotation_stays_a_quotation(read: ReadPage) -> None:
    page = f"<p>{PROSE}</p><blockquote><p>Words of another.</p></blockquote>"

    assert read(page).document.blocks[1].kind is BlockKind.QUOTATION


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://boats.example/a", "https://boats.example/a"),
        ("/b?c=d", "https://ports.example/b?c=d"),
        ("mailto:pilot@ports.example", "mailto:pilot@ports.example"),
        ("javascript:alert(1)", None),
        (" java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("#nowhere", None),
        ("", None),
    ],
)
def test_links_lead_somewhere_or_are_plain_words(
    read: ReadPage, href: str, kept: str | None
) -> None:
    page = f"<link rel=canonical href='https://ports.example/quiet'><p>{PROSE}</p>"
    page += f"<p>{PROSE} See <a href='{href}' onclick='x()'>the quay</a>.</p>"

    block = read(page).document.blocks[1]

    assert block.text == f"{PROSE} See the quay."
    assert [span.href for span in block.spans if span.kind is SpanKind.LINK] == [kept] * bool(kept)


def test_links_within_the_page_lead_to_blocks(read: ReadPage) -> None:
    page = f"<p>{PROSE} See <a href='#sand'>below</a>.</p><a name='sand'></a>"
    page += f"<h2>Sand</h2><p>{PROSE}</p>"

    blocks = read(page).document.blocks

    assert [span.href for span in blocks[0].spans] == ["#h1"]
    assert blocks[1].id == "h1"


def test_no_item_is_more_than_one_level_deeper_than_the_one_before(read: ReadPage) -> None:
    page = f"<p>{PROSE}</p><ul><li><ul><li>sand</li></ul></li><li>silt</li></ul><div>clay</div>"

    items = [block for block in read(page).document.blocks if block.kind is BlockKind.ITEM]

    assert [(item.level, item.text) for item in items] == [(1, "sand"), (1, "silt")]
