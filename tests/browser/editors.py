"""Editors in a real browser: tabs in which they are signed in, and how they select words."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.conftest import Visit
from tests.webapp.signing import PASSWORD

__all__ = ["MANDATE", "SignIn", "select_words"]

MANDATE = "/documents/limits-of-consent"


class SignIn:
    """Opens tabs in which someone is signed in and looks at a document."""

    def __init__(self, browser: Browser, address: str) -> None:
        self._browser, self._address = browser, address
        self.contexts: list[BrowserContext] = []

    def __call__(self, name: str, *, script: bool = True, touch: bool = False) -> Visit:
        context = self._browser.new_context(
            base_url=self._address,
            viewport={"width": 390 if touch else 1440, "height": 844 if touch else 900},
            java_script_enabled=script,
            has_touch=touch,
            is_mobile=touch,
        )
        self.contexts.append(context)
        visit = Visit(context)
        visit.page.goto(f"/sign-in?back={MANDATE}")
        visit.page.get_by_label("Name").fill(name)
        visit.page.get_by_label("Password").fill(PASSWORD)
        visit.page.get_by_role("button", name="Sign in").click()
        visit.page.wait_for_url(f"**{MANDATE}")
        return visit


def select_words(page: Page, selector: str, words: str) -> None:
    """Select words in an element, as dragging over them would."""
    page.evaluate(
        """([selector, words]) => {
          const element = document.querySelector(selector);
          const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const start = texts.currentNode.data.indexOf(words);
            if (start < 0) continue;
            document.getSelection().setBaseAndExtent(
              texts.currentNode, start, texts.currentNode, start + words.length);
            return;
          }
          throw new Error(`no ${words} in ${element.textContent}`);
        }""",
        [selector, words],
    )
