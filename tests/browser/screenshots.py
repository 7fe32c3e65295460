"""Pictures of every kind of page, to be looked at: `python -m tests.browser.screenshots`.

They show the sample archive, or the one named on the command line, at three widths, in light and
dark, and as printed. They are written to `.screenshots/`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import ARGUMENTS, chromium_path, serving
from webapp.sample import sample_copy

TARGET = Path(".screenshots")
PAGES = {
    "home": "/",
    "search": "/search?q=consent",
    "search-narrowed": "/search?q=consent&mission=unmiss&mission=monusco&year=1990..2020",
    "search-empty": "/search?q=zebras&mission=unmiss",
    "search-refused": "/search?q=*consent",
    "concordance": "/concordance?q=consent",
    "document": "/documents/essay-consent",
    "document-at-a-hit": "/documents/essay-consent?q=consent+host#p5",
    "document-notes": "/documents/essay-consent#page-notes",
    "cite": "/documents/essay-consent/cite?at=p5",
    "documents": "/documents",
    "missions": "/missions",
    "mission": "/missions/monuc",
    "themes": "/themes",
    "theme": "/themes/poc",
    "authors": "/authors",
    "author": "/authors/peacearchive%20editors",
    "year": "/years/1999",
    "timeline": "/timeline",
    "help": "/help",
    "about": "/about",
    "not-found": "/no/such/page",
}
WIDTHS = (360, 768, 1440)
_PRINTED = ("document", "mission", "search")
_HEIGHT = 960


def main(arguments: list[str]) -> None:
    """Take all pictures; an archive may be named, and parts of the names of pages."""
    archives = [Path(one) for one in arguments if Path(one).is_dir()]
    wanted = [one for one in arguments if not Path(one).is_dir()]
    pages = {
        name: address
        for name, address in PAGES.items()
        if not wanted or any(part in name for part in wanted)
    }
    TARGET.mkdir(exist_ok=True)
    with _archive(archives) as archive, serving(archive) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        for name, address in pages.items():
            _shots(browser, site, name, address)
        browser.close()


@contextmanager
def _archive(named: list[Path]) -> Iterator[Path]:
    if named:
        yield named[0]
        return
    with tempfile.TemporaryDirectory() as folder:
        yield sample_copy(Path(folder))


def _shots(browser: Browser, site: str, name: str, address: str) -> None:
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            page = browser.new_page(
                base_url=site,
                viewport={"width": width, "height": _HEIGHT},
                color_scheme="dark" if scheme == "dark" else "light",
            )
            page.goto(address)
            page.screenshot(path=TARGET / f"{name}-{width}-{scheme}.png")
            page.close()
    if name in _PRINTED:
        page = browser.new_page(base_url=site)
        page.goto(address)
        page.pdf(path=TARGET / f"{name}.pdf", format="A4")
        page.close()


if __name__ == "__main__":
    main(sys.argv[1:])
