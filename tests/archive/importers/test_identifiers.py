import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.importers import propose_id


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Boats of the North", "boats-of-the-north"),
        ("The crews’ way: how they row (2nd ed.)", "the-crews-way-how-they-row-2nd-ed"),
        ("Ærø og Łódź", "aero-og-lodz"),
        ("Протекция", "paper"),
        ("", "paper"),
    ],
)
def test_ids_are_small_letters_figures_and_hyphens(title: str, expected: str) -> None:
    assert propose_id(title, "paper") == expected


def test_long_titles_are_cut_after_a_word() -> None:
    found = propose_id(
        "The long way of the ferry crews on all the rivers of the far and cold North"
    )
    assert found == "the-long-way-of-the-ferry-crews-on-all-the-rivers-of-the-far"


@given(st.text(), st.text())
def test_any_title_gives_an_id(title: str, fallback: str) -> None:
    found = propose_id(title, fallback)
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", found)
    assert len(found) <= 60
