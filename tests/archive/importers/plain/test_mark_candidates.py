import pytest

from archive.importers.plain.mark_candidates import candidates, sign_candidates
from archive.importers.plain.words import Vocabulary


def score(text: str, number: int, words: Vocabulary) -> float | None:
    found = [one.score for one in candidates(text, words) if one.numbers == (number,)]
    return max(found, default=None)


@pytest.mark.parametrize(
    "text",
    [
        "the crew rowed.12 They slept",
        "the crew rowed.¹² They slept",
        "the crew rowed [12] and slept",
        "the harbour12 was shut",
        "said “row”.12",
        "the crew (FCA)12 rowed",
        "in that year, 2013.12 They",
        "as the R2P.12 They",
        "the crew rowed. 12 They slept",
        "the boats were 48.12 Few came",
        "the share was 1.3.12 Few came",
        "of the boats there were 330,12 and few came",
        "in the season of 2007/08.12",
        "before the flood of 199012 they rowed",
    ],
)
def test_what_looks_like_a_mark(text: str, vocabulary: Vocabulary) -> None:
    assert (score(text, 12, vocabulary) or 0) > 0


@pytest.mark.parametrize(
    "text",
    [
        "about 12 crews rowed",
        "resolution 12 was read",
        "in 12 per cent of",
        "on 12 March they",
        "on March 12 they",
        "the A12 road",
        "see p.12 of it",
        "of 3.12 miles",
        "it rose to 3.12 for them",
        "as section 3.12 The Boats says",
        "it was 12% more",
        "Article 2(12) says",
        "the 12-member crew",
        "some 1,012 crews",
        "in the M12 group",
    ],
)
def test_what_does_not(text: str, vocabulary: Vocabulary) -> None:
    assert (score(text, 12, vocabulary) or -1) < 0


def test_marks_side_by_side_are_read_both_ways(vocabulary: Vocabulary) -> None:
    readings = {one.numbers for one in candidates("the crew rowed.56 They", vocabulary)}
    assert readings == {(56,), (5, 6)}
    readings = {one.numbers for one in candidates("the crew rowed.5,6 They", vocabulary)}
    assert (5, 6) in readings


def test_signs_after_words() -> None:
    assert [sign for *_, sign in sign_candidates("The Ferry* and the Crew† row 3 * 4")] == [
        "*",
        "†",
    ]


def test_three_figures_after_a_comma_are_thousands(vocabulary: Vocabulary) -> None:
    assert score("of nets there were 330,120 and few held", 120, vocabulary) is None
