"""axe-core finds nothing to object to on any page, in light, dark and forced colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.pages import PAGES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module", params=["light", "dark", "forced", "narrow"])
def seen(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab as one kind of reader has it."""
    with browser.new_context(
        base_url=site,
        viewport={"width": 360 if request.param == "narrow" else 1280, "height": 900},
        color_scheme="dark" if request.param == "dark" else "light",
        forced_colors="active" if request.param == "forced" else "none",
    ) as context:
        yield context.new_page()


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(seen: Page, address: str) -> None:
    seen.goto(address)
    options = {"runOnly": {"type": "tag", "values": RULES}}
    found = Axe().run(seen, options=options).response["violations"]
    told = [
        f"{one['id']}: {one['help']}\n  {node['html'][:200]}\n  {node.get('failureSummary', '')}"
        for one in found
        for node in one["nodes"]
    ]
    assert told == [], "\n".join(told)
