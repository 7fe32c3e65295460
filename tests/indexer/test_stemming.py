"""The quick stemmer gives the stems of Whoosh's."""

from hypothesis import given
from hypothesis import strategies as st
from whoosh.lang import porter2

from indexer.stemming import stem

ENDINGS = [ending for ending, _, _ in (*porter2.s2_triples, *porter2.s3_triples)]
ENDINGS += [
    *porter2.s4_delete_list,
    "sion",
    "tion",
    "ied",
    "ies",
    "s",
    "sses",
    "ing",
    "ed",
    "y",
    "",
    "",
]
EXCEPTIONS = [*porter2.exceptional_forms, *porter2.exceptional_early_exit_post_1a]


@given(
    st.text(st.sampled_from("abcdeghilmnorstuvyz"), max_size=7),
    st.sampled_from(ENDINGS),
    st.sampled_from(ENDINGS),
)
def test_a_word_has_the_stem_that_whoosh_gives(root: str, one: str, other: str) -> None:
    word = f"{root}{one}{other}"
    assert stem(word) == porter2.stem(word)


def test_so_have_the_exceptions() -> None:
    assert [stem(word) for word in EXCEPTIONS] == [porter2.stem(word) for word in EXCEPTIONS]


def test_what_is_no_english_word_is_its_own_stem() -> None:
    assert [stem(word) for word in ("s/res/1325", "élan", "1990s")] == [
        "s/res/1325",
        "élan",
        "1990s",
    ]
