import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.sentences import sentence_at

TEXT = "One came. Two went, see p. 3 there. “Three stayed.” Then four\nFive"


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("One", "One came."),
        ("came.", "One came."),
        ("there", "Two went, see p. 3 there."),
        ("stayed", "“Three stayed.”"),
        ("four", "Then four"),
        ("Five", "Five"),
    ],
)
def test_the_sentence_around_a_place(place: str, sentence: str) -> None:
    end = TEXT.index(place) + len(place)
    assert sentence_at(TEXT, end) == sentence


def test_a_mark_after_the_full_stop_belongs_to_the_sentence_before() -> None:
    assert sentence_at("One came. Two went.", 9) == "One came."


def test_a_very_long_sentence_is_cut_at_whole_words() -> None:
    sentence = sentence_at("word " * 500, 1200)
    assert sentence.startswith("… word")
    assert sentence.endswith("word …")
    assert len(sentence) <= 410


@given(st.text(max_size=900), st.data())
def test_the_sentence_is_part_of_the_text(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    sentence = sentence_at(text, offset)
    if "…" not in text:
        assert sentence.removeprefix("… ").removesuffix(" …").strip() in text
