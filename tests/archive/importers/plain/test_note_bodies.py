from archive.importers.plain.contents import title_key
from archive.importers.plain.lines import read_lines, with_places
from archive.importers.plain.note_bodies import NotesFound, take_notes

FOOT = """The crew reached the harbour at night and rested there.1 It had rowed
for two days against the stream,2 and nobody had slept in the boats.

1 Moreau, Rivers of the North (2011), 40.
2 Ibid., 44. The figure is that of the crew
itself, which kept no book.

The next day the crew rowed on.3 The stream was slower there than before.

3 Interview with a ferryman, Northport, May 2012.
"""

LISTED = """The crew reached the harbour.1 It rowed on.2 It rested.3 It went home.4

Notes

1. Moreau, Rivers of the North (2011), 40.
https://rivers.example/40
2. See
https://rivers.example/book

Interview with a ferryman, Northport, May 2012.
4. Ibid., 44.

About the Crews

All crews are of the North.
"""


def found(text: str) -> NotesFound:
    return take_notes(with_places(read_lines(text)))


def bodies(text: str) -> dict[str, str]:
    return {
        body.label: " ".join(line.text for line in body.lines if line.text)
        for body in found(text).bodies
    }


def left(text: str) -> list[str]:
    return [line.text for line in found(text).lines if line.text]


def test_notes_at_the_foot_of_pages_are_taken_with_all_their_lines() -> None:
    assert bodies(FOOT) == {
        "1": "Moreau, Rivers of the North (2011), 40.",
        "2": "Ibid., 44. The figure is that of the crew itself, which kept no book.",
        "3": "Interview with a ferryman, Northport, May 2012.",
    }
    assert left(FOOT)[-1] == (
        "The next day the crew rowed on.3 The stream was slower there than before."
    )


def test_a_list_of_notes_ends_at_the_next_heading() -> None:
    assert left(LISTED)[-2:] == ["About the Crews", "All crews are of the North."]


def test_an_address_under_a_note_is_a_link_unless_its_words_lead_to_it() -> None:
    first, second = found(LISTED).bodies[:2]
    assert first.links == ("https://rivers.example/40",)
    assert second.links == ()
    assert bodies(LISTED)["2"] == "See https://rivers.example/book"


def test_a_lost_label_is_found_by_its_place_and_doubted() -> None:
    notes = found(LISTED)
    assert [body.label for body in notes.bodies if body.label_lost] == ["3"]
    assert [remark.kind for remark in notes.doubts] == ["note label"]


def test_a_note_inside_the_line_of_another_starts_there() -> None:
    text = FOOT.replace("(2011), 40.\n2 Ibid.", "(2011), 40. 2 Ibid.")
    assert bodies(text)["1"] == "Moreau, Rivers of the North (2011), 40."
    assert bodies(text)["2"].startswith("Ibid., 44.")


def test_numbering_anew_makes_new_runs() -> None:
    text = FOOT + "\n" + FOOT
    assert [(body.run, body.label) for body in found(text).bodies] == [
        (1, "1"),
        (1, "2"),
        (1, "3"),
        (2, "1"),
        (2, "2"),
        (2, "3"),
    ]


def test_words_that_the_extraction_repeats_after_a_note_are_left_out_and_recorded() -> None:
    text = FOOT.replace("(2011), 40.", "(2011), 40.\n\nrs of the Nort (2011), 40.", 1)
    assert bodies(text)["1"] == "Moreau, Rivers of the North (2011), 40."
    assert [gone.why for gone in found(text).omissions] == ["repeated by the extraction"]


def test_a_note_runs_over_to_the_next_page() -> None:
    lines = "\n".join(f"The crew of boat {n} rested here at noon." for n in range(6))
    text = (
        "The crew reached the harbour.1 It rowed on.2\n\n"
        "1 Moreau, Rivers (2011), 40.\n"
        "2 The book of the crew says little of the harbour and the\n"
        f"\f{lines}\n"
        "roads that lead to it from the North, and nothing at all of the\n"
        "many things that the crews carried in their boats to the harbours.\n"
        "3 Ibid., 44.\n"
    )
    assert bodies(text.replace("boat 4 rested", "boat 4 rested3"))["2"].endswith(
        "that the crews carried in their boats to the harbours."
    )


def test_a_numbered_list_without_marks_is_no_block_of_notes() -> None:
    text = """The crews ask for three things:

1. Boats that carry more than six persons.
2. Oars of a better wood.
3. A road to the harbour.

They have asked for them for years.
"""
    assert found(text).bodies == ()


def test_lines_in_the_middle_of_sentences_are_no_notes() -> None:
    text = """The crews of the North rowed for
12 days in spring and for
13 days in summer, and they never
14 times asked for more.
"""
    assert found(text).bodies == ()


def test_a_text_without_notes_keeps_all_its_lines() -> None:
    text = "The crew rested.\n\nThe night was long.\n"
    assert left(text) == ["The crew rested.", "The night was long."]


def test_a_heading_of_several_lines_right_under_a_list_of_notes_ends_it() -> None:
    heading = "What the crews of the North\ncarried in winter\n"
    prose = "The crews carried corn, wood and stones in all the years of the war.\n"
    text = f"{LISTED.partition('About')[0].rstrip()}\n{heading}{prose}"
    assert left(text)[-3:] == [*heading.splitlines(), prose.strip()]


def test_notes_of_a_list_in_two_columns_may_come_by_turns() -> None:
    order = [1, 2, 3, 8, 4, 9, 5, 10, 6, 7]
    marks = " ".join(f"Crew {number} rowed home.{number}" for number in range(1, 11))
    notes = "\n\n".join(f"{number}. Moreau, Rivers of the North, {number}0." for number in order)
    assert bodies(f"{marks}\n\nNotes\n\n{notes}\n") == {
        str(number): f"Moreau, Rivers of the North, {number}0." for number in range(1, 11)
    }


def test_a_title_of_the_contents_is_no_note() -> None:
    text = f"The crews rowed.1\n\n1 Why the crews row\nThey must.\n\n{FOOT}"
    lines = with_places(read_lines(text))
    title = "1 Why the crews row"
    assert title in [
        line.text for line in take_notes(lines, frozenset([title_key(title)])).lines if line.text
    ]
