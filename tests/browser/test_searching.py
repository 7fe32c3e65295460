"""The page of results: the same with and without script, only quicker with it."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit


def _mark(page: Page) -> None:
    """Leave a mark that a reload would wipe away."""
    page.evaluate("window.stayed = true")


def _stayed(page: Page) -> bool:
    return bool(page.evaluate("window.stayed === true"))


def test_narrowing_does_not_reload_and_back_brings_the_result_back(wide: Page) -> None:
    wide.goto("/search?q=consent")
    _mark(wide)
    wide.locator(".facet .values a", has_text="UNPART").click()
    expect(wide.locator(".hit h3")).to_have_text(["Second paper"])
    expect(wide).to_have_url(re.compile("mission=unpart"))
    wide.go_back()
    expect(wide.locator(".hit")).to_have_count(2)
    wide.go_forward()
    expect(wide.locator(".hit")).to_have_count(1)
    assert _stayed(wide)


def test_focus_stays_on_the_value_that_was_chosen(wide: Page) -> None:
    wide.goto("/search?q=consent")
    wide.locator(".facet .values a", has_text="UNPART").focus()
    wide.keyboard.press("Enter")
    expect(wide.locator(".facet .values a[aria-current]", has_text="UNPART")).to_be_focused()


def test_a_result_is_told_to_screen_readers(wide: Page) -> None:
    wide.goto("/search?q=consent")
    wide.locator(".facet .values a", has_text="UNPART").click()
    expect(wide.locator("[role=status]").last).to_have_text("1 passage in 1 document")


def test_years_are_chosen_by_a_bar(visit: Visit) -> None:
    visit.page.goto("/search?q=consent")
    bar = visit.page.locator(".facet svg a").last
    bar.focus()
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator(".hit h3")).to_have_text(["Second paper"])


def test_years_are_chosen_by_drawing_over_bars(wide: Page) -> None:
    wide.goto("/search?q=consent")
    _mark(wide)
    box = wide.locator(".facet svg.bars").bounding_box()
    assert box is not None
    step = box["width"] / 6
    wide.mouse.move(box["x"] + step * 0.5, box["y"] + 30)
    wide.mouse.down()
    wide.mouse.move(box["x"] + step * 2.5, box["y"] + 30, steps=4)
    wide.mouse.up()
    expect(wide).to_have_url(re.compile(r"year=1999\.\.2001"))
    expect(wide.locator(".chips")).to_contain_text("1999 to 2001")
    assert _stayed(wide)


def test_years_are_chosen_by_typing_two(visit: Visit) -> None:
    page = visit.page
    page.goto("/search?q=consent")
    page.get_by_label("First year").fill("2003")
    page.get_by_label("Last year").fill("2005")
    page.get_by_role("button", name="Narrow").click()
    expect(page.locator(".hit h3")).to_have_text(["Second paper"])


def test_what_is_selected_is_taken_away_by_its_chip(visit: Visit) -> None:
    page = visit.page
    page.goto("/search?q=consent&mission=unpart&year=2003..2005")
    expect(page.locator(".hit")).to_have_count(1)
    page.locator(".chips a", has_text="UNPART").click()
    expect(page.locator(".chips a", has_text="UNPART")).to_have_count(0)
    expect(page.locator(".chips a", has_text="2003 to 2005")).to_have_count(1)
    page.get_by_role("link", name="clear all").click()
    expect(page.locator(".hit")).to_have_count(2)


def test_several_values_of_a_facet_widen_each_other(visit: Visit) -> None:
    page = visit.page
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/search?q=consent")
    page.locator(".facet .values a", has_text="UNPART").click()
    expect(page.locator(".hit")).to_have_count(1)
    page.locator(".facet .values a", has_text="UNEXA").click()
    expect(page.locator(".hit")).to_have_count(2)


def test_a_result_is_put_in_another_order(visit: Visit) -> None:
    page = visit.page
    page.goto("/search?q=consent")
    page.get_by_role("link", name="newest").click()
    expect(page.locator(".hit h3")).to_have_text(["Second paper", "The limits of consent"])
    page.get_by_role("link", name="oldest").click()
    expect(page.locator(".hit h3")).to_have_text(["The limits of consent", "Second paper"])


def test_a_result_is_seen_as_a_concordance_and_back(visit: Visit) -> None:
    page = visit.page
    page.goto("/search?q=consent")
    page.get_by_role("link", name="Concordance").click()
    expect(page.locator(".lines .keyword").first).to_have_text(re.compile("consent", re.IGNORECASE))
    page.get_by_role("link", name="Documents", exact=True).last.click()
    expect(page.locator(".hit")).to_have_count(2)


def test_a_search_that_finds_nothing_says_what_to_try(visit: Visit) -> None:
    page = visit.page
    page.goto("/search?q=zebras&mission=unexa")
    expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()
    page.get_by_role("link", name="Search without what is selected").click()
    expect(page.locator(".chips")).to_have_count(0)
    page.locator("#page-query").fill("consent")
    page.locator("#page-query").press("Enter")
    expect(page.locator(".hit")).to_have_count(2)


def test_a_long_list_of_values_has_more_and_a_filter(browser: Browser, own_site: str) -> None:
    page = browser.new_page(base_url=own_site, viewport={"width": 1440, "height": 900})
    page.goto("/search?q=consent")
    authors = page.locator("section[aria-labelledby=page-facet-author]")
    expect(authors.locator(".values a:visible")).to_have_count(8)
    authors.get_by_text("more (").click()
    authors.get_by_label("Filter the list: Author").fill("di c")
    expect(authors.locator("details .values a:visible .label")).to_have_text(["Di C. Writer"])
    page.close()


def test_notes_alone_are_searched(visit: Visit) -> None:
    page = visit.page
    page.goto("/search?q=para")
    page.get_by_label("text", exact=True).uncheck()
    page.get_by_label("annotations", exact=True).uncheck()
    page.get_by_role("main").get_by_role("button", name="Search").click()
    expect(page.locator(".chips")).to_contain_text("in notes")
    expect(page.locator(".where")).to_have_text(["note 1"])


def test_suggestions_are_chosen_from_the_keyboard(wide: Page) -> None:
    wide.goto("/")
    box = wide.get_by_role("combobox")
    box.press_sequentially("unex")
    options = wide.get_by_role("option")
    expect(options.first).to_contain_text("UNEXA")
    box.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    box.press("Enter")
    expect(wide.get_by_role("heading", level=1)).to_have_text("UNEXA")


def test_escape_closes_the_suggestions(wide: Page) -> None:
    wide.goto("/")
    box = wide.get_by_role("combobox")
    box.press_sequentially("cons")
    expect(wide.get_by_role("listbox")).to_be_visible()
    box.press("Escape")
    expect(wide.get_by_role("listbox")).to_be_hidden()
    expect(box).to_have_value("cons")
