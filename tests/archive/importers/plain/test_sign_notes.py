from archive.importers.plain.lines import read_lines, with_places
from archive.importers.plain.sign_notes import take_sign_notes

TEXT = """Anna Moreau*

The crew of the boat† reached the harbour.

* The author rows on Northern Rivers. She
thanks the crews.

† A flat boat with two oars.
"""


def test_bodies_are_found_under_the_marks_of_their_signs() -> None:
    found = take_sign_notes(with_places(read_lines(TEXT)))
    assert [(body.label, [line.text for line in body.lines]) for body in found.bodies] == [
        ("*", ["The author rows on Northern Rivers. She", "thanks the crews."]),
        ("†", ["A flat boat with two oars."]),
    ]
    left = [line.text for line in found.lines if line.text]
    assert left == ["Anna Moreau*", "The crew of the boat† reached the harbour."]


def test_a_star_without_a_mark_above_is_a_bullet() -> None:
    text = "The crews ask for:\n\n* Boats\n* Oars\n"
    assert take_sign_notes(with_places(read_lines(text))).bodies == ()


def test_words_between_stars_are_emphasis() -> None:
    text = "The crew* rested.\n\n*The night* was long.\n"
    assert take_sign_notes(with_places(read_lines(text))).bodies == ()
