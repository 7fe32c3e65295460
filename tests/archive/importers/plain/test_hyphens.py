import pytest

from archive.importers.plain.hyphens import join_at_hyphen, reveal_hyphens
from archive.importers.plain.joints import join_lines
from archive.importers.plain.lines import Line
from archive.importers.plain.words import Vocabulary


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the develop-", "ments of", "developments"),
        ("the peace-", "keeping units", "peacekeeping"),
        ("a gender-", "based rule", "gender-based"),
        ("a long-", "term plan", "long-term"),
        ("in sub-", "Saharan towns", "sub-Saharan"),
        ("the short-", "or long-term plan", "short- or"),
        ("intelligence-", "and crew-driven", "intelligence- and"),
        ("an almost-", "silent crew", "almost-silent"),
        ("the mis-", "sion-specific rule", "mission-specific"),
        ("the committee (C-", "34) met", "C-34"),
        ("the har\u00ad", "bour", "harbour"),
    ],
)
def test_the_document_decides_then_the_word_list(
    before: str, after: str, joined: str, vocabulary: Vocabulary
) -> None:
    assert joined in join_lines([Line(1, before), Line(2, after)], vocabulary).text


def test_a_word_seen_with_a_hyphen_in_the_document_keeps_it() -> None:
    own = Vocabulary.of(["The boat-house burned.", "A boat-house stood here."])
    assert join_at_hyphen("the boat-", "house", own).glue == "-"


def test_a_word_seen_closed_in_the_document_is_closed() -> None:
    own = Vocabulary.of(["The boathouse burned.", "A boathouse stood here."])
    assert join_at_hyphen("the boat-", "house", own).glue == ""


def test_what_only_the_shape_decides_is_doubted(vocabulary: Vocabulary) -> None:
    joint = join_at_hyphen("the zorgi-", "lent crew", vocabulary)
    assert (joint.glue, joint.sure) == ("", False)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("They sailed from the har- bour at dawn", "They sailed from the harbour at dawn"),
        ("a long- term plan for the crew", "a long-term plan for the crew"),
        ("the long- and short-term plans", "the long- and short-term plans"),
        ("the ferry- which was late", "the ferry- which was late"),
    ],
)
def test_words_left_in_two_inside_a_line_are_put_together(
    written: str, read: str, vocabulary: Vocabulary
) -> None:
    assert reveal_hyphens([Line(1, written)], vocabulary)[0].text == read
