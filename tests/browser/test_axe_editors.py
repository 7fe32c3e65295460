"""axe finds nothing to object to on the pages of editors: light, dark, forced colours, a phone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import objections
from tests.browser.pages import DOCUMENT, EDITORS_PAGES
from tests.browser.serving import serving
from tests.webapp import samples
from tests.webapp.factories import write_archive
from tests.webapp.signing import PASSWORD, add_account
from webapp.accounts import Role


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = write_archive(
        tmp_path_factory.mktemp("axe") / "archive",
        [samples.mandate(), samples.second_paper()],
        [samples.comment(), samples.whole_note(), samples.lost(), *samples.unseen()],
    )
    add_account(folder, "Ada Editor")
    add_account(folder, "Adam Admin", Role.ADMINISTRATOR)
    broken = folder / "annotations" / "second-paper" / "broken.yaml"
    broken.parent.mkdir(exist_ok=True)
    broken.write_text("id: [\n", encoding="utf-8")
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="module", params=["light", "dark", "forced", "narrow"])
def seen(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A tab in which an administrator is signed in."""
    with browser.new_context(
        base_url=address,
        viewport={"width": 360 if request.param == "narrow" else 1280, "height": 900},
        color_scheme="dark" if request.param == "dark" else "light",
        forced_colors="active" if request.param == "forced" else "none",
    ) as context:
        page = context.new_page()
        page.goto("/sign-in")
        page.get_by_label("Name").fill("Adam Admin")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{address}/")
        yield page


@pytest.mark.parametrize("place", EDITORS_PAGES)
def test_axe_finds_nothing(seen: Page, place: str) -> None:
    seen.goto(place)
    seen.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
    assert objections(seen) == ""


def test_axe_finds_nothing_in_toolbar_and_form(seen: Page) -> None:
    seen.goto(DOCUMENT)
    seen.evaluate("document.getSelection().selectAllChildren(document.querySelector('#p2'))")
    expect(seen.get_by_role("toolbar")).to_be_visible()
    assert objections(seen) == ""
    seen.get_by_role("button", name="cross-reference").click()
    seen.get_by_label("Text, in Markdown").fill("*Words*")
    expect(seen.locator(".annotate-preview em")).to_be_visible()
    assert objections(seen) == ""


def test_no_page_of_editors_is_wider_than_a_screen(seen: Page) -> None:
    for place in EDITORS_PAGES:
        seen.goto(place)
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert seen.evaluate(wide) <= 0, place
