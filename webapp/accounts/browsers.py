"""What a browser is, in words that people know it by."""

from __future__ import annotations

__all__ = ["browser_name"]

_BROWSERS = (
    ("Firefox/", "Firefox"),
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""What stands in the header User-Agent; the first that does names the browser."""
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "an iPhone"),
    ("iPad", "an iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "a Mac"),
    ("Linux", "Linux"),
)


def browser_name(user_agent: str) -> str:
    """Return the browser and the system that a header User-Agent names: `Firefox on Windows`."""
    browser = next((name for part, name in _BROWSERS if part in user_agent), "a browser")
    system = next((name for part, name in _SYSTEMS if part in user_agent), "")
    return f"{browser} on {system}" if system else browser
