"""The way through the archive: search, narrow, open a hit, follow a note and come back."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit


def test_search_narrow_open_and_follow_a_note(visit: Visit) -> None:
    page = visit.page
    page.goto("/")
    page.locator("#page-query").fill("consent")
    page.locator("#page-query").press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_be_visible()
    expect(page.locator(".hit")).to_have_count(2)

    page.locator(".facet .values a", has_text="UNEXA").click()
    expect(page.locator(".hit h3")).to_have_text(["The limits of consent"])
    expect(page.locator(".chips")).to_contain_text("UNEXA")

    page.get_by_role("link", name="The limits of consent").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The limits of consent")


def test_a_note_without_script_is_followed_and_left(visit: Visit) -> None:
    page = visit.page
    page.goto("/documents/limits-of-consent#fn1")
    page.locator("#fn1 [role=doc-backlink]").first.click()
    assert urlsplit(page.url).fragment == "fnref1"
    expect(page.locator("#fnref1")).to_be_in_viewport()
    page.goto("/documents/limits-of-consent#fnref1")
    assert page.locator("#fnref1").get_attribute("href") == "#fn1"


def test_on_a_wide_screen_marks_lead_to_the_notes_and_back(wide: Page) -> None:
    wide.goto("/documents/limits-of-consent")
    wide.locator("#fnref3").click()
    assert urlsplit(wide.url).fragment == "fn3"
    wide.locator("#fn3 [role=doc-backlink]").click()
    assert urlsplit(wide.url).fragment == "fnref3"


def test_from_a_hit_the_document_opens_at_the_passage(visit: Visit) -> None:
    page = visit.page
    page.goto("/search?q=patience")
    page.get_by_role("link", name="What hosts allow").click()
    assert urlsplit(page.url).fragment == "p2"
    expect(page.locator("#p2")).to_be_in_viewport()


def test_an_annotation_leads_to_its_words_and_back(visit: Visit) -> None:
    page = visit.page
    page.goto("/documents/limits-of-consent")
    page.locator("#annotated-on-consent").click()
    expect(page.locator("#annotation-on-consent")).to_be_in_viewport()
    page.locator("#annotation-on-consent .annotation-letter").click()
    expect(page.locator("#annotated-on-consent")).to_be_in_viewport()


def test_facets_open_on_narrow_screens(narrow: Page) -> None:
    narrow.goto("/search?q=consent")
    expect(narrow.locator(".facet").first).to_be_hidden()
    narrow.get_by_text("Narrow by mission").click()
    narrow.locator(".facet .values a", has_text="UNPART").click()
    expect(narrow.locator(".hit h3")).to_have_text(["Second paper"])
