import pytest

from archive.importers.plain.names import read_names
from archive.importers.plain.words import Vocabulary

WORDS = Vocabulary.of(["The key findings of the ferry crew were made public.", "Global trends."])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Berit Lindqvist", ("Berit Lindqvist",)),
        ("Berit Lindqvist and Amadou Sow", ("Berit Lindqvist", "Amadou Sow")),
        (
            "By Dr. Kari M. Østby, Jean-Luc Moreau & Li Na",
            ("Kari M. Østby", "Jean-Luc Moreau", "Li Na"),
        ),
        ("PATRIK J. OKAFOR", ("Patrik J. Okafor",)),
        ("Jan van der Meer", ("Jan van der Meer",)),
    ],
)
def test_by_lines(text: str, names: tuple[str, ...]) -> None:
    assert read_names(text, WORDS) == names


@pytest.mark.parametrize(
    "text",
    [
        "Key Findings",
        "Executive Summary",
        "Berit Lindqvist rows.",
        "The Ferry",
        "Berit",
        "UNMISS United Nations",
    ],
)
def test_what_is_no_by_line(text: str) -> None:
    assert read_names(text, WORDS) == ()
