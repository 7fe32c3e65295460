import numpy as np
import pytest

from indexer.engines.ranking import idf, is_common, saturation


def test_a_rare_word_says_more() -> None:
    assert idf(1000, 1) > idf(1000, 10) > idf(1000, 1000) > 0


def test_more_occurrences_and_a_shorter_text_are_worth_more_with_a_limit() -> None:
    frequencies = np.array([1, 2, 50, 1], dtype=np.float32)
    lengths = np.array([90, 90, 90, 10], dtype=np.uint16)
    once, twice, often, short = saturation(frequencies, lengths, 90.0)
    assert once < twice < often < 2.2
    assert short > once


@pytest.mark.parametrize(
    ("passages", "having", "common"), [(5000, 1001, True), (5000, 900, False), (10, 10, False)]
)
def test_a_word_of_every_passage_is_common_in_large_archives(
    passages: int, having: int, *, common: bool
) -> None:
    assert is_common(passages, having) is common
