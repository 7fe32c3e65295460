"""Light or dark: as the system says, unless the reader has chosen otherwise."""

from __future__ import annotations

from enum import StrEnum

__all__ = ["COOKIE", "Scheme", "chosen_scheme"]

COOKIE = "scheme"
"""The cookie that keeps the choice."""


class Scheme(StrEnum):
    """How pages look; the values stand in the form, the cookie and the page."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def chosen_scheme(value: str | None) -> Scheme:
    """Return what a cookie or form says; whatever is not known leaves it to the system."""
    return Scheme(value) if value in set(Scheme) else Scheme.SYSTEM
