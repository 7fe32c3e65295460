"""Finding names: whole words, the longest wins, what printers vary is ignored."""

import pytest

from archive.names import Capitals, Name, NameFinder, is_acronym


def found(text: str, *names: Name[str]) -> list[tuple[str, str]]:
    return [
        ("|".join(match.values), text[match.start : match.end])
        for match in NameFinder(names).find(text)
    ]


def exact(name: str) -> Name[str]:
    return Name(name, name, Capitals.EXACT)


def free(name: str) -> Name[str]:
    return Name(name, name, Capitals.FREE)


def kept(name: str) -> Name[str]:
    return Name(name, name, Capitals.KEPT)


def test_only_whole_words_count() -> None:
    assert found("MONUC and UNMISS", exact("ONUC"), exact("UNMIS")) == []


def test_the_longest_name_wins() -> None:
    names = (exact("UNEF"), exact("UNEF II"))
    assert found("UNEF II and UNEF", *names) == [("UNEF II", "UNEF II"), ("UNEF", "UNEF")]


def test_plural_and_possessive_do_not_hide_a_name() -> None:
    assert found("the FIB's role", exact("FIB")) == [("FIB", "FIB")]
    assert found("two host states", free("host state")) == [("host state", "host states")]


def test_a_name_that_several_things_share_gives_all_of_them() -> None:
    names = (Name("ECOMOG", "liberia", Capitals.EXACT), Name("ECOMOG", "bissau", Capitals.EXACT))
    assert found("ECOMOG", *names) == [("liberia|bissau", "ECOMOG")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Operation in Côte d’Ivoire", "Operation in Cote d'Ivoire"),
        ("AU-UN Operation", "AU–UN Operation"),
        ("Stabilization Mission in Mali", "Stabilisation Mission in Mali"),
        ("Mission in the Sudan", "Mission in Sudan"),
        ("Mission in Sudan", "Mission in the Sudan"),
        ("Force in Cyprus", "Force in\n\n Cyprus"),
        ("Force in Cyprus", "FORCE IN CYPRUS"),
    ],
)
def test_what_printers_vary_is_ignored(name: str, text: str) -> None:
    assert found(f"The {text} left.", kept(name)) == [(name, text)]


def test_capitals_that_are_kept_must_be_in_the_text() -> None:
    assert found("a new horizon", kept("New Horizon")) == []
    assert found("the Brahimi Report", kept("Brahimi report")) == [
        ("Brahimi report", "Brahimi Report")
    ]


@pytest.mark.parametrize("text", ["UNMISS", "EUFOR", "PoC", "R2P", "T/PCC", "G5S-JF"])
def test_acronyms(text: str) -> None:
    assert is_acronym(text)


def test_a_capitalised_word_is_no_acronym() -> None:
    assert not is_acronym("Turquoise")
    assert not is_acronym("Kosovo Force")


def test_a_name_of_two_words_is_found_in_the_plural_and_in_either_spelling() -> None:
    finder = NameFinder(
        [Name("Stabilization mission", 1, Capitals.FREE), Name("UN", 2, Capitals.EXACT)]
    )
    assert [m.values for m in finder.find("stabilisation Missions, UN, UN missions")] == [
        (1,),
        (2,),
        (2,),
    ]


def test_a_long_name_may_be_tried_after_a_short_one_with_the_same_first_word() -> None:
    finder = NameFinder([Name("UN", 1, Capitals.EXACT), Name("UN police", 2, Capitals.KEPT)])
    assert [m.values for m in finder.find("UN police and UN policemen")] == [(2,), (1,)]
