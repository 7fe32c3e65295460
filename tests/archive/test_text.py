from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive import Span, SpanKind
from archive.text import clean_text, fold, normal_spans


def test_blanks_are_folded_and_control_characters_dropped() -> None:
    assert clean_text("  a\t b\x00c \n\n d  ") == "a bc\nd"


def test_no_break_spaces_are_kept() -> None:
    assert clean_text("para.\u00a014") == "para.\u00a014"


@given(st.text(st.characters() | st.sampled_from(" \n\t\x00a")))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean_text(clean_text(text)) == clean_text(text)


@given(st.text(st.sampled_from(" \n\x00ab")))
def test_offsets_lead_to_the_same_characters(text: str) -> None:
    clean, offsets = fold(text)

    assert len(offsets) == len(text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(clean)
    for place, character in enumerate(text):
        if character in "ab":
            assert clean[offsets[place]] == character


def test_touching_spans_of_a_kind_become_one_and_links_never_overlap() -> None:
    em = [Span(0, 2, SpanKind.EMPHASIS), Span(2, 4, SpanKind.EMPHASIS)]
    links = [Span(0, 3, SpanKind.LINK, "a"), Span(2, 6, SpanKind.LINK, "b")]

    assert normal_spans("abcdefgh", em + links) == (
        Span(0, 4, SpanKind.EMPHASIS),
        Span(0, 3, SpanKind.LINK, "a"),
        Span(3, 6, SpanKind.LINK, "b"),
    )


def test_no_span_holds_a_line_feed() -> None:
    assert normal_spans("ab\ncd", [Span(0, 5, SpanKind.STRONG)]) == (
        Span(0, 2, SpanKind.STRONG),
        Span(3, 5, SpanKind.STRONG),
    )
