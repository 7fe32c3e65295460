from archive.importers.plain.abbreviations import take_abbreviations
from archive.importers.plain.contents import title_key
from archive.importers.plain.lines import read_lines

LIST = """ACRONYMS

FCA Ferry Crew Association
M12 March 12 Movement
HRC\tHarbour Rescue Corps
NRF Northern River Ferries LRU Lake Rowing Union

SRM Standing Rescue Mission in

the Eastern Lakes

EXECUTIVE SUMMARY

Crews rowed.
"""


def test_short_forms_become_data() -> None:
    found = take_abbreviations(read_lines(LIST), frozenset())
    assert found.forms == {
        "FCA": "Ferry Crew Association",
        "M12": "March 12 Movement",
        "HRC": "Harbour Rescue Corps",
        "NRF": "Northern River Ferries",
        "LRU": "Lake Rowing Union",
        "SRM": "Standing Rescue Mission in the Eastern Lakes",
    }
    assert [line.text for line in found.lines if line.text] == ["EXECUTIVE SUMMARY", "Crews rowed."]


def test_a_title_of_the_contents_ends_the_list() -> None:
    text = LIST.replace("EXECUTIVE SUMMARY", "ABC of rowing")
    found = take_abbreviations(read_lines(text), frozenset({title_key("ABC of rowing")}))
    assert "ABC" not in found.forms


def test_columns_written_one_after_the_other_are_put_together() -> None:
    text = """Abbreviations
FCA
HRC
SRM

Ferry Crew Association
Harbour Rescue Corps
Standing Rescue Mission in
the Eastern Lakes
Executive summary
Crews rowed."""
    found = take_abbreviations(read_lines(text), frozenset())
    assert found.forms["SRM"] == "Standing Rescue Mission in the Eastern Lakes"
    assert [line.text for line in found.lines if line.text] == ["Executive summary", "Crews rowed."]


def test_without_its_heading_nothing_is_a_list() -> None:
    assert (
        take_abbreviations(read_lines(LIST.replace("ACRONYMS", "Boats")), frozenset()).forms == {}
    )
