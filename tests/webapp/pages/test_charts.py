from __future__ import annotations

from indexer import FacetCount, Filters, SearchRequest
from webapp.pages.charts import HEIGHTS, YearChart, year_chart


def _chart(
    counts: dict[int, int], request: SearchRequest | None = None, most_bars: int = 24
) -> YearChart | None:
    facet = [
        FacetCount(str(year), str(year), n, 2 * n, selected=False) for year, n in counts.items()
    ]
    return year_chart(facet, request or SearchRequest("peace"), most_bars, 5)


def test_one_year_is_no_choice() -> None:
    assert _chart({1999: 3}) is None
    assert _chart({}) is None


def test_years_without_documents_leave_a_gap() -> None:
    chart = _chart({1999: 4, 2001: 1})
    assert chart is not None
    assert [(bar.label, bar.documents, bar.passages) for bar in chart.bars] == [
        ("1999", 4, 8),
        ("2000", 0, 0),
        ("2001", 1, 2),
    ]


def test_the_tallest_bar_has_the_full_height_and_none_that_counts_is_flat() -> None:
    chart = _chart({1999: 400, 2000: 1, 2002: 200})
    assert chart is not None
    assert [bar.height for bar in chart.bars] == [HEIGHTS, 1, 0, HEIGHTS // 2]


def test_a_bar_that_towers_over_all_others_is_cut_and_says_its_count() -> None:
    chart = _chart({1999: 10, 2000: 1, 2001: 100})
    assert chart is not None
    low, least, tower = chart.bars
    assert (tower.height, tower.cut) == (HEIGHTS, 100)
    assert low.cut == least.cut == 0
    assert HEIGHTS // 2 < low.height < HEIGHTS
    assert least.height >= low.height // 10


def test_two_tall_bars_are_drawn_to_scale() -> None:
    chart = _chart({1999: 90, 2000: 1, 2001: 100})
    assert chart is not None
    assert [bar.cut for bar in chart.bars] == [0, 0, 0]
    assert [bar.height for bar in chart.bars] == [65, 1, HEIGHTS]


def test_many_years_are_put_together() -> None:
    chart = _chart({1948: 1, 1999: 1, 2026: 3}, most_bars=24)
    assert chart is not None
    assert len(chart.bars) <= 24
    assert chart.bars[0].label == "1945–1949"
    assert chart.bars[-1].address == "/search?q=peace&year=2025..2029"


def test_a_bar_narrows_to_its_years_and_drops_the_page() -> None:
    request = SearchRequest("peace", Filters.of(mission="unexa", year="1990"), page=3)
    chart = _chart({1999: 1, 2000: 1}, request)
    assert chart is not None
    assert chart.bars[1].address == "/search?q=peace&mission=unexa&year=2000"


def test_the_years_selected_are_shown_in_bars_and_fields() -> None:
    chart = _chart({1999: 1, 2000: 1, 2001: 1}, SearchRequest("x", Filters.of(year="2000..")))
    assert chart is not None
    assert [bar.selected for bar in chart.bars] == [False, True, True]
    assert (chart.first, chart.last) == ("2000", "")


def test_several_ranges_leave_the_fields_empty() -> None:
    request = SearchRequest("x", Filters.of(year=("1999", "2001")))
    chart = _chart({1999: 1, 2000: 1, 2001: 1}, request)
    assert chart is not None
    assert (chart.first, chart.last) == ("", "")


def test_few_years_are_written_below_the_bars() -> None:
    chart = _chart(dict.fromkeys(range(1950, 2025), 1), most_bars=100)
    assert chart is not None
    assert [bar.start for bar in chart.bars if bar.named] == ["1960", "1980", "2000"]


def test_a_year_near_the_end_is_written_where_there_is_room() -> None:
    chart = _chart(dict.fromkeys(range(1947, 2027), 1), most_bars=100)
    assert chart is not None
    named = [(bar.start, bar.spared) for bar in chart.bars if bar.named]
    assert named == [("1960", False), ("1980", True), ("2000", False)]
    longer = _chart(dict.fromkeys(range(1947, 2035), 1), most_bars=100)
    assert longer is not None
    assert [bar.start for bar in longer.bars if bar.named][-1] == "2020"
    assert [bar.spared for bar in longer.bars if bar.named][-1]


def test_small_counts_have_small_bars() -> None:
    chart = _chart({1999: 1, 2000: 2})
    assert chart is not None
    assert [bar.height for bar in chart.bars] == [HEIGHTS // 4, HEIGHTS // 2]
