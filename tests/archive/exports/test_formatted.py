"""References in the styles of publishers."""

from __future__ import annotations

import html
from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from hypothesis import given

from archive import PartialDate
from archive.authors import read_author
from archive.exports import Item, Locator
from archive.exports.formatted import formatted
from tests.archive.exports.conftest import HOSTILE, items

STYLES = ("chicago-notes", "chicago-author-date", "apa", "mla", "harvard")
PLAIN = Item(
    "first-mandate:p4",
    "The first mandate",
    "The first mandate",
    tuple(map(read_author, ("Ada Moreau", "Jan van der Berg"))),
    "Harbour Press",
    "Cairo",
    PartialDate(1999, 10, 22),
    "report",
    "12",
    url="https://archive.example/a#p4",
    locator=Locator("paragraph", "4"),
)


@pytest.mark.parametrize(
    ("style", "citation", "reference"),
    [
        (
            "chicago-notes",
            (
                "Ada Moreau and Jan van der Berg, The first mandate, Report 12 (Cairo: Harbour"
                " Press, 1999), para. 4, https://archive.example/a#p4."
            ),
            (
                "Moreau, Ada, and Jan van der Berg. The first mandate. Report 12. Cairo:"
                " Harbour Press, 1999. https://archive.example/a#p4."
            ),
        ),
        (
            "chicago-author-date",
            "(Moreau and van der Berg 1999, para. 4)",
            (
                "Moreau, Ada, and Jan van der Berg. 1999. The first mandate. Report 12. Cairo:"
                " Harbour Press. https://archive.example/a#p4."
            ),
        ),
        (
            "apa",
            "(Moreau & van der Berg, 1999, para. 4)",
            (
                "Moreau, A., & van der Berg, J. (1999). The first mandate (Report No. 12). Harbour"
                " Press. https://archive.example/a#p4"
            ),
        ),
        (
            "mla",
            "(Moreau and van der Berg, par. 4)",
            (
                "Moreau, Ada, and Jan van der Berg. The first mandate. Report 12, Harbour Press, 22"
                " Oct. 1999, https://archive.example/a#p4."
            ),
        ),
        (
            "harvard",
            "(Moreau and van der Berg, 1999, para. 4)",
            (
                "Moreau, A. and van der Berg, J. (1999) The first mandate. Report 12. Cairo:"
                " Harbour Press. Available at: https://archive.example/a#p4."
            ),
        ),
    ],
)
def test_styles(style: str, citation: str, reference: str) -> None:
    (found,) = formatted([PLAIN], style)
    assert (found.citation, found.reference) == (citation, reference)


@pytest.mark.parametrize(
    ("style", "citation", "reference"),
    [
        ("chicago-notes", "Rope (n.d.).", "Rope. n.d."),
        ("chicago-author-date", "(Rope n.d.)", "Rope. n.d."),
        ("apa", "(Rope, n.d.)", "Rope. (n.d.)."),
        ("mla", "(Rope)", "Rope."),
        ("harvard", "(Rope, no date)", "Rope (no date)."),
    ],
)
def test_a_title_alone(style: str, citation: str, reference: str) -> None:
    (found,) = formatted([Item("a", "Rope", "Rope")], style)
    assert (found.citation, found.reference) == (citation, reference)


def test_notes_and_sections_are_places() -> None:
    note = replace(PLAIN, locator=Locator("note", "3"))
    section = replace(PLAIN, locator=Locator("section", "From 1990 to 1999"))
    found = formatted([note, section], "harvard")
    assert [one.citation for one in found] == [
        "(Moreau and van der Berg, 1999, n. 3)",
        "(Moreau and van der Berg, 1999, sec. From 1990 to 1999)",
    ]


def test_many_authors_are_shortened() -> None:
    authors = tuple(map(read_author, ("Ada Moreau", "Ole Lindt", "Per Holm", "Ida Falk")))
    found = [formatted([replace(PLAIN, authors=authors)], style)[0] for style in STYLES]
    assert all("Moreau et al." in one.citation for one in found)
    assert found[3].reference.startswith("Moreau, Ada, et al. The")


def test_a_title_that_asks_has_no_full_stop() -> None:
    (found,) = formatted([replace(PLAIN, title="What is it?")], "harvard")
    assert "(1999) What is it? Report 12." in found.reference
    assert "<i>What is it?</i> Report" in found.reference_html


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("title", HOSTILE[:-1])
def test_hostile_titles_stand_as_they_are(style: str, title: str) -> None:
    (found,) = formatted([replace(PLAIN, title=title)], style)
    assert title in found.reference
    assert f"<i>{html.escape(title, quote=False)}</i>" in found.reference_html


@given(items)
def test_html_says_the_same_as_the_text(item: Item) -> None:
    for style in STYLES:
        (found,) = formatted([item], style)
        page = BeautifulSoup(found.reference_html, "lxml")
        assert {tag.name for tag in page.find_all()} <= {"html", "body", "p", "i"}
        assert page.get_text().split() == found.reference.split()
