from archive.importers.plain.bylines import with_bylines_apart
from archive.importers.plain.drafts import draft_of
from archive.importers.plain.fragments import fragments
from archive.importers.plain.lines import read_lines, with_places
from archive.importers.plain.words import Vocabulary

PROSE = (
    "The crews of the North have rowed for many years, and they have kept to the rivers in all\n"
    "of them; only in winter did they rest, and then for no more than a few weeks."
)


def parts(text: str) -> list[str]:
    lines = with_places(read_lines(text))
    drafts = [draft_of(fragment) for fragment in fragments(lines)]
    vocabulary = Vocabulary.of(line.text for line in lines)
    return [draft.text[:22] for draft in with_bylines_apart(drafts, frozenset(), vocabulary)]


def test_names_right_under_a_title_and_over_the_text_are_parted_from_both() -> None:
    assert parts(f"What the Crews Carried\nAnna Moreau\n{PROSE}") == [
        "What the Crews Carried",
        "Anna Moreau",
        "The crews of the North",
    ]


def test_so_are_names_glued_to_one_of_them() -> None:
    glued = ["What the Crews Carried", "Anna Moreau", "The crews of the North"]
    assert parts(f"What the Crews Carried\nAnna Moreau\n\n{PROSE}") == glued
    assert parts(f"What the Crews Carried\n\nAnna Moreau\n{PROSE}") == glued


def test_a_country_in_a_title_is_no_author() -> None:
    text = f"What the Crews Carried\nNorth Nerava\n\n{PROSE}\n\n" + "It is in North Nerava.\n\n" * 5
    assert parts(text)[0] == "What the Crews Carried"[:22]
    assert "North Nerava" not in parts(text)


def test_names_inside_a_sentence_stay_in_it() -> None:
    text = f"The boat was built by\nAnna Moreau\nand her crew. {PROSE}"
    assert len(parts(text)) == 1
