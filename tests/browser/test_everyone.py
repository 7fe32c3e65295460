"""Pages that reflow, print, and can be used from the keyboard."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.pages import DOCUMENT, PAGES

_FOCUS = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const outline = getComputedStyle(at).outlineStyle;
  const reach = at.querySelector(":scope > .reach");
  const drawn = reach && getComputedStyle(reach).stroke;
  return {
    marked: !["none", ""].includes(outline) || (drawn && drawn !== "none"),
    html: at.outerHTML.slice(0, 160),
  };
}"""
_SHIFT = """() => new Promise((resolve) => {
  let sum = 0;
  const add = (entry) => { sum += entry.value; };
  new PerformanceObserver((list) => list.getEntries().forEach(add))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(sum), 150);
})"""


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


@pytest.mark.parametrize(
    "address", ["/", "/missions/unexa", "/timeline", "/un-documents", f"{DOCUMENT}?q=consent"]
)
def test_every_stop_of_the_keyboard_is_seen(wide: Page, address: str) -> None:
    wide.goto(address)
    stops = 0
    for _ in range(200):
        wide.keyboard.press("Tab")
        seen = wide.evaluate(_FOCUS)
        if seen is None:
            break
        stops += 1
        assert seen["marked"], seen["html"]
    assert stops > 10


def test_nothing_hides_what_the_keyboard_reaches(narrow: Page) -> None:
    narrow.goto(f"{DOCUMENT}?q=consent")
    for _ in range(60):
        narrow.keyboard.press("Tab")
        covered = narrow.evaluate(
            """() => {
              const box = document.activeElement.getBoundingClientRect();
              const top = document.elementFromPoint(
                box.left + box.width / 2, box.top + box.height / 2);
              return top !== null && top.closest(".within-bar") !== null
                && !top.closest(".within-bar").contains(document.activeElement)
                ? document.activeElement.outerHTML.slice(0, 120) : "";
            }"""
        )
        assert covered == ""


@pytest.mark.parametrize("address", ["/", DOCUMENT, "/search?q=consent", "/missions/unexa"])
def test_nothing_moves_while_a_page_loads(wide: Page, narrow: Page, address: str) -> None:
    for page in (wide, narrow):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate(_SHIFT) < 0.01


def test_print_has_the_article_its_notes_and_its_address(wide: Page) -> None:
    wide.goto("/documents/limits-of-consent")
    wide.emulate_media(media="print")
    for selector in (".masthead", ".contents", ".side-note", ".permalink", ".colophon"):
        expect(wide.locator(selector).first).to_be_hidden()
    expect(wide.locator("#fn1")).to_be_visible()
    expect(wide.locator(".print-address")).to_contain_text("/documents/limits-of-consent")


def test_a_printed_result_says_what_was_searched(wide: Page) -> None:
    wide.goto("/search?q=consent&mission=unexa")
    wide.emulate_media(media="print")
    heading = wide.get_by_role("heading", level=1)
    expect(heading).to_have_text("Search: consent")
    box = heading.bounding_box()
    assert box is not None
    assert box["height"] > 15
    expect(wide.locator(".chips a", has_text="UNEXA")).to_be_visible()
    expect(wide.locator(".facets")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_paper_follow_the_system(wide: Page, scheme: str) -> None:
    wide.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    wide.goto("/")
    paper = wide.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert paper == ("rgb(22, 24, 27)" if scheme == "dark" else "rgb(251, 250, 246)")
