"""Notes and annotations beside the text on wide screens, in place on narrow ones."""

from __future__ import annotations

from itertools import pairwise

from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browser.conftest import Visit

ADDRESS = "/documents/limits-of-consent"


def _box(page: Page, selector: str) -> FloatRect:
    box = page.locator(selector).first.bounding_box()
    assert box is not None, selector
    return box


def test_notes_stand_beside_their_marks_and_never_overlap(wide: Page) -> None:
    wide.goto(ADDRESS)
    boxes = [
        box
        for element in wide.locator(".side-note, .text .annotation").all()
        if (box := element.bounding_box()) is not None
    ]
    assert len(boxes) == 5
    text = _box(wide, ".text")
    assert all(box["x"] > text["x"] + text["width"] for box in boxes)
    ordered = sorted(boxes, key=lambda box: box["y"])
    for above, below in pairwise(ordered):
        assert above["y"] + above["height"] <= below["y"]


def test_text_and_contents_begin_at_the_same_height(wide: Page) -> None:
    wide.goto(ADDRESS)
    assert abs(_box(wide, ".sheet")["y"] - _box(wide, ".rail")["y"]) < 2
    masthead, rail = _box(wide, ".masthead-title"), _box(wide, ".rail")
    assert abs(masthead["x"] - rail["x"]) < 2


def test_copies_beside_the_text_are_hidden_from_screen_readers(wide: Page) -> None:
    wide.goto(ADDRESS)
    for copy in wide.locator(".side-note").all():
        assert copy.get_attribute("aria-hidden") == "true"
        assert all(link.get_attribute("tabindex") == "-1" for link in copy.locator("a").all())
    assert wide.locator(".side-note [id]").count() == 0


def test_a_note_opens_in_place_and_closes_with_escape(narrow: Page) -> None:
    narrow.goto(ADDRESS)
    mark = narrow.locator("#fnref3")
    note = narrow.locator("#fnref3 + .side-note")
    expect(note).to_be_hidden()
    mark.press("Enter")
    expect(note).to_be_visible()
    expect(mark).to_have_attribute("aria-expanded", "true")
    note.locator("a").first.focus()
    narrow.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(mark).to_be_focused()
    mark.click()
    expect(note).to_be_visible()
    mark.click()
    expect(note).to_be_hidden()


def test_a_window_that_is_resized_keeps_notes_and_cards_in_order(wide: Page) -> None:
    wide.goto(ADDRESS)
    wide.set_viewport_size({"width": 500, "height": 800})
    expect(wide.locator("#p1 + .cards #annotation-on-consent")).to_be_hidden()
    expect(wide.locator("#p1 + .cards summary")).to_be_visible()
    expect(wide.locator(".side-note").first).to_be_hidden()
    wide.set_viewport_size({"width": 1440, "height": 900})
    expect(wide.locator("#p1 #annotation-on-consent")).to_be_visible()
    expect(wide.locator(".side-note").first).to_be_visible()


def test_cards_are_folded_to_their_number_where_there_is_no_margin(visit: Visit) -> None:
    page = visit.page
    page.goto(ADDRESS)
    card = page.locator("#annotation-on-consent")
    expect(card).to_be_hidden()
    page.locator("#p1 + .cards summary", has_text="1 annotation").press("Enter")
    expect(card).to_be_visible()
    page.locator("#p1 + .cards summary").press("Enter")
    expect(card).to_be_hidden()


def test_a_link_to_a_card_unfolds_it(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{ADDRESS}#annotation-on-consent")
    expect(page.locator("#annotation-on-consent")).to_be_in_viewport()
    page.goto(ADDRESS)
    page.locator("#annotated-on-consent").press("Enter")
    expect(page.locator("#annotation-on-consent")).to_be_in_viewport()


def test_a_card_that_a_search_found_is_open(visit: Visit) -> None:
    page = visit.page
    page.goto(f"{ADDRESS}?q=Council")
    expect(page.locator("#annotation-on-consent")).to_be_visible()


def test_cards_are_printed_and_beside_the_text_without_script(browser: Browser, site: str) -> None:
    with browser.new_context(
        base_url=site, viewport={"width": 1440, "height": 900}, java_script_enabled=False
    ) as context:
        page = context.new_page()
        page.goto(ADDRESS)
        card, text = _box(page, "#annotation-on-consent"), _box(page, ".text")
        assert card["x"] > text["x"] + text["width"]
        page.emulate_media(media="print")
        expect(page.locator("#annotation-on-consent")).to_be_visible()
        expect(page.locator(".cards summary").first).to_be_hidden()


def test_contents_are_open_on_wide_screens_and_folded_on_narrow_ones(
    wide: Page, narrow: Page
) -> None:
    wide.goto(ADDRESS)
    expect(wide.locator(".contents ol").first).to_be_visible()
    narrow.goto(ADDRESS)
    expect(narrow.locator(".contents ol").first).to_be_hidden()
    narrow.locator(".contents summary").click()
    expect(narrow.locator(".contents ol").first).to_be_visible()


def test_the_contents_mark_the_section_being_read(wide: Page) -> None:
    wide.set_viewport_size({"width": 1440, "height": 300})
    wide.goto(ADDRESS)
    current = wide.locator(".contents [aria-current]")
    wide.goto(f"{ADDRESS}#i3")
    expect(current).to_have_text("What follows")
    wide.goto(f"{ADDRESS}#p1")
    expect(current).to_have_text("What hosts allow")
