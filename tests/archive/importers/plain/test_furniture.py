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


def test_page_numbers_may_say_how_many_pages_there_are() -> None:
    text = "\f".join(
        f"Crew {n} rows on page {n}\nand rests.\n31-04521 {n}/6\nF/2031/412" for n in range(1, 7)
    )
    assert not [line for line in kept(text) if "31-04521" in line or "F/2031" in line]


def test_a_number_that_is_part_of_a_running_foot_comes_back_with_it() -> None:
    text = "\f".join(f"Crew {n} rows\nand rests.\n\nFerry Report 2022/3" for n in range(6))
    assert "Ferry Report 2022/3" not in kept(text)


def test_a_heading_over_text_that_goes_on_is_a_running_head() -> None:
    first = "4. The Long Winter\n\nThe crews rested. The boats that were not\n\n7"
    second = "4. The Long Winter\n\nmended in time lay on the ice.\n\n8"
    rest = [f"Boats\n\nThe crew rows on.\n\n{number}" for number in (9, 10, 11)]
    assert kept("\f".join([first, second, *rest])).count("4. The Long Winter") == 1


def test_a_running_head_may_have_its_page_number_before_it() -> None:
    text = "\f".join(
        f"{number}        CREWS OF THE NORTH\n\nBoats {number} row\nand rest."
        if number == 8
        else f"FERRY BOATS    {number}\n\nBoats {number} row\nand rest."
        for number in (7, 8, 9, 11)
    )
    assert "8        CREWS OF THE NORTH" not in kept(text)


def test_the_first_line_of_text_on_a_page_is_no_running_head() -> None:
    pages_of_text = [f"The crew of boat {n} rows.\n\n{n}\n\n" for n in range(3, 9)]
    line = "61 boats, or half of those which had been on the lakes in that year"
    text = "".join([*pages_of_text, f"They had lost\n\n9\n\n{line}\nwere new."])
    assert line in kept(text)


def test_what_stands_between_the_numbers_of_two_pages_is_a_running_head() -> None:
    text = "\n".join(f"The crews\nrow on\nand on\nand rest.\n\n{n}\n" for n in (3, 4, 5, 6))
    assert "Boats in Winter" not in kept(
        f"{text}\nBoats in Winter\n\n7\n\nThe ice\nis\nthin.\n\n8\n"
    )


def test_the_title_stays_where_running_heads_are_written_otherwise() -> None:
    heads = "".join(
        f"The crew rows in\n\n{n}\n\nHolding the Oar\n\nboat {n}.\n" for n in range(3, 9)
    )
    assert kept(f"HOLDING THE OAR\n\n{heads}")[0] == "HOLDING THE OAR"


def test_without_form_feeds_page_furniture_shows_where_pages_start() -> None:
    text = "\n".join(
        f"The crew of page {page} rowed on\nand rested in the harbour.\n\n{page}\n"
        for page in range(3, 9)
    )
    lines = take_furniture(read_lines(text)).lines
    starts = [line.text for line in lines if line.starts_page]
    assert starts == [f"The crew of page {page} rowed on" for page in range(4, 9)]


def test_a_page_number_that_names_all_pages_is_one_wherever_it_stands() -> None:
    text = "\n".join(
        f"The crew of boat {n} rows\nand rests\nPage {n} of 5\n and rows on." for n in range(1, 6)
    )
    assert not [line for line in kept(text) if "of 5" in line]
    assert "Page 2 of 5" in kept("The crew wrote\nPage 2 of 5\non a sheet.")


def test_a_running_foot_among_columns_goes_where_it_ends_pages() -> None:
    foot = "Harbour Letter, Spring 2021"
    text = (
        f"Crews row at night and\nrest by day.\n\n{foot}\n\n\fOars are kept by\n{foot}\n\n"
        f"the warden of the quay.\n\n\fThe quay is old.\n\n{foot}\n"
    )
    assert foot not in kept(text)


def test_figures_that_end_pages_number_those_whose_figure_stands_among_the_columns() -> None:
    text = (
        "They visit piers and slips\n12\n\nand return with ropes.\n\n"
        "\fThe ropes are 12 in all.\n\n13\n\n\fThe quay is old.\n\n14\n"
    )
    assert kept(text) == [
        "They visit piers and slips",
        "and return with ropes.",
        "The ropes are 12 in all.",
        "The quay is old.",
    ]


def test_a_number_right_over_a_running_head_ends_its_page_where_nothing_is_blank() -> None:
    text = "\n".join(
        f"The boats of village {n} lay on the sand\nand dried there.\nThey were mended in spring.\n"
        f"[{n}] Kept by the harbour clerk.\n{n}\nShore Studies 14 Boats and Weather"
        for n in range(3, 8)
    )
    left = kept(f"{text}\nIn winter\nthe wind\nkept all\ncrews ashore.\n8\n")
    assert left[3:5] == ["[3] Kept by the harbour clerk.", "The boats of village 4 lay on the sand"]
    assert left[-1] == "crews ashore."
