from archive.importers.plain.lines import read_lines
from archive.importers.plain.loose_marks import attach_loose_marks

TEXT = """The crew reached the harbour.1 It had rowed
for two days against the stream.
{}
Then it slept."""


def attached(text: str) -> list[str]:
    return [line.text for line in attach_loose_marks(read_lines(text))]


def test_the_next_mark_alone_on_its_line_goes_back_to_the_words_above() -> None:
    assert attached(TEXT.format("2"))[1] == "for two days against the stream.2"


def test_of_two_marks_every_piece_does() -> None:
    assert attached(TEXT.format("2\n,\n3"))[1] == "for two days against the stream.2,3"


def test_a_number_out_of_order_stays() -> None:
    assert "7" in attached(TEXT.format("7"))


def test_a_label_whose_mark_stands_above_stays() -> None:
    assert "1" in attached(TEXT.format("1"))


def test_the_number_of_a_page_stays() -> None:
    assert "2" in attached(TEXT.format("2").replace("2\n", "2\n\n"))
