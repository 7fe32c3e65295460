from archive.importers.plain.carried_over import carried_over, measures_of
from archive.importers.plain.lines import read_lines, with_places

TEXT = "The crew of the boat rested here at noon and ate"
NOTE = "it rowed on along the roads of the North and to the harbours beyond them,"
PAGE = f"\f{TEXT}\n{TEXT}\n{TEXT}.\n{NOTE}\nand nothing more.\n"


def carried(unfinished: str, page: str = PAGE) -> list[str]:
    lines = with_places(read_lines(page))
    measures = measures_of(read_lines(f"{TEXT}\n" * 5), read_lines(f"{NOTE}\n" * 5))
    last = read_lines(unfinished)[0]
    return [line.text for line in carried_over(lines, 0, len(lines), last, measures)]


def test_an_unfinished_note_goes_on_in_the_longer_lines_at_the_foot() -> None:
    assert carried("2 The book says that") == [NOTE, "and nothing more."]


def test_a_finished_note_does_not() -> None:
    assert carried("2 The book says so.") == []


def test_nor_does_it_where_all_lines_are_the_texts() -> None:
    assert carried("2 The book says that", f"\f{TEXT}\n{TEXT}\n{TEXT}.\n") == []


def test_under_a_rule_it_goes_on_though_its_lines_are_no_longer() -> None:
    page = f"\f{TEXT}\n{TEXT}.\n{' ' * 20}\nand nothing more.\n"
    lines = with_places(read_lines(page))
    same = measures_of(read_lines(f"{TEXT}\n" * 5), read_lines(f"{TEXT}\n" * 5))
    last = read_lines("2 The book says that")[0]
    assert [line.text for line in carried_over(lines, 0, len(lines), last, same)] == [
        "and nothing more."
    ]
