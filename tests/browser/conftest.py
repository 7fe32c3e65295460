"""A server on a small archive, and the Chromium of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    sync_playwright,
)

from tests.browser.serving import ARGUMENTS, NAMES, chromium_path, serving
from tests.webapp import samples
from tests.webapp.factories import write_archive
from tests.webapp.signing import PASSWORD, add_account
from webapp.accounts import Role

_LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the Chromium on this machine."""
    found = chromium_path()
    if found is not None:
        return found
    reason = f"there is no Chromium on this machine (looked for {', '.join(NAMES)})"
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason}; CI needs one")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(chromium: str, playwright: Playwright) -> Iterator[Browser]:
    launched = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
    yield launched
    launched.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on the small archive."""
    folder = write_archive(
        tmp_path_factory.mktemp("browser") / "archive",
        [samples.mandate(), samples.second_paper()],
        [samples.comment(), samples.whole_note(), samples.lost()],
    )
    add_account(folder, "Rita Reviewer", Role.ADMINISTRATOR)
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an archive with a look and a logo of its own, and a crowded paper."""
    crowd = [f"{name} {letter}. Writer" for name in ("Ann", "Bo", "Cy", "Di") for letter in "ABCDE"]
    paper = samples.mandate()
    many = replace(paper, metadata=replace(paper.metadata, authors=tuple(crowd)))
    folder = write_archive(
        tmp_path_factory.mktemp("own") / "archive", [many, samples.second_paper()]
    )
    (folder / "theme.css").write_text(":root { --accent: rgb(120, 20, 60); }", encoding="utf-8")
    (folder / "logo.svg").write_text(_LOGO, encoding="utf-8")
    (folder / "about.md").write_text("# Who we are\n\nKeepers of papers.", encoding="utf-8")
    with serving(folder) as address:
        yield address


def sign_in(page: Page, name: str = "Rita Reviewer") -> None:
    """Sign in as a person does."""
    page.goto("/sign-in")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


class Visit:
    """A tab, and all that its console said."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.complaints: list[str] = []
        self.page.on("console", self._heard)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def forgive(self, beginning: str) -> None:
        """Forget what the console says of pages that are errors on purpose."""
        self.complaints = [said for said in self.complaints if not said.startswith(beginning)]

    def _heard(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)


@pytest.fixture(params=["with script", "without script"])
def visit(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A tab on a narrow laptop, with and without JavaScript; its console must stay silent."""
    with browser.new_context(
        base_url=site,
        viewport={"width": 1024, "height": 768},
        java_script_enabled=request.param == "with script",
    ) as context:
        visit = Visit(context)
        yield visit
        assert visit.complaints == []


@pytest.fixture
def wide(browser: Browser, site: str) -> Iterator[Page]:
    """A tab on a wide screen."""
    with browser.new_context(base_url=site, viewport={"width": 1440, "height": 900}) as context:
        visit = Visit(context)
        yield visit.page
        assert visit.complaints == []


@pytest.fixture
def narrow(browser: Browser, site: str) -> Iterator[Page]:
    """A tab on a phone."""
    with browser.new_context(base_url=site, viewport={"width": 360, "height": 740}) as context:
        visit = Visit(context)
        yield visit.page
        assert visit.complaints == []
