from archive.importers.plain.lines import read_lines


def starts(text: str) -> list[int]:
    return [line.number for line in read_lines(text) if line.starts_page]


def test_a_form_feed_starts_a_page_wherever_it_stands() -> None:
    assert starts("one\n\ftwo\nthree\f\nfour\n\f\n\nfive") == [2, 4, 7]


def test_text_on_both_sides_of_a_form_feed_is_kept() -> None:
    lines = read_lines("the last words 7\fthe first words\n")
    assert [(line.number, line.text, line.starts_page) for line in lines if line.text] == [
        (1, "the last words 7", False),
        (1, "the first words", True),
    ]


def test_a_lone_leading_space_after_text_stands_for_a_form_feed() -> None:
    page = "\n".join(f"line {number} of the page" for number in range(12))
    assert starts(f" {page}\n {page}\n {page}") == [1, 13, 25]


def test_leading_spaces_in_a_few_lines_of_a_note_are_no_pages() -> None:
    assert starts("A note that\n is wrapped\n over three\n lines\nand ends.") == []


def test_indents_of_a_text_laid_out_with_spaces_are_no_pages() -> None:
    assert starts("\n".join(["full line", "  indented line"] * 30)) == []


def test_rules_are_known_and_hold_no_text() -> None:
    rules = [line.rule for line in read_lines(" " * 60 + "\n______________\nword\n----------")]
    assert rules == [True, True, False, True]


def test_numbers_count_line_feeds_only() -> None:
    assert [line.number for line in read_lines("a\n\nb\vc\nd") if line.text] == [1, 3, 3, 4]


def test_a_row_of_one_sign_is_an_ornament_and_holds_no_words() -> None:
    assert [line.text for line in read_lines("They rest.\n@@\n* * *\n**\nThey row.")] == [
        "They rest.", "", "", "**", "They row.",
    ]  # fmt: skip
