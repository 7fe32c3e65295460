import pytest

from indexer import Facet, FilterError, Filters, YearRange


@pytest.mark.parametrize(
    ("text", "first", "last", "written"),
    [
        ("1999", 1999, 1999, "1999"),
        ("1999..2005", 1999, 2005, "1999..2005"),
        ("2005..1999", 1999, 2005, "1999..2005"),
        ("1999..", 1999, 9999, "1999.."),
        ("..2005", 0, 2005, "..2005"),
    ],
)
def test_years_and_ranges(text: str, first: int, last: int, written: str) -> None:
    years = YearRange.parse(text)
    assert (years.first, years.last, str(years)) == (first, last, written)
    assert first in years
    assert last + 1 not in years


@pytest.mark.parametrize("text", ["", "..", "soon", "1999-2005", "19999", "-5", "²"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(FilterError, match=r"1999\.\.2005"):
        YearRange.parse(text)


def test_values_are_added_and_removed_one_by_one() -> None:
    filters = Filters.of(mission=("a", "b"), year="1999")
    assert filters.adding(Facet.MISSION, "c").values(Facet.MISSION) == ("a", "b", "c")
    assert filters.adding(Facet.MISSION, "a").values(Facet.MISSION) == ("b", "a")
    assert filters.removing(Facet.MISSION, "a").values(Facet.MISSION) == ("b",)
    assert filters.removing(Facet.YEAR, "1999") == Filters.of(mission=("a", "b"))
    assert not Filters.of()
    assert filters
