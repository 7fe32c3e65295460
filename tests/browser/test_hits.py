"""From a hit into the text, through the hits, and back to the results."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.pages import DOCUMENT


def test_a_hit_opens_the_document_at_the_passage_with_its_words_marked(visit: Visit) -> None:
    page = visit.page
    page.goto("/search?q=consent&mission=unexa")
    page.locator(".hit").first.get_by_role("link", name="note 1").or_(
        page.locator(".hit .where").nth(1)
    ).first.click()
    place = urlsplit(page.url).fragment
    expect(page.locator(f"[id='{place}']")).to_be_in_viewport()
    assert page.locator(f"[id='{place}'] mark.found").first.inner_text().lower() == "consent"


def test_next_and_previous_walk_through_the_hits(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{DOCUMENT}?q=consent")
    numbers = page.locator(".hit-number").all_inner_texts()
    assert numbers == [f"{n} of {len(numbers)}" for n in range(1, len(numbers) + 1)]
    page.locator(".hit-nav").nth(1).get_by_label("Next passage found").click()
    third = urlsplit(page.url).fragment
    expect(page.locator(f"[id='{third}']")).to_be_in_viewport()
    page.locator(".hit-nav").nth(2).get_by_label("Previous passage found").click()
    assert urlsplit(page.url).fragment != third


def test_the_bar_counts_along(wide: Page) -> None:
    wide.goto(f"{DOCUMENT}?q=consent")
    bar = wide.locator(".within-now")
    total = wide.locator(".hit-here").count()
    expect(bar).to_have_text(f"{total} passages")
    wide.locator(".within-step").last.click()
    expect(bar).to_have_text(f"1 of {total}")
    wide.locator(".within-step").last.click()
    expect(bar).to_have_text(f"2 of {total}")
    wide.locator(".within-step").first.click()
    expect(bar).to_have_text(f"1 of {total}")


def test_there_is_a_way_back_to_the_results(visit: Visit) -> None:
    page = visit.page
    page.goto("/search?q=consent&mission=unexa")
    page.locator(".hit h3 a").first.click()
    page.get_by_role("link", name="Results").click()
    assert urlsplit(page.url).query == "q=consent&mission=unexa"


def test_a_document_is_searched_by_itself(visit: Visit) -> None:
    page = visit.page
    page.goto(DOCUMENT)
    page.get_by_role("searchbox", name="Search in this document").fill("patience")
    page.keyboard.press("Enter")
    expect(page.locator("#p2 mark.found")).to_have_text("patience")
    page.get_by_role("link", name="clear").click()
    expect(page.locator("mark.found")).to_have_count(0)
