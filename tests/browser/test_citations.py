"""Following a citation: from the text to the UN document, to what else cites it, and back."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Visit

DOCUMENT = "/documents/limits-of-consent"


def test_a_citation_is_followed_to_its_un_document_and_back(visit: Visit) -> None:
    page = visit.page
    page.goto(DOCUMENT)
    page.locator(".notes #fn1 a.citation").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("S/RES/1270 (1999)")
    expect(page.locator("#page-cited-by")).to_have_text("Cited by 1 document, in 2 sentences")
    expect(page.locator(".citing mark")).to_have_text(["S/RES/1270 (1999)", "See note 1"])

    page.locator(".where", has_text="note 1").click()
    assert urlsplit(page.url).path == DOCUMENT
    assert urlsplit(page.url).fragment == "fn1"
    expect(page.locator(".notes #fn1")).to_be_in_viewport()


def test_the_list_of_un_documents_leads_to_the_same_page(visit: Visit) -> None:
    page = visit.page
    page.goto("/")
    page.get_by_role("link", name="UN documents").click()
    page.get_by_role("link", name="S/RES/1270 (1999)").click()
    assert urlsplit(page.url).path == "/un-documents/s-res-1270"
    expect(page.locator("a.resolver")).to_have_attribute(
        "href", "https://undocs.org/S/RES/1270(1999)"
    )


def test_what_search_engines_read_offends_no_policy(wide: Page) -> None:
    wide.add_init_script(
        "window.refused = [];"
        "addEventListener('securitypolicyviolation', event => refused.push(event.blockedURI));"
    )
    wide.goto(DOCUMENT)
    assert wide.evaluate("refused") == []
    described = "JSON.parse(document.querySelector('[type=\"application/ld+json\"]').textContent)"
    assert wide.evaluate(described)["@type"] == "Report"


def test_facets_of_a_un_document_open_on_narrow_screens(narrow: Page) -> None:
    narrow.goto("/un-documents")
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 360
    narrow.goto("/un-documents/s-res-1270")
    assert narrow.evaluate("document.documentElement.scrollWidth") <= 360


def test_titles_of_the_drawing_have_the_width_of_a_phone(browser: Browser, own_site: str) -> None:
    page = browser.new_page(base_url=own_site, viewport={"width": 360, "height": 740})
    page.goto("/citations")
    arcs, titles = page.locator(".network svg"), page.locator(".network ol")
    for part in (arcs, titles):
        box = part.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= 344
    wide = titles.bounding_box()
    assert wide is not None
    assert wide["width"] > 220
    names = page.locator(".network li a").all_inner_texts()
    assert names == ["1999 The limits of consent", "2004 Second paper"]
    page.close()
