from archive.importers.plain.carried_over import Gap, Measures, carried_over, measures_of
from archive.importers.plain.lines import read_lines, with_places

TEXT = "The crew of the boat rested here at noon and ate"
NOTE = "it rowed on along the roads of the North and to the harbours beyond them,"
PAGE = f"\f{TEXT}\n{TEXT}\n{TEXT}.\n{NOTE}\nand nothing more.\n"


SMALLER = measures_of(read_lines(f"{TEXT}\n" * 5), read_lines(f"{NOTE}\n" * 5))


def carried(
    unfinished: str, page: str = PAGE, measures: Measures = SMALLER, after: str = ""
) -> list[str]:
    before = with_places(read_lines(page))
    lines = [*before, *read_lines(after)]
    gap = Gap(0, len(before), len(before))
    found = carried_over(lines, gap, read_lines(unfinished)[0], measures)
    return [lines[index].text for index in found]


def test_an_unfinished_note_goes_on_in_the_longer_lines_at_the_foot() -> None:
    assert carried("2 The book says that") == [NOTE, "and nothing more."]


def test_a_finished_note_does_not() -> None:
    assert carried("2 The book says so.") == []


def test_nor_does_it_where_all_lines_are_the_texts() -> None:
    assert carried("2 The book says that", f"\f{TEXT}\n{TEXT}\n{TEXT}.\n") == []


def test_under_a_rule_it_goes_on_though_its_lines_are_no_longer() -> None:
    page = f"\f{TEXT}\n{TEXT}.\n{' ' * 20}\nand nothing more.\n"
    same = measures_of(read_lines(f"{TEXT}\n" * 5), read_lines(f"{TEXT}\n" * 5))
    assert carried("2 The book says that", page, same) == ["and nothing more."]


def test_a_word_or_two_go_on_inside_the_sentence_that_the_page_breaks() -> None:
    page = f"\f{TEXT}.\n{TEXT}\nforces.\n"
    assert carried("2 The book names the security", page, after="bread with us.") == ["forces."]
    assert carried("2 The book names the security", page, after="We had no bread.") == []


def test_what_stands_apart_over_the_next_notes_may_go_on_in_brackets() -> None:
    page = f"\f{TEXT}\n{TEXT}.\n\n(Harbour Town, 2013), chap. 11.\n"
    assert carried("2 See The Second Row", page) == ["(Harbour Town, 2013), chap. 11."]
