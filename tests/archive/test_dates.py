from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive import PartialDate


@pytest.mark.parametrize(
    ("text", "long"),
    [("1999-10-22", "22 October 1999"), ("2020-05", "May 2020"), ("1948", "1948")],
)
def test_dates_are_as_exact_as_they_are_written(text: str, long: str) -> None:
    date = PartialDate.parse(text)

    assert str(date) == text
    assert date.long == long


@pytest.mark.parametrize("text", ["2020-13", "2020-02-30", "May 2020", "20-05", "", "0000"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        PartialDate.parse(text)


@given(st.dates())
def test_every_day_comes_back(day: object) -> None:
    assert str(PartialDate.parse(str(day))) == str(day)


def test_a_year_alone_sorts_before_its_months() -> None:
    texts = ["2001", "2000-05-02", "2000", "2000-05"]

    dates = sorted((PartialDate.parse(text) for text in texts), key=lambda date: date.sort_key)

    assert [str(date) for date in dates] == ["2000", "2000-05", "2000-05-02", "2001"]
