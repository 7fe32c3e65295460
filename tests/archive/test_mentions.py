"""Mentions of missions: whole words, the longest name, and names that several missions share."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.authorities import Authorities
from archive.mentions import Mention, document_mentions, find_mentions
from archive.models import Note
from tests.factories import make_block, make_document


@pytest.fixture
def mentioned(sample_authorities: Authorities) -> "Reader":
    return Reader(sample_authorities)


class Reader:
    def __init__(self, authorities: Authorities) -> None:
        self._authorities = authorities

    def __call__(self, text: str) -> list[tuple[str | None, str]]:
        return [
            (mention.mission, text[mention.start : mention.end])
            for mention in find_mentions(text, self._authorities)
        ]

    def open(self, text: str) -> list[tuple[str, ...]]:
        return [m.candidates for m in find_mentions(text, self._authorities) if m.mission is None]


def test_a_mention_has_its_place(sample_authorities: Authorities) -> None:
    assert find_mentions("In MONUSCO.", sample_authorities) == (Mention("monusco", 3, 10),)


@pytest.mark.parametrize(
    ("text", "mission"),
    [
        ("ONUC", "onuc"),
        ("MONUC", "monuc"),
        ("UNMIS", "unmis"),
        ("UNMISS", "unmiss"),
        ("UNMISS’s patrols", "unmiss"),
        ("MINURCAT", "minurcat"),
        ("the UN mission in Sierra Leone", "unamsil"),
        ("United Nations Mission in the Central African Republic", "minurca"),
        ("United Nations Mission in the Central African Republic and Chad", "minurcat"),
        ("UN Operation in Cote d'Ivoire", "unoci"),
        ("UNITED NATIONS MISSION IN LIBERIA", "unmil"),
        ("UN Multidimensional Integrated Stabilisation Mission in Mali", "minusma"),
        ("EUFOR Tchad/RCA", "eufor-tchad-rca"),
    ],
)
def test_names(text: str, mission: str, mentioned: Reader) -> None:
    assert [found for found, _ in mentioned(text)] == [mission]


@pytest.mark.parametrize(
    "text", ["monusco", "XMONUC", "UNMISSION", "the implementation force", "turquoise"]
)
def test_no_names(text: str, mentioned: Reader) -> None:
    assert mentioned(text) == []


def test_a_shared_name_is_settled_by_the_country(mentioned: Reader) -> None:
    text = "When ECOMOG entered Freetown in 1998 it stayed."
    assert mentioned(text) == [("ecomog-sierra-leone", "ECOMOG")]
    text = "In Monrovia ECOMOG held the port."
    assert mentioned(text) == [("ecomog", "ECOMOG")]


def test_a_shared_name_without_context_is_left_open(mentioned: Reader) -> None:
    assert mentioned("ECOMOG was a force.") == [(None, "ECOMOG")]
    assert mentioned.open("EUFOR left.") == [("eufor-rd-congo", "eufor-tchad-rca", "eufor-althea")]


def test_a_year_tells_missions_of_one_country_apart(mentioned: Reader) -> None:
    assert mentioned.open("UNOSOM was in Somalia.") == [("unosom-i", "unosom-ii")]
    assert mentioned("In Somalia, UNOSOM began in 1992.")[0] == ("unosom-i", "UNOSOM")
    assert mentioned("In Somalia, UNOSOM fought in 1994.")[0] == ("unosom-ii", "UNOSOM")


def test_a_short_or_everyday_name_needs_a_context(mentioned: Reader) -> None:
    assert mentioned("The Turquoise Hotel") == [(None, "Turquoise")]
    assert mentioned("Turquoise ended in Rwanda") == [("turquoise", "Turquoise")]


def test_a_country_elsewhere_in_the_document_settles_what_nothing_nearer_does(
    sample_authorities: Authorities,
) -> None:
    blocks = [make_block(text="Bangui was quiet."), make_block("p2", "Sangaris had ended.")]
    (placed,) = document_mentions(make_document(blocks=blocks), sample_authorities)
    assert placed.mention.mission == "sangaris"


def test_the_full_name_elsewhere_in_a_document_settles_the_short_one(
    sample_authorities: Authorities,
) -> None:
    document = make_document(
        blocks=[make_block(text="EUFOR Althea took over."), make_block("p2", "EUFOR stayed.")],
        notes=[Note("fn1", "1", "An EUFOR officer."), Note("fn2", "2", None)],
    )
    placed = document_mentions(document, sample_authorities)
    assert [(one.passage, one.mention.mission) for one in placed] == [
        ("p1", "eufor-althea"),
        ("p2", "eufor-althea"),
        ("fn1", "eufor-althea"),
    ]


@given(st.lists(st.sampled_from(["UNMIS", "S", "UN", "mission in", "Sudan", "South", " ", "’s"])))
def test_mentions_are_sorted_and_apart(sample_authorities: Authorities, parts: list[str]) -> None:
    mentions = find_mentions(" ".join(parts), sample_authorities)
    assert all(first.end <= second.start for first, second in pairwise(mentions))
