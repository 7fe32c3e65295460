"""Pictures of every kind of page, to be looked at: `python -m tests.browser.screenshots`.

They show the sample archive, or the one named on the command line: at three widths in light and
dark, in forced colours, without JavaScript, at 400 % zoom, and as printed. Those of editors' pages
are of a copy of the archive with a reviewer's account. They are written to `.screenshots/`.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import sign_in
from tests.browser.serving import ARGUMENTS, chromium_path, serving
from tests.webapp.signing import add_account
from webapp.accounts import Role
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
    "document-at-a-hit": "/documents/essay-consent?q=consent+host#p8",
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
    "un-documents": "/un-documents",
    "un-document": "/un-documents/s-res-1325-2000",
    "citations": "/citations",
    "network": "/citations#page-network",
    "annotation": "/annotations/consent-in-the-texts-of-2023",
    "help": "/help",
    "about": "/about",
    "sign-in": "/sign-in",
    "not-found": "/no/such/page",
}
EDITORS_PAGES = {
    "editor-account": "/account",
    "editor-accounts": "/accounts",
    "editor-annotations": "/annotations/",
    "editor-annotation": "/annotations/consent-in-the-texts-of-2023",
    "editor-edit": "/annotations/consent-in-the-texts-of-2023/edit",
    "editor-document": "/documents/essay-consent#p5",
    "editor-annotate": "/documents/essay-consent/annotate?at=p5",
    "editor-queue": "/queue",
    "editor-unresolved": "/citations/unresolved",
}
WIDTHS = (360, 768, 1440)
_PRINTED = ("document", "mission", "search", "un-document")
_HEIGHT = 960


@dataclass(frozen=True)
class _Kind:
    """A kind of reader: what is added to the name of a picture, and how the browser is."""

    name: str
    width: int
    height: int = _HEIGHT
    options: dict[str, Any] = field(default_factory=dict)


_KINDS = (
    *(_Kind(f"{width}-light", width) for width in WIDTHS),
    *(_Kind(f"{width}-dark", width, options={"color_scheme": "dark"}) for width in WIDTHS),
    _Kind("1440-forced", 1440, options={"forced_colors": "active"}),
    _Kind("1440-no-script", 1440, options={"java_script_enabled": False}),
    _Kind("360-no-script", 360, options={"java_script_enabled": False}),
    _Kind("zoom-400", 320, 256, {"device_scale_factor": 4}),
)


def main(arguments: list[str]) -> None:
    """Take all pictures; an archive may be named, and parts of the names of pages."""
    archives = [Path(one) for one in arguments if Path(one).is_dir()]
    wanted = [one for one in arguments if not Path(one).is_dir()]
    TARGET.mkdir(exist_ok=True)
    with _archive(archives) as archive, serving(archive) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        for kind in _KINDS:
            with _page(browser, site, kind) as page:
                _shots(page, kind, _chosen(PAGES, wanted))
                _prints(page, kind, _chosen(PAGES, wanted))
                editors = _chosen(EDITORS_PAGES, wanted)
                if editors:
                    sign_in(page)
                    _shots(page, kind, editors)
        browser.close()


def _chosen(pages: dict[str, str], wanted: list[str]) -> dict[str, str]:
    return {
        name: address
        for name, address in pages.items()
        if not wanted or any(part in name for part in wanted)
    }


@contextmanager
def _archive(named: list[Path]) -> Iterator[Path]:
    """A copy of an archive, with an account."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "archive"
        shutil.copytree(named[0] if named else sample_copy(Path(folder)), copy)
        shutil.rmtree(copy / ".private", ignore_errors=True)
        add_account(copy, "Rita Reviewer", Role.ADMINISTRATOR)
        yield copy


@contextmanager
def _page(browser: Browser, site: str, kind: _Kind) -> Iterator[Page]:
    with browser.new_context(
        base_url=site,
        viewport={"width": kind.width, "height": kind.height},
        **kind.options,
    ) as context:
        yield context.new_page()


def _shots(page: Page, kind: _Kind, pages: dict[str, str]) -> None:
    for name, address in pages.items():
        page.goto("about:blank")
        page.goto(address)
        page.screenshot(path=TARGET / f"{name}-{kind.name}.png")


def _prints(page: Page, kind: _Kind, pages: dict[str, str]) -> None:
    if kind != _KINDS[0]:
        return
    for name in pages.keys() & set(_PRINTED):
        page.goto(pages[name])
        page.pdf(path=TARGET / f"{name}.pdf", format="A4")


if __name__ == "__main__":
    main(sys.argv[1:])
