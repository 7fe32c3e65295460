import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import PartialDate
from archive.importers.markup.written_dates import read_date

MAY = PartialDate(2011, 5, 3)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2011-05-03T08:00:00+02:00", MAY),
        ("2011/5/3", MAY),
        ("3 May 2011", MAY),
        ("Tuesday, 3rd May 2011", MAY),
        ("May 3, 2011", MAY),
        ("Sept. 2011", PartialDate(2011, 9)),
        ("2011-05", PartialDate(2011, 5)),
        ("2011", PartialDate(2011)),
        ("31 February 2011", None),
        ("03/05/2011", None),
        ("in 2011", None),
        ("2011-00", None),
        ("", None),
    ],
)
def test_dates_in_words_and_figures(written: str, date: PartialDate | None) -> None:
    assert read_date(written) == date


@given(st.dates(dt.date(1000, 1, 1)))
def test_every_day_is_read_in_figures_and_in_words(day: dt.date) -> None:
    date = PartialDate(day.year, day.month, day.day)

    assert read_date(str(date)) == date
    assert read_date(date.long) == date
