import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis import chunk_words, fold, stem, words


def exact(text: str) -> list[str]:
    return [word.exact for word in words(text)]


def joined(text: str) -> list[str]:
    return list({word.joined: None for word in words(text) if word.joined is not None})


def test_case_accents_and_ligatures_fold() -> None:
    assert exact("CÔTE naïve Straße ﬁeld") == ["cote", "naive", "strasse", "field"]


@pytest.mark.parametrize("apostrophe", ["'", "’", "\u02bc"])
def test_a_possessive_is_the_word_itself(apostrophe: str) -> None:
    assert exact(f"the Council{apostrophe}s view") == ["the", "council", "view"]


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_hyphenated_words_are_indexed_apart_and_joined(hyphen: str) -> None:
    assert exact(f"Peace{hyphen}keeping forces") == ["peace", "keeping", "forces"]
    assert joined(f"Peace{hyphen}keeping forces") == ["peacekeeping"]


def test_a_name_with_an_apostrophe_is_found_by_its_parts() -> None:
    assert exact("Côte d’Ivoire") == ["cote", "d", "ivoire"]
    assert joined("Côte d’Ivoire") == ["divoire"]


@pytest.mark.parametrize(
    "written",
    ["S/RES/1325 (2000)", "S/RES/1325(2000)", "S/RES/1325", "s/res/1325", "S/Res/1325 (2000)"],
)
def test_a_symbol_is_one_word_in_all_its_forms(written: str) -> None:
    assert exact(f"see {written}.") == ["see", "s/res/1325"]


def test_the_halves_of_a_double_symbol_are_two_words() -> None:
    expected = ["a/55/305", "s/2000/809"]
    assert exact("A/55/305-S/2000/809") == expected
    assert exact("A/55/305–S/2000/809") == expected


def test_an_emergency_session_keeps_its_hyphen() -> None:
    assert exact("A/RES/ES-10/13") == ["a/res/es-10/13"]


def test_dotted_abbreviations_and_thousands_are_one_word() -> None:
    assert exact("the U.N. sent 12,500 troops, not 12,50") == [
        "the", "un", "sent", "12500", "troops", "not", "12", "50",
    ]  # fmt: skip


def test_a_slash_between_words_parts_them() -> None:
    assert exact("and/or") == ["and", "or"]


@pytest.mark.parametrize(
    ("word", "expected"), [("running", "run"), ("planned", "plan"), ("protecting", "protect")]
)
def test_english_words_are_stemmed(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_what_is_no_english_word_is_its_own_stem() -> None:
    assert stem("s/res/1325") == "s/res/1325"
    assert stem("миссии") == "миссии"


@given(st.text())
def test_words_lie_in_the_text_in_order(text: str) -> None:
    found = list(words(text))
    assert all(0 <= word.start < word.end <= len(text) for word in found)
    assert [word.start for word in found] == sorted(word.start for word in found)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.from_regex("[a-z]{1,12}", fullmatch=True))
def test_a_stem_begins_like_its_word(word: str) -> None:
    assert stem(word)[0] == word[0]


@given(st.text(st.sampled_from("abZ'-.,)1_é"), max_size=6) | st.just("x" * 70))
def test_plain_words_are_analysed_like_all_others(chunk: str) -> None:
    behind_a_line = [(w.start - 1, w.end - 1, w.exact, w.joined) for w in chunk_words(f"\n{chunk}")]
    assert [(w.start, w.end, w.exact, w.joined) for w in chunk_words(chunk)] == behind_a_line
