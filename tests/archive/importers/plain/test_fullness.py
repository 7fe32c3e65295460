from archive.importers.plain.fullness import (
    Fullness,
    is_narrow,
    is_wide,
    local_limit,
    measure_fullness,
    with_next_word,
)
from archive.importers.plain.lines import Line, read_lines

TEXT = """The crews of the Northern Rivers have rowed for many years, and
they have kept to the rivers in all of them; only in winter did
they rest, and then for no more than a few weeks or for as many
days as the ice would hold on the harbours."""
QUOTATION = """We rowed for as many years as there were, and then
we rested for as many as we could, and slept in the
harbours of the North until the boats were mended."""


def lines(text: str) -> tuple[Line, ...]:
    return read_lines(text)


def fullness() -> Fullness:
    found = measure_fullness([lines(TEXT)] * 10)
    assert found is not None
    return found


def test_a_full_line_has_no_room_for_the_next_word() -> None:
    one, two = lines(TEXT)[:2]
    assert with_next_word(one, two) >= fullness().reach


def test_a_text_of_few_lines_is_not_measured() -> None:
    assert measure_fullness([lines(TEXT)]) is None


def test_a_quotation_is_narrower_than_the_text() -> None:
    assert is_narrow(lines(QUOTATION), fullness())
    assert not is_narrow(lines(TEXT), fullness())


def test_a_paragraph_is_as_wide_as_the_text() -> None:
    assert is_wide(lines(TEXT), fullness())
    assert not is_wide(lines(QUOTATION), fullness())


def test_among_narrow_lines_less_is_a_full_line() -> None:
    assert local_limit(lines(QUOTATION * 2), 2) < local_limit(lines(TEXT * 2), 2)
