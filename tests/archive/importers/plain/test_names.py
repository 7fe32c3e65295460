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


@pytest.mark.parametrize(
    "text", ["Prepared by Kari Østby", "Edited by Kari Østby", "Editor: Kari Østby"]
)
def test_what_persons_did_goes_before_their_names(text: str) -> None:
    assert read_names(text, WORDS) == ("Kari Østby",)


def test_questions_are_no_names() -> None:
    assert read_names("How Rumours Travel", WORDS) == ()


@pytest.mark.parametrize("text", ["Lake Press", "Northport University", "Ferry Institute"])
def test_bodies_that_publish_are_no_persons(text: str) -> None:
    assert read_names(text, WORDS) == ()


@pytest.mark.parametrize("text", ["Dame Kari Østby (Chair)", "Judge Kari Østby (Vice-Chair)"])
def test_honours_and_parts_in_a_commission_are_none_of_a_name(text: str) -> None:
    assert read_names(text, WORDS) == ("Kari Østby",)


def test_the_number_of_a_section_is_no_initial() -> None:
    assert read_names("III. Rowing", WORDS) == ()
