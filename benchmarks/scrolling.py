"""Annotations in Chromium: `python -m benchmarks.scrolling`.

A text with 500 annotations is scrolled from top to bottom, at two widths, and so is the same text
without any, in the same run: what the first costs above the second is the annotations' own. Frames
are wall-clock time; what the page's scripts, styles and layout took is the browser's own account.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.annotations import CROWDED, PLAIN, crowded_archive
from benchmarks.measuring import p95
from tests.browser.serving import ARGUMENTS, chromium_path, serving

_WIDTHS = {1440: 900, 390: 844}
_ACCOUNTS = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration", "TaskDuration")
_COLUMNS = (
    "width", "text", "loading: script", "style", "layout", "draw anew",
    "a frame: median", "p95", "script", "style", "layout", "all work",
)  # fmt: skip
_SCROLL = """() => new Promise((resolve) => {
  const times = [];
  let before = performance.now();
  const step = () => {
    const now = performance.now();
    times.push(now - before);
    before = now;
    window.scrollBy({ top: 60, behavior: "instant" });
    if (times.length < 200) requestAnimationFrame(step);
    else resolve(times.slice(5));
  };
  requestAnimationFrame(step);
})"""
_DRAW = """() => {
  const select = document.querySelector(".annotation-filter select");
  if (!select) return 0;
  const before = performance.now();
  select.dispatchEvent(new Event("change"));
  return performance.now() - before;
}"""


def main() -> None:
    """Measure, and print a table."""
    print(f"| {' | '.join(_COLUMNS)} |\n{'|---' * len(_COLUMNS)}|")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        archive = crowded_archive(Path(folder) / "archive")
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        with serving(archive) as site:
            for width in _WIDTHS:
                for name in (PLAIN, CROWDED):
                    print(_row(browser, f"{site}/documents/{name}", width, name), flush=True)
        browser.close()


def _row(browser: Browser, address: str, width: int, name: str) -> str:
    size = {"width": width, "height": _WIDTHS[width]}
    with browser.new_context(viewport=size) as context:  # type: ignore[arg-type]
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Performance.enable")
        page.goto(address)
        page.wait_for_timeout(500)
        loaded = _accounts(session.send("Performance.getMetrics"))
        draw = min(page.evaluate(_DRAW) for _ in range(5))
        before = _accounts(session.send("Performance.getMetrics"))
        frames = page.evaluate(_SCROLL)
        after = _accounts(session.send("Performance.getMetrics"))
    work = [(after[one] - before[one]) / len(frames) for one in _ACCOUNTS]
    loading = [loaded[one] for one in _ACCOUNTS[:3]]
    figures = [*loading, draw, median(frames), p95(frames), *work]
    return f"| {width} | {name} | " + " | ".join(f"{one:.1f}" for one in figures) + " |"


def _accounts(answer: dict[str, Any]) -> dict[str, float]:
    """The browser's own account of its work until now, in milliseconds."""
    return {one["name"]: one["value"] * 1000 for one in answer["metrics"]}


if __name__ == "__main__":
    main()
