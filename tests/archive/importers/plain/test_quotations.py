from archive.models import BlockKind
from tests.archive.importers.plain.conftest import Importing


def kinds(importing: Importing, text: str) -> list[BlockKind]:
    return [block.kind for block in importing(text).document.blocks]


def test_what_stands_in_quotation_marks_after_a_colon_is_a_quotation(
    import_text: Importing,
) -> None:
    text = "The ferryman says of it:\n\n“We row at night and rest at noon.”\n\nThey row still."
    assert kinds(import_text, text)[1] is BlockKind.QUOTATION


def test_so_is_a_sentence_that_goes_on_after_the_colon(import_text: Importing) -> None:
    text = "The ferryman says that:\n\nat night they row and at noon they rest.\n\nThey row still."
    assert kinds(import_text, text)[1] is BlockKind.QUOTATION


def test_and_an_indented_paragraph(import_text: Importing) -> None:
    text = (
        "He speaks of the\ncrews.\n\n    We row at night and\n    rest at noon.\n\nThey row\nstill."
    )
    assert kinds(import_text, text)[1] is BlockKind.QUOTATION


def test_the_source_under_a_quotation_belongs_to_it(import_text: Importing) -> None:
    text = "He says:\n\n“We row at night.”\n\n(Moreau, 2011: 40)\n\nThey row still."
    assert kinds(import_text, text)[1:3] == [BlockKind.QUOTATION] * 2


def test_a_paragraph_that_starts_with_a_quotation_is_none(import_text: Importing) -> None:
    text = "They row.\n\n“We row at night,” he says, and the crews rest at noon.\n\nThey row."
    assert set(kinds(import_text, text)) == {BlockKind.PARAGRAPH}
