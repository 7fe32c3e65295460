from archive.importers.plain.drafts import Draft
from archive.importers.plain.fragments import fragments
from archive.importers.plain.items import with_items
from archive.importers.plain.lines import read_lines, with_places
from archive.models import BlockKind


def drafts(text: str) -> list[Draft]:
    return with_items(fragments(with_places(read_lines(text))))


def items(text: str) -> list[tuple[str | None, int, str]]:
    return [
        (draft.label, draft.level, draft.text)
        for draft in drafts(text)
        if draft.kind is BlockKind.ITEM
    ]


def test_bullets_start_items_and_lines_go_on_with_them() -> None:
    text = "They ask for:\n\n• Boats for\nsix persons\n• Oars\n\nThey row."
    assert items(text) == [(None, 1, "Boats for six persons"), (None, 1, "Oars")]
    assert [draft.text for draft in drafts(text)][::3] == ["They ask for:", "They row."]


def test_hollow_bullets_are_a_level_deeper() -> None:
    assert items("Needs:\n• Boats\no Large boats\n• Oars") == [
        (None, 1, "Boats"),
        (None, 2, "Large boats"),
        (None, 1, "Oars"),
    ]


def test_a_dash_inside_a_sentence_is_no_bullet() -> None:
    assert items("The crew rested\n– for it was late –\nin the harbour.") == []


def test_numbers_that_count_on_start_items_and_become_labels() -> None:
    text = "They ask for:\n\n1. Boats for\nsix persons.\n2. Oars.\n\n3. A road."
    assert items(text) == [
        ("1.", 1, "Boats for six persons."),
        ("2.", 1, "Oars."),
        ("3.", 1, "A road."),
    ]


def test_letters_and_roman_numbers_count_too() -> None:
    assert [label for label, _, _ in items("(a) Boats;\n\n(b) Oars;\n\n(c) Roads.")] == [
        "(a)",
        "(b)",
        "(c)",
    ]
    assert [label for label, _, _ in items("(i) Boats;\n\n(ii) Oars;\n\n(iii) Roads.")] == [
        "(i)",
        "(ii)",
        "(iii)",
    ]


def test_a_number_alone_in_its_kind_is_no_item() -> None:
    assert items("The crew came in\n\n1998. It rested.\n\nIt went home.") == []


def test_numbered_headings_are_no_items() -> None:
    text = "1. Boats of the North\n\n\nThey are flat.\n\n\n2. Oars of the North\n\n\nThey are long."
    assert items(text) == []


def test_lost_bullets_are_known_by_the_blank_they_leave() -> None:
    text = "They ask for:\n\n Boats for\nsix persons.\n\n Oars of a better wood.\n\nThey row."
    assert [words for _, _, words in items(text)] == [
        "Boats for six persons.",
        "Oars of a better wood.",
    ]


def test_an_indented_quotation_is_no_list() -> None:
    assert items("They say:\n\n  We row at night\n  and rest at noon.\n\nThey row.") == []


def test_lists_inside_lists_are_a_level_deeper_and_the_outer_one_goes_on() -> None:
    text = (
        "They ask for:\n1. Boats, namely those\n(a) for six persons, and\n(b) for nine;\n"
        "2. Oars.\n3. A road."
    )
    assert items(text) == [
        ("1.", 1, "Boats, namely those"),
        ("(a)", 2, "for six persons, and"),
        ("(b)", 2, "for nine;"),
        ("2.", 1, "Oars."),
        ("3.", 1, "A road."),
    ]


def test_a_letter_may_be_a_roman_number_where_the_list_says_so() -> None:
    text = "(h) Boats;\n\n(i) Oars;\n\n(j) Roads.\n\nThey rest.\n\n(i) Food;\n\n(ii) Sleep."
    assert [label for label, _, _ in items(text)] == ["(h)", "(i)", "(j)", "(i)", "(ii)"]


def test_boxes_to_tick_start_items() -> None:
    assert [words for _, _, words in items("☐ Boats\n☐ Oars")] == ["Boats", "Oars"]
