from archive.importers.plain.lines import read_lines
from archive.importers.plain.mended import mend_broken_lines

FULL = "the crews of the northern rivers rowed all of the night and slept"


def mended(*texts: str) -> list[str]:
    return [line.text for line in mend_broken_lines(read_lines("\n".join(texts)))]


def test_pieces_broken_after_marks_become_one_line() -> None:
    pieces = ["the ferry12", "went on along the river and the lake"]
    assert mended(*[FULL, *pieces] * 4)[:2] == [FULL, " ".join(pieces)]


def test_a_full_line_after_a_mark_may_start_a_paragraph() -> None:
    broken = ["the ferry12", "went on along the river and the lake"] * 3
    new = "The crews of the southern rivers rowed all of the day and ate"
    assert new in mended(*broken, "rested.13", new, "little bread")


def test_lines_are_left_alone_where_nothing_shows_that_they_were_broken() -> None:
    texts = [FULL, "and rested.12", "They slept.", FULL, FULL]
    assert mended(*texts) == texts


def test_a_blank_before_the_rest_leaves_no_doubt() -> None:
    broken = [FULL, "the ferry12", " went on along the river and the lake"]
    assert mended(*broken * 4)[1] == "the ferry12 went on along the river and the lake"


def test_a_heading_under_a_mark_is_no_rest_of_its_line() -> None:
    broken = [FULL, "the ferry12", "went on along the river and the lake"] * 4
    text = [
        "and rested.13",
        "What the crews carried",
        "The crews carried little bread on their way",
    ]
    assert "What the crews carried" in mended(*broken, *text, "of the river and ate it.")


def test_a_heading_after_a_mark_is_no_piece_of_a_line() -> None:
    broken = ["the ferry12", "went on along the river and the lake"] * 3
    new = "The crews of the southern rivers rowed all of the day and ate"
    assert "Discussion" in mended(*broken, "rested.13", "Discussion", new, "little bread")
