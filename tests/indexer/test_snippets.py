import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.query import parse
from indexer.query.resolution import resolve
from indexer.snippets import Highlighter
from tests.indexer.factories import NAMES, make_passage
from tests.indexer.reference import Reference


def highlighter(query: str, text: str = "") -> Highlighter:
    vocabulary = Reference([make_passage(text=text)])
    return Highlighter(resolve(parse(query), NAMES, vocabulary, as_typed=False).clause)


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("protect", "It protects.", "It <mark>protects</mark>."),
        ('"war zone"', "war in a war zone", "war in a <mark>war zone</mark>"),
        ("keeping", "peace-keeping force", "<mark>peace-keeping</mark> force"),
        ("peacekeeping", "peace-keeping force", "<mark>peace-keeping</mark> force"),
        ("peac*", "peaceful", "<mark>peaceful</mark>"),
        ("paece~1", "peace", "<mark>peace</mark>"),
        (
            '"zone war"~1',
            "war in zone, war",
            "<mark>war</mark> in <mark>zone</mark>, <mark>war</mark>",
        ),
        ("war -zone", "war zone", "<mark>war</mark> zone"),
        ("title:war zone", "war zone", "war <mark>zone</mark>"),
        ("POC", "protection of civilians", "<mark>protection of civilians</mark>"),
        ("S/RES/1325", "S/RES/1325 (2000)!", "<mark>S/RES/1325 (2000)</mark>!"),
        ("b", "<b> & b", "&lt;<mark>b</mark>&gt; &amp; <mark>b</mark>"),
    ],
)
def test_what_is_marked(query: str, text: str, marked: str) -> None:
    assert highlighter(query, text).marked(text) == marked


def test_words_of_a_stretch_that_is_too_wide_are_not_marked() -> None:
    text = "war of many words about a zone"
    assert highlighter('"war zone"~2', text).marked(text) == text


def test_a_long_text_is_cut_around_the_match_at_whole_words() -> None:
    text = f"{'before ' * 100}the needle lies here {'after ' * 100}".strip()
    snippet = highlighter("needle").snippet(text)
    assert "<mark>needle</mark>" in snippet
    assert snippet.startswith("… before")
    assert snippet.endswith("after …")
    assert len(snippet) < 400


def test_the_part_with_most_matches_is_shown() -> None:
    text = f"one needle {'filler ' * 80} needle, needle and thread"
    assert "thread" in highlighter("needle thread").snippet(text)


def test_without_a_match_the_beginning_is_shown() -> None:
    assert highlighter("").snippet("word " * 200).startswith("word word")


@given(
    st.text(alphabet=st.sampled_from("ab<>&\"' -’é\n"), max_size=400),
    st.sampled_from(["a", "b", '"a b"', "ab*", "a b", '"a b"~2', "aa~", "-a"]),
)
def test_a_marked_text_is_the_text_escaped_with_marks_only(text: str, query: str) -> None:
    marked = highlighter(query, text).marked(text)
    assert html.unescape(re.sub("</?mark>", "", marked)) == text
    assert set(re.findall(r"<[^>]*>", marked)) <= {"<mark>", "</mark>"}
    assert re.findall("</?mark>", marked) == ["<mark>", "</mark>"] * marked.count("<mark>")
