"""Furniture, type and margins, found over a whole document."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from archive.importers.pdf.furniture import furniture
from archive.importers.pdf.headings import HeadingStyle, heading_at, levels_of
from archive.importers.pdf.lines import PrintedLine
from archive.importers.pdf.typography import read_typography
from tests.archive.importers.pdf.factories import make_line


def make_pages(pages: int, head: str = "Roads of the north {}") -> list[PrintedLine]:
    """Pages with a head 30 points above five lines of text that differ."""
    lines: list[PrintedLine] = []
    for page in range(1, pages + 1):
        texts = [head.format(page), *(f"Line {page}/{row} of the text." for row in "abcde")]
        for row, text in enumerate(texts):
            base = 700.0 - 12 * row - (18 if row else 0)
            lines.append(make_line(len(lines) + 1, text, page=page, band=page, base=base))
    return lines


def test_heads_that_come_again_are_furniture_whatever_their_figures() -> None:
    lines = make_pages(4)
    assert furniture(lines) == {1, 7, 13, 19}


def test_a_single_page_has_no_running_head() -> None:
    assert furniture(make_pages(1)) == frozenset()


def test_a_head_that_names_another_chapter_is_furniture_too() -> None:
    lines = make_pages(4)
    changed = [
        make_line(line.number, "Of fords", page=line.page, band=line.band, base=line.base)
        if line.number == 13
        else line
        for line in lines
    ]
    assert 13 in furniture(changed)


def test_a_head_of_two_lines_on_one_page_is_known_by_its_page_number() -> None:
    lines = make_pages(5)
    above = make_line(99, "Of fords and of the", page=3, band=3, base=716.0)
    assert 99 in furniture([*lines, above])


def test_the_body_is_the_largest_type_with_a_good_part_of_the_words() -> None:
    text = [make_line(number, size=10.0) for number in range(1, 6)]
    notes = [make_line(number, size=8.0) for number in range(6, 16)]
    title = [make_line(16, "Title", size=24.0)]
    assert read_typography([*text, *notes, *title]).size == 10.0


def test_first_lines_set_in_again_and_again_are_the_indent_of_paragraphs() -> None:
    lines = [make_line(n, left=62.0 if n % 4 == 2 else 50.0) for n in range(1, 30)]
    assert read_typography(lines).indent == 12.0


def test_a_bold_line_in_the_middle_of_a_paragraph_is_no_heading() -> None:
    lines = [make_line(number, bold=number == 3) for number in range(1, 8)]
    assert not heading_at(lines, 2, read_typography(lines))


def test_a_bold_line_under_a_gap_is_a_heading() -> None:
    lines = [
        make_line(
            n, "Of fords" if n == 3 else "Words.", bold=n == 3, base=700.0 - 12 * n - 12 * (n > 2)
        )
        for n in range(1, 12)
    ]
    assert [line.text for line in heading_at(lines, 2, read_typography(lines))] == ["Of fords"]


@given(st.lists(st.tuples(st.floats(6, 40), st.booleans(), st.booleans(), st.booleans())))
def test_larger_type_never_has_a_lower_level(styles: list[tuple[float, bool, bool, bool]]) -> None:
    known = [HeadingStyle(-size, thin, small, italic) for size, thin, small, italic in styles]
    levels = levels_of(known)
    for first in known:
        for second in known:
            if first.smallness < second.smallness:
                assert levels[first] <= levels[second]
    assert set(levels.values()) <= {1, 2, 3, 4, 5, 6}


def test_a_bold_heading_may_be_set_a_little_smaller_than_the_text() -> None:
    bases = [700.0, 688.0, 668.0, 652.0, 640.0]
    lines = [
        make_line(number, f"Line {number} of the text.", size=11.4, base=base)
        for number, base in enumerate(bases, start=1)
    ]
    lines[2] = replace(lines[2], text="What the boats carried", bold=True, size=10.5)
    typography = read_typography(lines)
    assert [line.number for line in heading_at(lines, 2, typography)] == [3]
    slanted = [replace(line, bold=False, italic=line.bold) for line in lines]
    assert not heading_at(slanted, 2, typography)
