"""Links to places, citations, abbreviations, and light or dark."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit
from tests.browser.pages import DOCUMENT


def test_one_click_copies_the_link_of_a_paragraph(browser: Browser, site: str) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    with browser.new_context(base_url=site, permissions=permissions) as context:
        page = context.new_page()
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(DOCUMENT)
        page.locator("#p2").hover()
        page.locator("#p2 .permalink").click()
        expect(page.locator(".copied")).to_contain_text("Link copied")
        assert page.evaluate("navigator.clipboard.readText()") == f"{site}{DOCUMENT}#p2"
        page.get_by_role("link", name="Cite this passage").click()
        expect(page.locator(".citing blockquote")).to_have_text("The second thing is patience.")


def test_a_link_without_script_is_a_link(visit: Visit) -> None:
    page = visit.page
    page.goto(DOCUMENT)
    assert page.locator("#p2 .permalink").get_attribute("href") == "#p2"


def test_without_script_a_place_that_is_linked_to_offers_its_citation(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{DOCUMENT}#p2")
    page.get_by_role("button", name="cite").click()
    expect(page.locator(".citing blockquote")).to_have_text("The second thing is patience.")


def test_an_abbreviation_says_what_it_stands_for(wide: Page) -> None:
    wide.goto("/documents/second-paper")
    short = wide.locator("a.abbr").first
    short.press("Enter")
    expect(wide.locator(".abbr-expansion")).to_have_text("protection of civilians")
    expect(short).to_have_attribute("aria-expanded", "true")
    short.press("Enter")
    expect(wide.locator(".abbr-expansion")).to_have_count(0)


def test_dark_is_chosen_and_lasts(visit: Visit) -> None:
    page = visit.page
    page.goto("/missions")
    page.get_by_role("button", name="dark").click()
    for address in ("/missions", "/", DOCUMENT):
        page.goto(address)
        paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert paper == "rgb(22, 24, 27)"
    page.get_by_role("button", name="as the system").click()
    page.goto("/")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == "rgb(251, 250, 246)"
