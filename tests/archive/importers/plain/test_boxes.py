from archive.models import Block, BlockKind
from tests.archive.importers.plain.conftest import Importing

PROSE = (
    "The crews of the North have rowed for many years, and the harbours have paid them in all\n"
    "of them, though never well."
)
BOX = "Box 1. Boats of the North\n\nThey are flat, and carry six persons.\n\nThey are of oak."


def boxed(importing: Importing, text: str) -> list[Block]:
    return [block for block in importing(text).document.blocks if block.box]


def test_a_box_is_a_heading_and_asides(import_text: Importing) -> None:
    text = f"{PROSE}\n\n{BOX}\n\nWhat the Crews Carried\n\n{PROSE}"
    found = boxed(import_text, text)
    assert [(block.kind, block.box) for block in found] == [
        (BlockKind.HEADING, "box1"),
        (BlockKind.ASIDE, "box1"),
        (BlockKind.ASIDE, "box1"),
    ]
    assert found[0].text == "Box 1. Boats of the North"


def test_a_box_inside_a_sentence_ends_where_the_sentence_goes_on(import_text: Importing) -> None:
    text = f"{PROSE}\n\nThey rested in the\n\n{BOX}\n\nharbours in winter.\n\n{PROSE}"
    assert len(boxed(import_text, text)) == 3
    blocks = import_text(text).document.blocks
    assert "They rested in the harbours in winter." in [block.text for block in blocks]


def test_every_box_has_its_id(import_text: Importing) -> None:
    text = f"{PROSE}\n\n{BOX}\n\n{BOX.replace('1', '2')}\n\nThe Crews\n\n{PROSE}"
    assert {block.box for block in boxed(import_text, text)} == {"box1", "box2"}


def test_words_about_a_box_open_none(import_text: Importing) -> None:
    assert boxed(import_text, f"{PROSE}\n\nBox 1 shows the boats of the North.\n\n{PROSE}") == []


def test_a_figure_in_a_sentence_is_a_box_without_a_title(import_text: Importing) -> None:
    text = f"{PROSE}\n\nThey rested in the\n\nFigure 1. Boats by lake.\n\nharbours in winter."
    found = boxed(import_text, text)
    assert [(block.kind, block.text) for block in found] == [
        (BlockKind.ASIDE, "Figure 1. Boats by lake.")
    ]
    blocks = import_text(text).document.blocks
    assert "They rested in the harbours in winter." in [block.text for block in blocks]
