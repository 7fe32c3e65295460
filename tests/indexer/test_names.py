import pytest

from archive.authorities import Abbreviation, Authorities
from indexer import Facet, Names
from tests.indexer.factories import NAMES


@pytest.mark.parametrize(
    ("facet", "value", "label"),
    [
        (Facet.MISSION, "unmiss", "UNMISS"),
        (Facet.THEME, "force", "Use of force"),
        (Facet.KIND, "note", "Notes"),
        (Facet.TYPE, "thematic essay", "Thematic essay"),
        (Facet.YEAR, "1999", "1999"),
        (Facet.MISSION, "unknown", "unknown"),
    ],
)
def test_labels(facet: Facet, value: str, label: str) -> None:
    assert NAMES.label(facet, value) == label


@pytest.mark.parametrize(
    ("facet", "name", "ids"),
    [
        (Facet.MISSION, "Unmiss", ("unmiss",)),
        (Facet.MISSION, "mission in south sudan", ("unmiss",)),
        (Facet.THEME, "Use of Force", ("force",)),
        (Facet.KIND, "footnote", ("note",)),
        (Facet.KIND, "notes", ("note",)),
        (Facet.THEME, "weather", ()),
    ],
)
def test_values_by_name(facet: Facet, name: str, ids: tuple[str, ...]) -> None:
    assert NAMES.values(facet, name) == ids


@pytest.mark.parametrize(
    ("typed", "expansion"),
    [
        ("WHO", "World Health Organization"),
        ("who", None),
        ("DDR", "disarmament"),
        ("ddr", "disarmament"),
        ("Ddr", None),
        ("other", None),
    ],
)
def test_an_abbreviation_in_capitals_or_one_that_is_no_word(
    typed: str, expansion: str | None
) -> None:
    entries = (Abbreviation("WHO", "World Health Organization"), Abbreviation("DDR", "disarmament"))
    assert Names(Authorities(abbreviations=entries)).expansion(typed) == expansion
