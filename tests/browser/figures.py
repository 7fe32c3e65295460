"""Figures of the pages, as Markdown: `python -m tests.browser.figures ARCHIVE`.

For home, a search and the longest document: what is transferred, how long the server takes when
it is warm, and when Chromium has painted.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from flask.testing import FlaskClient
from playwright.sync_api import Browser, sync_playwright

from tests.browser.serving import ARGUMENTS, chromium_path, serving
from webapp import create_app
from webapp.assets import STATIC_FOLDER
from webapp.config import Config

_RUNS = 15
_PAINTS = """() => new Promise((resolve) => {
  const figures = {};
  const see = (type, take) => new PerformanceObserver(
    (list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  see("paint", (entry) => { figures[entry.name] = entry.startTime; });
  see("largest-contentful-paint", (entry) => { figures.largest = entry.startTime; });
  see("layout-shift", (entry) => { figures.shift = (figures.shift || 0) + entry.value; });
  const page = performance.getEntriesByType("navigation")[0];
  const files = performance.getEntriesByType("resource");
  figures.page = page.transferSize;
  figures.files = files.reduce((sum, file) => sum + file.transferSize, 0);
  figures.loaded = page.domContentLoadedEventEnd;
  setTimeout(() => resolve(figures), 400);
})"""


@dataclass(frozen=True, slots=True)
class _Figures:
    name: str
    server: float
    html: int
    own: int
    seen: dict[str, float]


def main(archive: Path) -> None:
    """Print the figures of an archive's pages."""
    pages = _pages(archive)
    client = create_app(Config(archive=archive)).test_client()
    with serving(archive) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        figures = [
            _Figures(
                name,
                _server_time(client, address),
                len(client.get(address).data),
                _own_bytes(client, address),
                _paints(browser, site + address),
            )
            for name, address in pages.items()
        ]
        browser.close()
    sys.stdout.write("".join(f"{line}\n" for line in _table(figures)))


def _pages(archive: Path) -> dict[str, str]:
    texts = archive.glob("documents/*/document.html")
    longest = max(texts, key=lambda path: path.stat().st_size).parent.name
    return {
        "home": "/",
        "search": "/search?q=consent",
        "longest document": f"/documents/{longest}",
        "longest document, from a hit": f"/documents/{longest}?q=consent",
        "timeline": "/timeline",
    }


def _server_time(client: FlaskClient, address: str) -> float:
    """The median processor time of a warm answer, compressed, in milliseconds.

    Processor time, so that other programs on the machine do not count.
    """
    times = []
    for _ in range(_RUNS):
        begin = time.process_time()
        client.get(address, headers={"Accept-Encoding": "gzip"})
        times.append(time.process_time() - begin)
    return median(times) * 1000


def _own_bytes(client: FlaskClient, address: str) -> int:
    """The bytes of the styles and scripts that a page loads, before compression."""
    html = client.get(address).text
    names = {path.name: path for path in STATIC_FOLDER.iterdir()}
    return sum(
        path.stat().st_size
        for name, path in names.items()
        if path.suffix in {".css", ".js"} and f"/static/{path.stem}." in html
    )


def _paints(browser: Browser, address: str) -> dict[str, float]:
    """What Chromium tells of a first visit, each figure the median of some visits."""
    visits = []
    for _ in range(5):
        with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
            page = context.new_page()
            page.goto(address)
            visits.append(page.evaluate(_PAINTS))
    names = {name for visit in visits for name in visit}
    return {name: median(visit.get(name, 0) for visit in visits) for name in names}


def _table(figures: list[_Figures]) -> Iterator[str]:
    yield (
        "| page | HTML, KB | transferred, KB | own CSS and JS, KB | server, ms "
        "| first paint, ms | largest paint, ms | ready, ms | layout shift |"
    )
    yield "|---|---|---|---|---|---|---|---|---|"
    for one in figures:
        seen = one.seen
        transferred = (seen["page"] + seen["files"]) / 1000
        yield (
            f"| {one.name} | {one.html / 1000:.0f} | {transferred:.0f} | {one.own / 1000:.0f} "
            f"| {one.server:.0f} | {seen.get('first-contentful-paint', 0):.0f} "
            f"| {seen.get('largest', 0):.0f} | {seen['loaded']:.0f} "
            f"| {seen.get('shift', 0):.3f} |"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
