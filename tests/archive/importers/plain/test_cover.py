from archive.importers.plain.cover import read_cover
from archive.importers.plain.fragments import fragments
from archive.importers.plain.lines import read_lines
from archive.importers.plain.words import Vocabulary

PROSE = """The crews of the northern lakes have rowed for many years, and the boats
of their harbours have been theirs in all of them; only in winter did the
crews rest, and then for no more than a few weeks, in which they mended
nets and oars. """


def cover(*lines: str) -> list[str]:
    text = "\n".join((*lines, *[PROSE] * 6))
    read = read_lines(text)
    found = read_cover(fragments(read), Vocabulary.of(line.text for line in read))
    assert found.rest[0].text.startswith("The crews of the northern lakes")
    return [group.text for group in found.groups]


def test_lines_of_a_cover_stand_apart_without_blank_lines() -> None:
    assert cover("LAKE INSTITUTE", "Boats in Winter", "Anna Moreau and Jon Berg", "May 2014") == [
        "LAKE INSTITUTE",
        "Boats in Winter",
        "Anna Moreau and Jon Berg",
        "May 2014",
    ]


def test_a_title_goes_on_where_its_next_word_had_no_room() -> None:
    found = cover("Boats of the North: Crews and", "the Politics of Ice", "Anna Moreau")
    assert found == ["Boats of the North: Crews and the Politics of Ice", "Anna Moreau"]


def test_a_subtitle_is_a_line_whose_first_word_had_room_above() -> None:
    found = cover("Holding the Oar", "Crews and Harbours in the Winter of the Long Ice")
    assert found == ["Holding the Oar", "Crews and Harbours in the Winter of the Long Ice"]


def test_raised_letters_of_affiliations_stand_alone() -> None:
    found = cover("Anna Moreaua", "and Jon Bergb", "a", "Department of Boats, Northport")
    assert found[0] == "Anna Moreaua and Jon Bergb"
    glued = cover("Anna Moreaua and Jon Bergb", "aDepartment of Boats, Northport")
    assert glued[0] == "Anna Moreaua and Jon Bergb"


def test_a_text_of_long_lines_has_no_cover_to_part() -> None:
    read = read_lines("Boats\nof the North\n\n" + "\n\n".join(["The crews row. " * 20] * 5))
    assert read_cover(fragments(read), Vocabulary.of(())).groups == ()


def test_what_persons_did_starts_a_line_of_its_own() -> None:
    found = cover("Essays on Light Boats", "Edited by", "Anna Moreau")
    assert found == ["Essays on Light Boats", "Edited by Anna Moreau"]
