from archive.importers.plain.contents import title_key
from archive.importers.plain.fragments import fragments
from archive.importers.plain.lines import read_lines, with_places
from archive.importers.plain.tight import part_tight, tight_fullness

PARAGRAPH = """The crews of the Northern Rivers have rowed for many years, and
they have kept to the rivers in all of them; only in winter did
they rest, and then for no more than a few weeks or for as many
days as the ice would hold on the harbours.
"""
TIGHT = PARAGRAPH * 8
AIRY = "\n".join([PARAGRAPH] * 8)


def parts(text: str, *titles: str) -> list[str]:
    found = fragments(with_places(read_lines(text)))
    return [part.text for part in part_tight(found, frozenset(map(title_key, titles)))]


def test_short_last_lines_end_paragraphs_where_no_blank_lines_do() -> None:
    assert len(parts(TIGHT)) == 8


def test_where_blank_lines_part_paragraphs_short_lines_do_not() -> None:
    broken = AIRY.replace("in winter did\n", "in winter.\n", 1)
    assert len(parts(broken)) == 8


def test_headings_among_tight_paragraphs_are_parted_from_them() -> None:
    text = PARAGRAPH * 4 + "What the Crews Carried\n" + PARAGRAPH * 4
    assert "What the Crews Carried" in parts(text)


def test_long_headings_are_known_from_the_contents() -> None:
    title = "What the Crews of All the Northern Rivers Carried in Those Years"
    text = PARAGRAPH * 4 + title + "\n" + PARAGRAPH * 4
    assert title in parts(text, title)


def test_fullness_is_only_for_documents_without_blank_lines() -> None:
    assert tight_fullness(fragments(read_lines(AIRY))) is None
    found = tight_fullness(fragments(read_lines(TIGHT)))
    assert found is not None
    assert 23 < found.reach < 30


def test_numbered_headings_among_tight_paragraphs_are_parted_too() -> None:
    text = PARAGRAPH * 4 + "2. What the crews of the\nNorth carried\n" + PARAGRAPH * 4
    assert "2. What the crews of the North carried" in parts(text)


def test_items_of_tight_lists_are_no_headings() -> None:
    text = PARAGRAPH * 4 + "They ask for:\n1. Boats\n2. Oars\n" + PARAGRAPH * 4
    assert "1. Boats" not in parts(text)


INDENTED = "".join("   " + PARAGRAPH.replace("harbours.", f"{n} harbours.") for n in range(8))


def test_indented_first_lines_start_paragraphs() -> None:
    assert len(parts(INDENTED)) == 8


def test_where_first_lines_are_indented_a_short_sentence_ends_none() -> None:
    assert len(parts(INDENTED.replace("in winter did\n", "in winter.\n"))) == 8


def test_several_indented_lines_after_a_sentence_are_a_quotation() -> None:
    quoted = "    We row where we are told to,\n    and we rest where we may.\n"
    assert "We row where we are told to, and we rest where we may." in parts(
        INDENTED + quoted + PARAGRAPH
    )


def test_a_heading_may_stand_right_under_another() -> None:
    text = PARAGRAPH * 4 + "Chapter 2: Crews\n2.1 Being chosen\n" + PARAGRAPH * 4
    assert {"Chapter 2: Crews", "2.1 Being chosen"} <= set(parts(text, "Chapter 2: Crews"))


def test_a_listed_heading_may_stand_under_any_line() -> None:
    text = PARAGRAPH * 4 + "They had learned to say no.\n2.3 The quarry\n" + PARAGRAPH * 4
    assert "2.3 The quarry" in parts(text, "2.3 The quarry")


def test_where_words_are_broken_at_line_ends_a_line_with_room_ends_a_paragraph() -> None:
    hyphenated = PARAGRAPH.replace("many years, and\n", "many years, re-\n")
    text = hyphenated * 8
    text = text.replace("hold on the harbours.\n", "hold on the harbour now.\nIncomprehensibly ", 1)
    assert len(parts(text)) == 8


def test_first_lines_that_would_be_full_but_for_their_indent_end_no_paragraph() -> None:
    first = "The crews of the Northern Rivers have rowed for years and\n"
    rest = PARAGRAPH.split("\n", maxsplit=1)[1]
    text = (first + rest) * 10
    closed = text.replace("for years and\n", "for a year.\n", 1).replace(
        "they have", "They have", 1
    )
    assert len(parts(closed)) == 10


def test_the_heading_of_notes_that_were_taken_out_stands_alone() -> None:
    assert parts(f"{PARAGRAPH * 8}Notes")[-1] == "Notes"


def test_an_item_and_the_heading_under_it_are_no_heading() -> None:
    item = "9. Crews should list what they use, beside what the harbours\nown.\n5.3 A last word\n"
    assert "5.3 A last word" in parts(f"{TIGHT}\n{item}{PARAGRAPH}", "5.3 A last word")


def test_a_list_of_keywords_ends_without_a_full_stop_where_a_full_line_follows() -> None:
    keywords = (
        "Words: the crews of the north; boats and oars; the ice on the lakes; a\nlong winter\n"
    )
    assert len(parts(PARAGRAPH * 4 + keywords + PARAGRAPH * 4)) == 9
