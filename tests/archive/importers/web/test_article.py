"""The article of a page, without what stands around it."""

import pytest

from archive import BlockKind
from tests.archive.importers.web.conftest import ReadPage

FIRST = "The harbour was as quiet that spring as the pilots had left it in the autumn."
SECOND = "Nobody had asked for a second boat, and nobody was surprised when it came."
PROSE = f"<p>{FIRST}</p><p>{SECOND}</p>"

AROUND = {
    "a menu": "<nav><ul><li><a href='/'>Home</a></li><li><a href='/b'>Boats</a></li></ul></nav>",
    "a menu by its class": "<div class='main-menu'><a href='/'>Home</a> <a href='/b'>B</a></div>",
    "a share bar": "<div class='share-buttons'><a href='/f'>Tell others</a> Share this page</div>",
    "related links": "<div class='related-posts'><h3>More</h3><a href='/x'>Another quay</a></div>",
    "cards without a name": "<div><a href='/x'>Another quay</a> <a href='/y'>A third</a></div>",
    "a cookie note": "<div id='cookie-consent'><p>This site keeps crumbs. Agreed?</p></div>",
    "comments": f"<section class='comments-area'><p>{SECOND} Says I.</p></section>",
    "a search form": "<form><label>Search the site</label><input name=q></form>",
    "a script": "<script>document.write('words of a script')</script>",
    "a style": "<style>p { content: 'words of a style' }</style>",
    "a hidden line": "<p style='display: none'>Words that nobody sees here.</p>",
    "a footer of the site": "<div role=contentinfo>All rights are with the harbour.</div>",
}


@pytest.mark.parametrize("what", AROUND)
@pytest.mark.parametrize("inside", [True, False], ids=["inside the article", "beside it"])
def test_only_the_article_is_kept(read: ReadPage, what: str, inside: bool) -> None:
    page = f"<div><article>{PROSE}{AROUND[what]}</article></div>"
    if not inside:
        page = f"<div><article>{PROSE}</article>{AROUND[what]}</div>"

    document = read(f"<body>{page}</body>").document

    assert [block.text for block in document.blocks] == [FIRST, SECOND]


@pytest.mark.parametrize("what", ["a menu", "a cookie note", "comments", "a footer of the site"])
def test_what_is_left_out_is_reported_with_its_line(read: ReadPage, what: str) -> None:
    report = read(f"<body>\n<article>{PROSE}</article>\n{AROUND[what]}</body>").report

    assert [omission.lines for omission in report.omissions] == [(3,)]


def test_an_article_without_a_name_is_found_by_its_prose(read: ReadPage) -> None:
    page = f"<div><div>Harbour news | Weather | Boats</div><div><div>{PROSE}</div></div></div>"

    assert [block.text for block in read(page).document.blocks] == [FIRST, SECOND]


def test_names_may_lie(read: ReadPage) -> None:
    page = f"<body class='has-sidebar'><div class='widget'>{PROSE}</div></body>"

    assert [block.text for block in read(page).document.blocks] == [FIRST, SECOND]


def test_text_that_a_page_builder_calls_widgets_is_kept(read: ReadPage) -> None:
    widgets = "".join(
        f"<div class='widget widget-text'><p>Part {n}. {FIRST}</p></div>" for n in range(1, 6)
    )

    assert len(read(f"<body><div>{widgets}</div></body>").document.blocks) == 5


def test_an_article_in_parts_is_kept_whole(read: ReadPage) -> None:
    page = f"<body><div><section>{PROSE}</section><section>{PROSE}</section></div></body>"

    assert len(read(page).document.blocks) == 4


def test_an_aside_of_prose_is_a_box(read: ReadPage) -> None:
    page = f"<article>{PROSE}<aside><h3>The tide</h3><p>{FIRST}</p></aside>{PROSE}</article>"

    blocks = read(page).document.blocks

    assert [block.box is not None for block in blocks] == [False, False, True, True, False, False]
    assert blocks[3].kind is BlockKind.ASIDE
