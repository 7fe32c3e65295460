from archive.importers.plain.floating_labels import settle_labels
from archive.importers.plain.lines import read_lines, with_places

PAGE = """The crew reached the harbour at night.1 It had rowed for two days
against the stream,2 and nobody had slept in the boats.3 They went

Moreau, Rivers of the North (2011), 40.
Ibid., 44. The figure is that of the crew
itself, which kept no book.
3
Interview with a ferryman, Northport, May 2012.
{}
"""


def settled(text: str) -> list[str]:
    lines = with_places(read_lines(text))
    return [line.text for line in settle_labels(lines).lines if line.text]


def test_labels_at_the_end_of_a_page_go_back_before_their_notes() -> None:
    assert settled(PAGE.format("1\n2"))[2:] == [
        "1",
        "Moreau, Rivers of the North (2011), 40.",
        "2",
        "Ibid., 44. The figure is that of the crew",
        "itself, which kept no book.",
        "3",
        "Interview with a ferryman, Northport, May 2012.",
    ]


def test_a_label_between_two_others_goes_back_between_them() -> None:
    text = PAGE.format("2").replace("Moreau", "1\n\nMoreau")
    assert settled(text)[2:6] == [
        "1",
        "Moreau, Rivers of the North (2011), 40.",
        "2",
        "Ibid., 44. The figure is that of the crew",
    ]


def test_the_text_may_be_unfinished_above_the_first_note() -> None:
    text = PAGE.format("1\n2").replace("They went\n\n", "They went\n")
    assert settled(text)[2:4] == ["1", "Moreau, Rivers of the North (2011), 40."]


def test_in_a_column_labels_stand_below_the_one_after_them() -> None:
    text = PAGE.format("1\n2") + "\nThe next day they rowed on, for the stream was slower there.\n"
    assert settled(text)[2:4] == ["1", "Moreau, Rivers of the North (2011), 40."]


def test_numbers_without_marks_on_the_page_stay() -> None:
    text = PAGE.format("7\n8")
    assert settled(text) == [line for line in text.splitlines() if line]


def test_what_was_moved_is_said_with_its_lines() -> None:
    repairs = settle_labels(with_places(read_lines(PAGE.format("1\n2")))).repairs
    assert [remark.lines for remark in repairs] == [(4, 9), (5, 10)]
