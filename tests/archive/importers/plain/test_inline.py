from hypothesis import given
from hypothesis import strategies as st

from archive.importers.plain.inline import address_spans, cut, moved, read_inline
from archive.models import Span, SpanKind


def test_asterisks_become_spans() -> None:
    inline = read_inline("the **whole** crew of the *Northern Star* rowed")
    assert inline.text == "the whole crew of the Northern Star rowed"
    assert inline.spans == (Span(4, 9, SpanKind.STRONG), Span(22, 35, SpanKind.EMPHASIS))


def test_a_lone_asterisk_stays() -> None:
    assert read_inline("the crew* rowed 2 * 3 miles").text == "the crew* rowed 2 * 3 miles"


def test_addresses_become_links_without_the_stop_after_them() -> None:
    (span,) = address_spans("See https://ferries.example/crews_2.")
    assert (span.start, span.end, span.href) == (4, 35, "https://ferries.example/crews_2")


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6)), max_size=5))
def test_cutting_keeps_what_is_not_cut_and_where_it_is(
    text: str, places: list[tuple[int, int]]
) -> None:
    spans = [(min(a, len(text)), min(a + length, len(text))) for a, length in places]
    short, offsets = cut(text, spans)
    gone = {index for a, b in spans for index in range(a, b)}
    assert short == "".join(sign for index, sign in enumerate(text) if index not in gone)
    for index, sign in enumerate(text):
        if index not in gone:
            assert short[moved(offsets, index)] == sign
