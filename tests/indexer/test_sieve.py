"""What is passed over are plain words that nothing wanted is among."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexer.analysis import chunk_words, chunks, stem, words
from indexer.query import parse
from indexer.query.resolution import resolve
from indexer.sieve import Sieve, shared_beginning
from indexer.snippets import Highlighter
from tests.indexer.factories import NAMES, make_passage
from tests.indexer.reference import Reference

WORDS = """
oak Oaks oak, (oak) elm elm1 beech-nut peace\u2011keeping élan S/RES/1325 (2000) oakley's U.N. 1,325
un kaoen _oak protection of civilians
"""
TEXTS = st.lists(st.sampled_from([*WORDS.split(), "", "\n", "oa\nk", "x" * 70]), max_size=25)
MANY = " OR ".join(f"{letter}o{other}" for letter in "abcdefo" for other in "akmnst")
QUERIES = """
oak | oa* | oka~1 | peacekeeping | "oak elm" | "oak beech"~3 | S/RES/1325 | UN | POC | élan | 1325
| oak OR elm* | "beech-nut oak" | ab~2
"""


class Everything(Sieve):
    """Passes over nothing."""

    def __init__(self) -> None:
        super().__init__(())

    def kept(self, text: str) -> Iterator[tuple[int, int, str]]:
        start = 0
        for chunk in chunks(text):
            yield 0, start, chunk
            start += len(chunk) + 1


@given(TEXTS, st.sampled_from([*QUERIES.split(" | "), MANY, "x" * 70]))
def test_nothing_wanted_is_passed_over(parts: list[str], query: str) -> None:
    text = " ".join(parts)
    vocabulary = Reference([make_passage(text=text)])
    clause = resolve(parse(query), NAMES, vocabulary, as_typed=False).clause
    sieved, whole = Highlighter(clause), Highlighter(clause)
    whole._sieve = Everything()
    assert sieved.matches(text) == whole.matches(text)


@given(TEXTS)
def test_what_is_passed_over_is_as_many_words_as_is_said(parts: list[str]) -> None:
    text = " ".join(parts)
    kept = list(Sieve(()).kept(text))
    counted = sum(passed + len(chunk_words(chunk)) for passed, _, chunk in kept)
    assert counted == len(list(words(text)))
    assert all(text[start : start + len(chunk)] == chunk for _, start, chunk in kept)


ENDINGS = ["", "s", "es", "ied", "ies", "ing", "ed", "edly", "ability", "ational", "ization", "y"]
ENDINGS += ["ly", "fulness", "ousli", "iveness", "ogi", "ently", "biliti", "eed", "ative", "ying"]


@given(
    st.text(st.sampled_from("abcdeilmnorstyuz"), max_size=8),
    st.sampled_from(ENDINGS),
    st.sampled_from(ENDINGS),
)
@example("d", "ying", "")
@example("sk", "ies", "")
@example("sens", "ibility", "")
def test_a_word_begins_as_its_stem_does(root: str, one: str, other: str) -> None:
    word = f"{root}{one}{other}"
    assert word.startswith(shared_beginning(stem(word)))


@pytest.mark.parametrize("word", ["dying", "skies", "early", "news", "generalizations", "y", "yes"])
def test_words_with_stems_of_their_own_begin_so_too(word: str) -> None:
    assert word.startswith(shared_beginning(stem(word)))
