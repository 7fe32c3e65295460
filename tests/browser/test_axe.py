"""axe-core finds nothing to object to on any page, in light, dark and forced colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import sign_in
from tests.browser.pages import EDITORS_PAGES, PAGES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module", params=["light", "dark", "forced", "narrow"])
def context(
    browser: Browser, site: str, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """The browser as one kind of reader has it."""
    with browser.new_context(
        base_url=site,
        viewport={"width": 360 if request.param == "narrow" else 1280, "height": 900},
        color_scheme="dark" if request.param == "dark" else "light",
        forced_colors="active" if request.param == "forced" else "none",
    ) as context:
        yield context


@pytest.fixture(scope="module")
def seen(context: BrowserContext) -> Page:
    """A tab of a reader."""
    return context.new_page()


@pytest.fixture(scope="module")
def edited(context: BrowserContext) -> Page:
    """A tab of someone who is signed in; readers' pages were seen before."""
    page = context.new_page()
    sign_in(page)
    return page


def _objections(page: Page) -> list[str]:
    options = {"runOnly": {"type": "tag", "values": RULES}}
    return [
        f"{one['id']}: {one['help']}\n  {node['html'][:200]}\n  {node.get('failureSummary', '')}"
        for one in Axe().run(page, options=options).response["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(seen: Page, address: str) -> None:
    seen.goto(address)
    told = _objections(seen)
    assert told == [], "\n".join(told)


def test_axe_finds_nothing_in_what_opens(seen: Page) -> None:
    seen.goto("/documents/limits-of-consent")
    seen.locator("#fnref3").press("Enter")
    for summary in seen.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
    told = _objections(seen)
    assert told == [], "\n".join(told)


@pytest.mark.parametrize("address", EDITORS_PAGES)
def test_axe_finds_nothing_on_editors_pages(edited: Page, address: str) -> None:
    response = edited.goto(address)
    assert response is not None
    assert response.ok
    told = _objections(edited)
    assert told == [], "\n".join(told)
