from archive.importers.plain.furniture import take_furniture
from archive.importers.plain.lines import read_lines


def kept(text: str) -> list[str]:
    return [line.text for line in take_furniture(read_lines(text)).lines if line.text]


def pages(count: int, head: str, foot: str) -> str:
    return "\f".join(
        f"{head}\n\nPage {number} speaks of the harbour\nand of crew {number} at length.\n\n"
        f"{foot.format(number)}\n"
        for number in range(3, 3 + count)
    )


def test_heads_and_numbers_at_the_edges_of_pages_go() -> None:
    left = kept(pages(5, "The Ferry Papers", "{}"))
    assert "The Ferry Papers" not in left
    assert "4" not in left
    assert left[0] == "Page 3 speaks of the harbour"


def test_the_page_starts_with_its_first_line_of_text() -> None:
    lines = take_furniture(read_lines(pages(4, "The Ferry Papers", "{}"))).lines
    assert next(line.text for line in lines if line.starts_page) == "Page 4 speaks of the harbour"


def test_notes_at_the_feet_of_pages_are_no_running_feet() -> None:
    text = "\f".join(f"Words of page {n} on rowing.\n\n{2 * n} Ibid.\n" for n in (2, 5, 7, 8, 13))
    assert "10 Ibid." in kept(text)


def test_names_of_parts_that_come_back_are_headings() -> None:
    text = "\f".join(f"Crews row on page {n}.\n\nNotes\n" for n in range(6))
    assert kept(text).count("Notes") == 6


def test_numbers_that_count_up_alone_on_their_lines_go_without_known_pages() -> None:
    text = "\n\n".join(f"A paragraph about crew {n}\nand its oars.\n\n{n}" for n in range(11, 18))
    assert "14" not in kept(text)


def test_a_head_inside_a_broken_sentence_goes() -> None:
    text = "The crew had reached\n\n \n\nFerries on Northern\nRivers\n\n \n18\n\nits last harbour."
    found = take_furniture(read_lines(text))
    assert [line.text for line in found.lines if line.text] == [
        "The crew had reached",
        "its last harbour.",
    ]
    assert [line.text for line in found.heads] == ["Ferries on Northern", "Rivers"]


def test_short_lines_elsewhere_stay() -> None:
    text = "The crew rested.\n\nNight Watches\n\n18\n\nThe night was long."
    assert kept(text) == ["The crew rested.", "Night Watches", "18", "The night was long."]


def test_a_chapters_title_with_the_number_of_its_page_is_a_running_head() -> None:
    chapters = ["Boats"] * 2 + ["Oars"] * 2 + ["Roads"] * 2
    text = "\f".join(
        f"{title} {number}\n\nThe crews row on page {number} of\nthis book, and rest.\n"
        for number, title in enumerate(chapters, start=7)
    )
    assert not {"Boats 7", "Oars 10", "Roads 11"} & set(kept(text))


def test_a_number_at_the_top_of_a_page_inside_a_sentence_goes() -> None:
    assert kept("The crew reached the\n\f4\n\nharbour at night.") == [
        "The crew reached the",
        "harbour at night.",
    ]


def test_a_running_head_of_two_lines_goes_with_its_page_number() -> None:
    text = "\f".join(
        f"What the Crews of the Northern Rivers Have\nCarried {page}\nthe crew {page} rowed on.\n"
        for page in range(3, 9)
    )
    assert kept(text) == [f"the crew {page} rowed on." for page in range(3, 9)]
