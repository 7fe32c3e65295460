from archive.importers.plain.contents import take_contents
from archive.importers.plain.lines import read_lines

TABLE = """Contents

Introduction\t1
The long way of the ferry crews.....2
Recommendations: what harbours can do to keep the
ferries on Northern Rivers\t14

Conclusion . . . . . 20

Introduction

Crews have rowed for a long time on these rivers.
"""


def test_entries_are_taken_and_their_titles_kept() -> None:
    contents = take_contents(read_lines(TABLE))
    assert [entry.title for entry in contents.entries] == [
        "Introduction",
        "The long way of the ferry crews",
        "Recommendations: what harbours can do to keep the ferries on Northern Rivers",
        "Conclusion",
    ]
    left = [line.text for line in contents.lines if line.text]
    assert left == ["Introduction", "Crews have rowed for a long time on these rivers."]


def test_a_heading_in_two_lines_after_the_contents_stays_whole() -> None:
    text = TABLE.replace("\nIntroduction\n\nCrews", "\nThe long way of the\nferry crews\nCrews")
    left = [line.text for line in take_contents(read_lines(text)).lines if line.text]
    assert left[:2] == ["The long way of the", "ferry crews"]


def test_a_table_without_a_heading_is_known_by_its_numbers() -> None:
    text = TABLE.removeprefix("Contents\n\n")
    assert len(take_contents(read_lines(text)).entries) == 4


def test_text_that_ends_in_numbers_is_no_table() -> None:
    text = "\n".join(f"In that year the crews were {n}" for n in range(20, 30))
    assert take_contents(read_lines(text)).entries == ()
