import pytest

from tests.archive.importers.plain.conftest import Importing


def texts(importing: Importing, text: str) -> list[str]:
    return [block.text for block in importing(text).document.blocks]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The crew reached the", "harbour at night."),
        ("The crew reached the", "Northern harbour at night."),
        ("The crew rested, for", "it had rowed for two days."),
        ("The crew rested on 3", "May in the harbour."),
    ],
)
def test_a_paragraph_goes_on_after_a_page(import_text: Importing, first: str, second: str) -> None:
    assert texts(import_text, f"{first}\n\f{second}\n") == [f"{first} {second}"]


def test_a_paragraph_goes_on_after_notes(import_text: Importing) -> None:
    text = (
        "The crew reached the harbour.1 It rested for two days and went\n\n"
        "1 Moreau, Rivers of the North (2011), 40.\n\n"
        "home on the third, as the book says.\n"
    )
    (whole,) = texts(import_text, text)
    assert whole.endswith("It rested for two days and went home on the third, as the book says.")


def test_a_paragraph_goes_on_after_a_box(import_text: Importing) -> None:
    text = (
        "The crew reached the harbour and rested for\n\n"
        "Box 1. Boats of the North\n\nThey are flat, and carry six persons.\n\n"
        "two days before it went home.\n"
    )
    assert texts(import_text, text)[0] == (
        "The crew reached the harbour and rested for two days before it went home."
    )


def test_names_that_belong_together_are_put_together(import_text: Importing) -> None:
    text = (
        "The Harbour Master of Northport met the crews. They asked the Harbour\n\n"
        "Master for boats, and the Harbour Master gave them six.\n"
    )
    assert len(texts(import_text, text)) == 1


def test_finished_paragraphs_stay_apart(import_text: Importing) -> None:
    assert texts(import_text, "The crew rested.\n\nThe night was long.\n") == [
        "The crew rested.",
        "The night was long.",
    ]


def test_an_item_is_not_put_into_the_paragraph_that_announces_it(import_text: Importing) -> None:
    assert len(texts(import_text, "The crews ask for:\n\n• boats\n\n• oars\n")) == 3


def test_joins_are_recorded_with_their_lines(import_text: Importing) -> None:
    report = import_text("The crew reached the\n\f\nharbour at night.\n").report
    assert [(remark.kind, remark.lines) for remark in report.repairs] == [("paragraph", (1, 3))]
