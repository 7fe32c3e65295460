"""Persons and bodies, as title pages name them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.authors import read_author


@pytest.mark.parametrize(
    ("name", "family", "given_names"),
    [
        ("Ada Moreau", "Moreau", "Ada"),
        ("Ada B. Moreau", "Moreau", "Ada B."),
        ("Moreau, Ada", "Moreau", "Ada"),
        ("Jan van der Berg", "van der Berg", "Jan"),
        ("Berg, Jan van der", "Berg", "Jan van der"),
        ("Øyvind  Åse", "Åse", "Øyvind"),
        ("A. Moreau-Lindt, Jr.", "Moreau-Lindt", "A."),
        ("Ada Moreau III", "Moreau", "Ada"),
    ],
)
def test_persons(name: str, family: str, given_names: str) -> None:
    author = read_author(name)
    assert (author.family, author.given) == (family, given_names)


@pytest.mark.parametrize(
    "name",
    [
        "OCHA",
        "United Nations",
        "Institute for Calm",
        "Moreau & Partners",
        "Team 12",
        "UN DPKO",
        "sample editors",
        "A, B, C",
        "",
        ", Ada",
    ],
)
def test_bodies(name: str) -> None:
    author = read_author(name)
    assert (author.family, author.inverted) == (None, name)


def test_the_inverted_name_keeps_the_suffix() -> None:
    assert read_author("A. Moreau, Jr.").inverted == "Moreau, A., Jr."


@given(st.text(max_size=30))
def test_any_name_can_be_read(name: str) -> None:
    author = read_author(name)
    assert author.family is None or author.family in author.name
