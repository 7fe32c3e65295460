"""axe-core finds nothing to object to on any page, in light, dark and forced colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.axe import objections
from tests.browser.pages import PAGES


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


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(seen: Page, address: str) -> None:
    seen.goto(address)
    assert objections(seen) == ""


def test_axe_finds_nothing_in_what_opens(seen: Page) -> None:
    seen.goto("/documents/limits-of-consent")
    seen.locator("#fnref3").press("Enter")
    for summary in seen.locator("details:not([open]) > summary").all():
        if summary.is_visible():
            summary.click()
    assert objections(seen) == ""
