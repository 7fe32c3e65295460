"""Pages that reflow, print, and can be used from the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.pages import PAGES


@pytest.mark.parametrize("address", PAGES)
def test_no_page_scrolls_sideways(visit: Visit, address: str) -> None:
    page = visit.page
    page.goto(address)
    visit.forgive("Failed to load resource: the server responded with a status of 40")
    for width in (320, 768, 1180, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_first_tab_stop_skips_to_the_content(wide: Page) -> None:
    wide.goto("/documents/limits-of-consent")
    wide.keyboard.press("Tab")
    skip = wide.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    wide.keyboard.press("Enter")
    expect(wide.locator("main")).to_be_focused()


def test_focus_can_be_seen(wide: Page) -> None:
    wide.goto("/search?q=consent")
    for _ in range(6):
        wide.keyboard.press("Tab")
        outline = wide.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline not in {"none", ""}


def test_print_has_the_article_its_notes_and_its_address(wide: Page) -> None:
    wide.goto("/documents/limits-of-consent")
    wide.emulate_media(media="print")
    for selector in (".masthead", ".contents", ".side-note", ".permalink", ".colophon"):
        expect(wide.locator(selector).first).to_be_hidden()
    expect(wide.locator("#fn1")).to_be_visible()
    expect(wide.locator(".print-address")).to_contain_text("/documents/limits-of-consent")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_paper_follow_the_system(wide: Page, scheme: str) -> None:
    wide.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    wide.goto("/")
    paper = wide.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == ("rgb(22, 24, 27)" if scheme == "dark" else "rgb(251, 250, 246)")
