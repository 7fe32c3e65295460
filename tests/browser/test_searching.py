"""The page of results: the same with and without script, only quicker with it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

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
