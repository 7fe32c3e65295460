from __future__ import annotations

from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from archive.html import Element, Insert, inline_html

TEXT = "abcdefgh"


def element(start: int, end: int, name: str, depth: int = 0) -> Element:
    return Element(start, end, f"<{name}>", f"</{name}>", depth=depth)


def test_crossing_stretches_are_closed_and_opened_again() -> None:
    html = inline_html(TEXT, [element(1, 4, "em"), element(3, 6, "b")])

    assert html == "a<em>bc<b>d</b></em><b>ef</b>gh"


def test_an_insert_stands_outside_links() -> None:
    link = Element(0, 4, "<a>", "</a>", exclusive=True)

    assert inline_html(TEXT, [link], [Insert(2, "<i></i>")]) == "<a>ab</a><i></i><a>cd</a>efgh"


def test_of_overlapping_links_the_first_stays() -> None:
    links = [Element(0, 4, '<a href="1">', "</a>", exclusive=True)]
    links.append(Element(2, 6, '<a href="2">', "</a>", exclusive=True))

    assert inline_html(TEXT, links) == '<a href="1">abcd</a>efgh'


def test_text_is_escaped() -> None:
    assert inline_html("<script>&") == "&lt;script&gt;&amp;"


@given(
    st.text(st.characters(codec="ascii", min_codepoint=33), max_size=20),
    st.lists(
        st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from(["em", "b", "mark"])),
        max_size=6,
    ),
)
def test_the_text_is_the_same_with_and_without_elements(
    text: str, ranges: list[tuple[int, int, str]]
) -> None:
    elements = [
        element(min(one, other, len(text)), min(max(one, other), len(text)), name)
        for one, other, name in ranges
    ]

    assert BeautifulSoup(inline_html(text, elements), "lxml").get_text() == text
