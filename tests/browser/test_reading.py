"""The page of a document: the width of its lines, what stands level, and what opens."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.pages import DOCUMENT

_LINES = """(text) => {
  const paragraph = document.createElement("p");
  paragraph.textContent = text;
  document.querySelector(".text").prepend(paragraph);
  const range = document.createRange();
  const node = paragraph.firstChild;
  const lengths = [];
  let top = null;
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    if (box.width && (top === null || box.top > top + 5)) { lengths.push(0); top = box.top; }
    lengths[lengths.length - 1] += 1;
  }
  return lengths;
}"""
_PROSE = (
    "The observers counted the boats at dusk and again at dawn, wrote both figures into the log, "
    "and asked the harbour master to sign beside them; nobody could say afterwards that a vessel "
    "had come or gone unseen. "
)


@pytest.mark.parametrize("width", [1024, 1440, 1920])
def test_lines_have_60_to_70_characters(browser: Browser, site: str, width: int) -> None:
    page = browser.new_page(base_url=site, viewport={"width": width, "height": 900})
    page.goto(DOCUMENT)
    lengths = page.evaluate(_LINES, _PROSE * 6)[:-1]
    page.close()
    assert 60 <= sum(lengths) / len(lengths) <= 70


def test_a_note_is_level_with_its_mark(wide: Page) -> None:
    wide.goto(DOCUMENT)
    mark = wide.locator("#fnref3").bounding_box()
    note = wide.locator("#fnref3 + .side-note").bounding_box()
    assert mark is not None
    assert note is not None
    assert abs(note["y"] - mark["y"]) < 12


def test_a_link_inside_an_opened_note_leads_on(narrow: Page) -> None:
    narrow.goto(DOCUMENT)
    narrow.locator("#fnref3").press("Enter")
    narrow.locator("#fnref3 + .side-note a").first.press("Enter")
    assert urlsplit(narrow.url).fragment == "fn1"
    expect(narrow.locator("#fn1")).to_be_in_viewport()


def test_the_link_of_a_note_is_copied_with_one_click(browser: Browser, site: str) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    with browser.new_context(base_url=site, permissions=permissions) as context:
        page = context.new_page()
        page.goto(DOCUMENT)
        page.locator("#fn1").hover()
        page.locator("#fn1 .permalink").click()
        expect(page.locator(".copied")).to_contain_text("Link copied")
        assert page.evaluate("navigator.clipboard.readText()") == f"{site}{DOCUMENT}#fn1"
        page.keyboard.press("Escape")
        expect(page.locator(".copied")).to_have_count(0)
        expect(page.locator("#fn1 .permalink")).to_be_focused()


def test_acronyms_and_symbols_are_smaller_than_the_words_around_them(wide: Page) -> None:
    wide.goto(DOCUMENT)
    places = "#p1, #p1 > .caps, #p1 > a > .caps"
    sizes = f"[...document.querySelectorAll('{places}')].map(e => getComputedStyle(e).fontSize)"
    whole, *small = [float(size.removesuffix("px")) for size in wide.evaluate(sizes)]
    assert small
    assert all(0.85 * whole < size < whole for size in small)


def test_the_list_of_abbreviations_opens(narrow: Page) -> None:
    narrow.goto("/documents/second-paper")
    narrow.get_by_text("Abbreviations (1)").press("Enter")
    expect(narrow.locator(".abbreviations dd")).to_be_visible()


def test_motion_is_reduced_for_those_who_ask(browser: Browser, site: str) -> None:
    page = browser.new_page(base_url=site, reduced_motion="reduce")
    for address in (DOCUMENT, "/", "/search?q=consent"):
        page.goto(address)
        moving = page.evaluate(
            """() => [...document.querySelectorAll("*")].filter((element) => {
              const style = getComputedStyle(element);
              return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none"
                || style.scrollBehavior === "smooth";
            }).length"""
        )
        assert moving == 0, address
    page.close()


def test_an_archive_makes_the_pages_its_own(browser: Browser, own_site: str) -> None:
    page = browser.new_page(base_url=own_site)
    page.goto("/about")
    accent = "getComputedStyle(document.querySelector('main a')).color"
    assert page.evaluate(accent) == "rgb(120, 20, 60)"
    expect(page.locator(".masthead .logo")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who we are")
    page.close()
