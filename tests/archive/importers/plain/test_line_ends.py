from archive.importers.plain.fragments import fragments
from archive.importers.plain.line_ends import with_line_ends
from archive.importers.plain.lines import read_lines, with_places
from archive.importers.plain.tight import part_tight

PARAGRAPH = (
    "The crews of the Northern Rivers have rowed for many years, and \n"
    "they have kept to the rivers in all of them; only in winter did \n"
    "they rest, and then for no more than a few weeks or for as many \n"
    "days as the ice would hold.\n"
)


def ends(text: str) -> list[bool | None]:
    return [line.goes_on for line in with_line_ends(read_lines(text)) if line.text]


def test_a_blank_at_a_line_end_says_that_the_words_go_on() -> None:
    assert ends(PARAGRAPH * 8)[:4] == [True, True, True, False]


def test_hyphens_and_marks_at_a_line_end_say_nothing() -> None:
    text = PARAGRAPH.replace("in winter did \n", "in mid-\n").replace("as many \n", "as many12\n")
    assert ends(PARAGRAPH * 8 + text)[-4:] == [True, None, None, False]


def test_a_text_with_blanks_at_all_line_ends_tells_nothing() -> None:
    assert set(ends(PARAGRAPH.replace("hold.\n", "hold. \n") * 8)) == {None}


def test_a_text_without_blanks_at_line_ends_tells_nothing() -> None:
    assert set(ends(PARAGRAPH.replace(" \n", "\n") * 8)) == {None}


def test_a_paragraph_that_fills_its_last_line_ends_where_its_blank_is_missing() -> None:
    full = PARAGRAPH.replace("hold.\n", "hold on the rivers of the North, and no more.\n")
    found = fragments(with_places(with_line_ends(read_lines(PARAGRAPH * 6 + full * 2))))
    assert len(part_tight(found, frozenset())) == 8
