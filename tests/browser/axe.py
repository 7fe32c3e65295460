"""What axe-core has to object to in a page."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

__all__ = ["objections"]

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def objections(page: Page) -> str:
    """Return what axe finds in a page as it is now, in words; empty if it finds nothing."""
    options = {"runOnly": {"type": "tag", "values": _RULES}}
    found = Axe().run(page, options=options).response["violations"]
    return "\n".join(
        f"{one['id']}: {one['help']}\n  {node['html'][:200]}\n  {node.get('failureSummary', '')}"
        for one in found
        for node in one["nodes"]
    )
