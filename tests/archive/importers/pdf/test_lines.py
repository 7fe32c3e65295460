"""Runs put together to lines, and the columns they stand in."""

from __future__ import annotations

from archive.importers.pdf.columns import find_gutter
from archive.importers.pdf.lines import page_lines
from archive.importers.pdf.runs import Character, Face, Page, Run, Sheet, runs_of
from tests.archive.importers.pdf.factories import make_run


def make_page(*rows: tuple[Run, ...]) -> Page:
    return Page(Sheet(1, 400.0, 800.0), rows)


def make_columns(rows: int) -> Page:
    """A page of two columns with a heading over both."""
    heading = (make_run("A heading over the whole of the width of the page it heads", base=760.0),)
    sides = [
        (make_run(f"line {row} of a column with words", left=left, base=700.0 - 12 * row),)
        for left in (50.0, 230.0)
        for row in range(rows)
    ]
    return make_page(heading, *sides)


def characters(
    text: str, left: float = 50.0, base: float = 700.0, size: float = 10.0
) -> list[Character]:
    face = Face(size)
    width = size / 2
    return [
        Character(sign, left + width * place, left + width * (place + 1), base, base, face)
        for place, sign in enumerate(text)
    ]


def test_columns_are_read_one_after_the_other_under_the_heading_of_both() -> None:
    lines = page_lines([make_columns(6)])
    assert [line.column for line in lines] == [0, *[1] * 6, *[2] * 6]
    assert [line.text.split()[1] for line in lines[1:]] == list("012345") * 2


def test_a_single_column_has_no_gutter() -> None:
    rows = [(make_run("words " * 10, base=700.0 - 12 * row),) for row in range(10)]
    assert find_gutter(make_page(*rows)) is None


def test_rows_on_one_base_line_become_one_line_from_left_to_right() -> None:
    [line] = page_lines([make_page((make_run("second", left=90.0),), (make_run("first"),))])
    assert line.text == "first second"


def test_small_raised_figures_are_written_as_superscript() -> None:
    row = runs_of(
        [*characters("word"), *characters("12", 70.0, 704.0, 6.0), *characters(" on", 76.0)]
    )
    [line] = page_lines([make_page(*row)])
    assert line.text == "word¹² on"
    assert line.size == 10.0


def test_figures_that_the_font_draws_raised_are_known_by_their_feet() -> None:
    face = Face(10.0)
    raised = Character("3", 70.0, 74.0, 700.0, 703.5, face)
    [row] = runs_of([*characters("word"), raised, *characters(" on", 74.0)])
    assert [(run.text, run.raised) for run in row] == [
        ("word", False),
        ("3", True),
        (" on", False),
    ]


def test_the_letters_of_a_ligature_share_a_place_and_stay_in_their_word() -> None:
    first, second = characters("of"), characters("ice", 60.0)
    both = [*first, Character("f", 55.0, 60.0, 700.0, 700.0, Face(10.0)), *second]
    assert [[run.text for run in row] for row in runs_of(both)] == [["office"]]


def test_a_mark_broken_off_from_its_line_is_still_a_mark() -> None:
    word = make_run("outpost.")
    mark = make_run("44", base=690.0, face=Face(6.0))
    lines = page_lines([make_page((word,), (mark,))])
    assert [line.text for line in lines] == ["outpost.", "⁴⁴"]


def test_letters_set_apart_are_still_words() -> None:
    face = Face(10.0)
    text = "OF ROADS AND FORDS"
    spaced = [
        Character(sign, 50.0 + 8 * place, 55.0 + 8 * place, 700.0, 700.0, face)
        for place, sign in enumerate(text)
    ]
    assert [run.text for run in runs_of(spaced)[0]] == [text]
