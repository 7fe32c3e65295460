"""Where sentences begin and end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.citations.sentences import sentence_bounds, sentence_containing


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_bounds(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is in S/RES/1325 (2000), para. 8 and in UN Doc. S/2018/1.",
        "See S/PV. 4054, No. 5, Vol. 2, pp. 3–4, Art. 7.",
        "J. P. Moreau et al. Rope, the U.N. Office said.",
        "He left (e.g. Cairo).",
        "What is it?",
        "Dr. Lindt met Col. Berg.",
    ],
)
def test_full_stops_inside_a_sentence(sentence: str) -> None:
    assert sentences(f"One came. {sentence} Two left.") == ["One came.", sentence, "Two left."]


def test_brackets_and_quotation_marks_belong_to_the_sentence_before() -> None:
    assert sentences("“They left.” (All of them.) 12 stayed! A note\nAnother") == [
        "“They left.”",
        "(All of them.)",
        "12 stayed!",
        "A note",
        "Another",
    ]


def test_an_offset_at_the_end_of_a_sentence_belongs_to_it() -> None:
    text = "One came. Two left."
    bounds = sentence_bounds(text)
    found = [text[slice(*sentence_containing(bounds, offset))] for offset in (0, 9, 10, 19)]
    assert found == ["One came.", "One came.", "Two left.", "Two left."]


def test_a_text_without_sentences_has_an_empty_one() -> None:
    assert sentence_containing(sentence_bounds(" "), 0) == (0, 0)


@given(st.text(alphabet="ab A.S/1 ?\n”)", max_size=80) | st.integers(0, 5000).map("a ".__mul__))
def test_sentences_are_in_order_and_leave_out_blanks_only(text: str) -> None:
    bounds = sentence_bounds(text)
    assert all(first[1] <= second[0] for first, second in pairwise(bounds))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert all(end - start <= 1200 for start, end in bounds)
