"""Metadata of a page, each value with what stands for it."""

import pytest

from archive import PartialDate
from tests.archive.importers.web.conftest import ReadPage

PROSE = "<p>The harbour was as quiet that spring as the pilots had left it in the autumn.</p>"

CITATION = """
<meta name="citation_title" content="Quays">
<meta name="citation_author" content="Moreau, Ana">
<meta name="citation_author" content="Ito, Ben">
<meta name="citation_publication_date" content="2011/05/03">
<meta name="citation_technical_report_institution" content="House of Ports">
<meta name="citation_doi" content="10.1/quay">"""
DUBLIN_CORE = """
<meta name="DC.Title" content="Quays">
<meta name="DC.Creator" content="Ana Moreau">
<meta name="DC.creator" content="Ben Ito">
<meta name="dcterms.issued" content="3 May 2011">
<meta name="dc.publisher" content="House of Ports">"""
OPEN_GRAPH = """
<meta property="og:title" content="Quays">
<meta property="article:author" content="Ana Moreau and Ben Ito">
<meta property="article:published_time" content="2011-05-03T08:00:00+02:00">
<meta property="og:site_name" content="House of Ports">"""
JSON_LD = """
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "Site"},
{"@type": ["Report"], "headline": "Quays", "datePublished": "2011-05-03", "author":
[{"@type": "Person", "name": "Ana Moreau"}, {"name": "Ben Ito"}], "publisher": {"name":
"House of Ports"}}]}</script>"""
VISIBLE = """
<title>Quays | House of Ports</title></head><body><h1>Quays</h1>
<p class="byline">By Ana Moreau and Ben Ito</p><time datetime="2011-05-03">May</time>"""


@pytest.mark.parametrize("head", [CITATION, DUBLIN_CORE, OPEN_GRAPH, JSON_LD, VISIBLE], ids="CDOJV")
def test_metadata_of_every_kind(read: ReadPage, head: str) -> None:
    result = read(f'<html lang="en-GB"><head>{head}{PROSE * 2}')
    metadata = result.document.metadata

    assert metadata.title == "Quays"
    assert metadata.authors == ("Ana Moreau", "Ben Ito")
    assert metadata.date == PartialDate(2011, 5, 3)
    assert metadata.language == "en-GB"
    if head != VISIBLE:
        assert metadata.publisher == "House of Ports"


def test_scholarly_tags_come_before_those_for_sharing(read: ReadPage) -> None:
    page = "<meta property='og:title' content='Quays!'><meta name='citation_title' content='Quays'>"

    assert read(page + PROSE).document.metadata.title == "Quays"


def test_the_evidence_names_the_tag_its_words_and_its_line(read: ReadPage) -> None:
    evidence = {
        found.field: found for found in read(f"<head>{CITATION}</head>{PROSE}").report.evidence
    }

    assert evidence["title"].words == "citation_title: Quays"
    assert evidence["title"].line == 2
    assert evidence["date"].line == 5
    assert evidence["title"].sure


def test_what_is_seen_only_is_not_sure(read: ReadPage) -> None:
    evidence = read(f"<head>{VISIBLE}{PROSE}").report.evidence

    assert {
        found.field: found.sure for found in evidence if found.field in ("authors", "date")
    } == {
        "authors": False,
        "date": False,
    }


def test_what_a_person_says_wins(read: ReadPage) -> None:
    result = read(
        f"<head>{CITATION}</head>{PROSE}",
        title="Docks",
        authors=("C. Editor",),
        date=PartialDate(2001),
        missions=("unfil",),
        id="docks",
    )

    metadata = result.document.metadata
    assert (metadata.title, metadata.authors, metadata.date) == (
        "Docks",
        ("C. Editor",),
        PartialDate(2001),
    )
    assert metadata.missions == ("unfil",)
    assert result.document.id == "docks"
    assert "given by a person" in {found.words for found in result.report.evidence}


def test_broken_json_is_doubted(read: ReadPage) -> None:
    nested = "[" * 100_000
    page = f"<script type='application/ld+json'>{nested}</script><title>Quays</title>{PROSE}"

    result = read(page)

    assert result.document.metadata.title == "Quays"
    assert [doubt.kind for doubt in result.report.doubts] == ["metadata"]


def test_a_page_without_any_is_named_after_its_file(read: ReadPage) -> None:
    assert read(PROSE).document.metadata.title == "page"


def test_the_site_is_no_part_of_the_title(read: ReadPage) -> None:
    page = f"""<head><meta property="og:title" content="Quays | House of Ports">
    <meta property="og:site_name" content="House of Ports">
    <meta property="article:published_time" content="2011-05-03"></head>
    <h1>Quays</h1><p>Published on May 3, 2011</p><h2>Sand</h2>{PROSE}"""

    document = read(page).document

    assert document.metadata.title == "Quays"
    assert [block.text for block in document.blocks[:1]] == ["Sand"]


def test_authors_may_have_a_line_each(read: ReadPage) -> None:
    page = (
        "<h1>Sand</h1><p class='author'>Ana Moreau</p><p class='author'>Ben Ito</p><p>It lay.</p>"
    )

    assert read(page).document.metadata.authors == ("Ana Moreau", "Ben Ito")
