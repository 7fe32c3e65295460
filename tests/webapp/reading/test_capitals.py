from __future__ import annotations

import pytest

from archive import Block, BlockKind
from tests.factories import make_block
from webapp.reading.capitals import capitals


def _found(text: str) -> list[str]:
    return [text[one.start : one.end] for one in capitals(make_block(text=text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("MONUSCO followed MONUC.", ["MONUSCO", "MONUC"]),
        ("The DRC's NGOs, and a HRDDP-based plan.", ["DRC", "NGO", "HRDDP"]),
        ("Chapter VII of the Charter.", ["VII"]),
        ("S/RES/1270 (1999), para. 14.", ["S/RES/1270 (1999)"]),
        (
            "A/RES/1000 (ES-I) and A/55/305-S/2000/809.",
            ["A/RES/1000 (ES-I)", "A/55/305-S/2000/809"],
        ),
    ],
)
def test_acronyms_and_symbols_are_set_smaller(text: str, found: list[str]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    "text", ["The UN and the US.", "In 1999, resolution 1270.", "A word, McAdam, iOS.", "", "P5"]
)
def test_short_words_figures_and_mixed_ones_are_not(text: str) -> None:
    assert _found(text) == []


def test_headings_keep_their_size() -> None:
    heading = Block("h1", BlockKind.HEADING, "MONUSCO and the DRC", level=1)
    assert list(capitals(heading)) == []
