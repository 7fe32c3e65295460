from archive.importers.plain.drafts import Draft, draft_of
from archive.importers.plain.floats import is_caption, part_floats, with_floats
from archive.importers.plain.fragments import fragments
from archive.importers.plain.lines import read_lines
from archive.models import BlockKind


def parted(text: str) -> list[str]:
    return [fragment.text for fragment in part_floats(fragments(read_lines(text)))]


def asides(text: str) -> list[str]:
    drafts: list[Draft] = [draft_of(one) for one in part_floats(fragments(read_lines(text)))]
    return [draft.text for draft in with_floats(drafts) if draft.kind is BlockKind.ASIDE]


def test_a_caption_has_a_number_and_a_stop() -> None:
    assert is_caption("Table 2. Boats by lake")
    assert is_caption("Figure 1: Crews in winter")
    assert not is_caption("Table 2 gives the boats by lake.")
    assert not is_caption("Figures 1 and 2 show the crews.")


def test_a_table_is_parted_from_the_sentence_that_it_interrupts() -> None:
    text = """The crews rowed to the harbour and were
Table 1. Boats by lake
Lake 2001 2002 Change
North 58 33 –43%
Lower South 41 25 –39%
back for supper."""
    assert parted(text) == [
        "The crews rowed to the harbour and were",
        "Table 1. Boats by lake Lake 2001 2002 Change North 58 33 –43% Lower South 41 25 –39%",
        "back for supper.",
    ]


def test_a_caption_that_breaks_at_a_comma_goes_on_with_years_and_rows() -> None:
    text = """Table 3. Nets mended on two shores,
1990–1995
Shore Nets Torn
North 58 33%
South 41 25%
Source: the menders.
The menders slept."""
    assert len(parted(text)) == 2
    assert parted(text)[1] == "The menders slept."


def test_a_caption_takes_its_second_line_and_its_source() -> None:
    text = """Figure 2. Hours of rowing on the lakes
before and after the flood.
Source: the crews’ own count.
The crews rested."""
    assert parted(text)[0].endswith("own count.")
    assert parted(text)[1:] == ["The crews rested."]


def test_words_set_apart_in_a_sentence_are_asides() -> None:
    text = """The crews row longer than the practice of

A boat that cannot cross the lake is
no boat at all.
other harbours, which rest at noon."""
    assert asides(text) == ["A boat that cannot cross the lake is no boat at all."]


def test_a_paragraph_after_a_finished_one_is_no_aside() -> None:
    text = "The crews row all day.\n\nThey rest at night.\n\nboats and oars are kept dry."
    assert asides(text) == []


def test_a_figure_and_a_quote_may_stand_in_one_sentence() -> None:
    text = """The wardens were, to every

Rowing is the whole of the law

Figure 3. Boats in spring.

crew on the lake, a help."""
    assert asides(text) == ["Rowing is the whole of the law", "Figure 3. Boats in spring."]


FULL = "The crews of the northern lakes have rowed for many years, and the boats\n" * 24


def test_narrow_words_in_a_sentence_need_no_blank_lines() -> None:
    text = """of the harbours have been longer on the ice than is the practice of
A boat that cannot cross the lake
is no boat at all.
other harbours, which keep their crews at home from the first frost on."""
    assert "A boat that cannot cross the lake is no boat at all." in parted(FULL + text)


def test_a_box_in_a_sentence_needs_no_blank_lines() -> None:
    box = "Box 1. What a boat carries\nA boat carries six persons and what they bring with them."
    text = f"and of the harbours are paid in corn,\n{box}\nprovided that they are on the lake."
    assert box.replace("\n", " ") in parted(FULL + text)


def test_columns_of_cells_under_a_caption_are_its_table() -> None:
    text = "Table 1. Boats by lake\n\nLake\nNorth\nLower South\n\n2001\n58\n41\n\nThe crews rowed."
    assert parted(text)[1:] == ["The crews rowed."]
